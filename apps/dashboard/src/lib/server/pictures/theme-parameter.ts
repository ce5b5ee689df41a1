import type { Theme } from './palette.ts';

/** The theme that an address asks for; without one, the reader's system's. */
export function themeParameter(url: URL): Theme {
  const theme = url.searchParams.get('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}
