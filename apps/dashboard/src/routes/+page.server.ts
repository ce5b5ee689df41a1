import { dependencies } from '#lib/live/dependencies.ts';
import { visit } from '#lib/server/last-visit.ts';
import { overviewRequest } from '#lib/server/overview-request.ts';
import { services } from '#lib/server/services.ts';
import { overviewView } from '#lib/server/views/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, url, cookies }) => {
  depends(dependencies.story);
  const now = new Date();
  const digests = await services().digests.all(now.getTime());
  const { since, cookie } = visit(cookies.get('visit'), now.getTime());
  cookies.set('visit', cookie, { maxAge: 400 * 86_400, sameSite: 'lax', secure: url.protocol === 'https:' });
  return {
    overview: overviewView(digests, {
      now: now.toISOString(),
      since,
      request: overviewRequest(url.searchParams),
    }),
  };
};
