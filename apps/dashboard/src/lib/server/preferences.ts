import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { Preferences } from '#lib/layout/preferences.ts';
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
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    names: isNameUser(names) ? names : null,
  };
}
