import { AsyncLocalStorage } from 'node:async_hooks';
import { baseLocale, isLocale, type Locale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

const spoken = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => spoken.getStore() ?? baseLocale);

/** Runs something in which every message is in this language, awaited parts included. */
export function inLanguage<T>(locale: Locale, run: () => T): T {
  return spoken.run(locale, run);
}

/** The language chosen before, else the first one the browser asks for that there is, else English. */
export function chosenLanguage(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const asked = (acceptLanguage ?? '').slice(0, 200).split(',');
  return asked.map((tag) => tag.trim().slice(0, 2).toLowerCase()).find(isLocale) ?? baseLocale;
}
