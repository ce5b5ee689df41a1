import { countriesOfConflict } from '@trucewatch/status';
import { dependencies } from '#lib/live/dependencies.ts';
import { overviewRequest } from '#lib/server/overview-request.ts';
import { zoneOfPlace } from '#lib/server/reader-zone.ts';
import { services } from '#lib/server/services.ts';
import { overviewView } from '#lib/server/views/overview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ depends, url, locals }) => {
  depends(dependencies.story);
  const now = Date.now();
  const digests = await services().digests.all(now);
  const overview = overviewView(digests, {
    now: new Date(now).toISOString(),
    since: locals.since,
    request: overviewRequest(url.searchParams),
    zoneOf: (id) => zoneOfPlace(locals.preferences, countriesOfConflict(id)),
  });
  const instants = overview.conflicts.flatMap(({ next }) => (next ? Date.parse(next) : []));
  locals.until = Math.min(...instants);
  return { overview };
};
