import { redirect } from '@sveltejs/kit';
import { zoneChoices } from '#lib/layout/preferences.ts';
import { isLocale } from '#lib/paraglide/runtime.js';
import { isNameUser } from '#lib/server/names.ts';
import { ownPath } from '#lib/server/own-path.ts';
import { keep } from '#lib/server/preferences.ts';
import { knownZone } from '#lib/time/zone.ts';
import type { RequestHandler } from './$types';

/** Keeps what was chosen in a cookie and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const language = form.get('language');
  if (isLocale(language)) keep(cookies, url, 'language', language);
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark') keep(cookies, url, 'theme', theme);
  else if (theme === 'system') cookies.delete('theme');
  const zone = zoneChoices.find((one) => one === form.get('zone'));
  if (zone) keep(cookies, url, 'zone', zone);
  const ownZone = knownZone(String(form.get('own-zone') ?? ''));
  if (ownZone) keep(cookies, url, 'own-zone', ownZone);
  const names = form.get('names');
  if (names === 'source') cookies.delete('names');
  else if (isNameUser(names)) keep(cookies, url, 'names', names);
  const back = form.get('back');
  if (typeof back !== 'string' || back === '') return new Response(null, { status: 204 });
  redirect(303, ownPath(back));
};
