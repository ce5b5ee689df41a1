import { redirect } from '@sveltejs/kit';
import { ownPath } from '#lib/server/own-path.ts';
import type { RequestHandler } from './$types';

/** Keeps the choice of colours in a cookie and goes back to the page it was made on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark') {
    cookies.set('theme', theme, { maxAge: 400 * 86_400, sameSite: 'lax', secure: url.protocol === 'https:' });
  } else {
    cookies.delete('theme');
  }
  const back = form.get('back');
  if (typeof back !== 'string' || back === '') return new Response(null, { status: 204 });
  redirect(303, ownPath(back));
};
