import type { Locale } from '#lib/paraglide/runtime.js';

/** Each language in its own words: so that somebody who reads no other finds it. */
export const languageNames: Record<Locale, string> = { en: 'English', ar: 'العربية' };
