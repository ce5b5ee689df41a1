import { getLocale, type Locale } from '#lib/paraglide/runtime.js';

/**
 * What Intl is asked for. English as in Britain: day before month, 24 hours. Arabic with Latin digits: they stand in
 * columns beside figures of articles, codes and exports, and the typeface has them all in one width.
 */
const tags: Record<Locale, string> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

function intlTag(): string {
  return tags[getLocale()];
}

const made = new Map<string, unknown>();

/** One formatter for each language and way: making one takes a hundred times as long as using it. */
export function formatter<Format>(way: string, make: (tag: string) => Format): Format {
  const tag = intlTag();
  const key = `${tag} ${way}`;
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const fresh = make(tag);
  made.set(key, fresh);
  return fresh;
}

/** `1,234` as the language writes it. */
export function numberWords(value: number): string {
  return formatter('number', (tag) => new Intl.NumberFormat(tag)).format(value);
}

/** `0.12` as the language writes it, with as many digits after the point. */
export function decimalWords(value: number, digits: number): string {
  const make = (tag: string) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return formatter(`decimal ${digits}`, make).format(value);
}

/** `a, b and c`. */
export function listWords(items: readonly string[]): string {
  return formatter('list', (tag) => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items);
}
