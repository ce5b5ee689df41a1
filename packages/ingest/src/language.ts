import { eld } from 'eld/small';

/** Enough to be sure of a language, and little enough to stay fast on a long text. */
const sample = 4_000;

/** The ISO 639-1 code of the language that the text is written in; undefined when it cannot be told with confidence. */
export function languageOf(text: string): string | undefined {
  const found = eld.detect(text.slice(0, sample).toWellFormed());
  return found.language !== '' && found.isReliable() ? found.language : undefined;
}
