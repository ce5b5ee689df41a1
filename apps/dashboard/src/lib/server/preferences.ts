import type { Cookies } from '@sveltejs/kit';
import type { Preferences } from '#lib/layout/preferences.ts';

/** Keeps one choice for 400 days, the longest that browsers allow. */
export function keep(cookies: Cookies, url: URL, name: string, value: string): void {
  cookies.set(name, value, { maxAge: 400 * 86_400, sameSite: 'lax', secure: url.protocol === 'https:' });
}

/** What the reader chose; anything that is not a choice counts as none. */
export function preferencesOf(cookies: Cookies): Preferences {
  const theme = cookies.get('theme');
  return { theme: theme === 'light' || theme === 'dark' ? theme : null };
}
