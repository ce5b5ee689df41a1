import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { type Preferences, zoneChoices } from '#lib/layout/preferences.ts';
import { knownZone } from '#lib/time/zone.ts';
import { isNameUser } from './names.ts';

/** Keeps one choice for 400 days, the longest that browsers allow. */
export function keep(cookies: Cookies, url: URL, name: string, value: string): void {
  cookies.set(name, value, lasting(url));
}

/** The same as a header of an answer. */
export function kept(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  name: string,
  value: string,
): string {
  return cookies.serialize(name, value, lasting(url));
}

function lasting(url: URL) {
  return { maxAge: 400 * 86_400, sameSite: 'lax', secure: url.protocol === 'https:', path: '/' } as const;
}

/** What the reader chose; anything that is not a choice counts as none. */
export function preferencesOf(cookies: Cookies): Preferences {
  const theme = cookies.get('theme');
  const names = cookies.get('names');
  const zone = zoneChoices.find((one) => one === cookies.get('zone')) ?? 'utc';
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    zone,
    ownZone: zone === 'mine' ? knownZone(cookies.get('own-zone')) : null,
    names: isNameUser(names) ? names : null,
  };
}
