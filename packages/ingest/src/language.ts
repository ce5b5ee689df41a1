import { eld } from 'eld/small';

/** Enough to be sure of a language, and little enough to stay fast on a long text. */
const sample = 4_000;

/** Words of a text too short for another language to be told from names. */
const fewWords = 8;
const isShort = (text: string): boolean => text.trim().split(/\s+/, fewWords).length < fewWords;

/** The ISO 639-1 code of the language that the text is written in; undefined when it cannot be told with confidence. */
export function languageOf(text: string): string | undefined {
  const found = eld.detect(text.slice(0, sample).toWellFormed());
  if (found.language === '' || !found.isReliable()) return undefined;
  // A headline of names looks like any language: “Ceasefire in Sudan” like Malay.
  return found.language !== 'en' && isShort(text) ? undefined : found.language;
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** Why an article in this language is kept and not extracted, as a sentence; undefined for English and for what nobody knows. */
export function unreadBecause(language: string | undefined): string | undefined {
  if (language === undefined || /^en\b/i.test(language)) return undefined;
  return `It is in ${languageName(language)}: only English is read. It is kept, and its events are not extracted.`;
}

function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return `another language (${tag})`;
  }
}
