import { fold } from './fold.ts';

/** A text as names are looked up in it. */
export interface FoldedText {
  text: string;
  /** Lower case without accents, as long as the text. */
  folded: string;
  /** Where each stretch of letters and digits begins and ends in it, in order. */
  starts: readonly number[];
  ends: readonly number[];
}

const word = /[\p{L}\p{N}]+/gu;
const unusual = /[^\0-\x7f]/;

/** Folds a text and finds its words: once a sentence, for actors and places alike. */
export function foldedText(text: string): FoldedText {
  const folded = fold(text);
  const starts: number[] = [];
  const ends: number[] = [];
  if (unusual.test(folded)) {
    word.lastIndex = 0;
    for (let found = word.exec(folded); found; found = word.exec(folded)) {
      starts.push(found.index);
      ends.push(word.lastIndex);
    }
  } else {
    for (let at = 0; at < folded.length; at++) {
      if (!isPlainWord(folded.charCodeAt(at))) continue;
      starts.push(at);
      while (isPlainWord(folded.charCodeAt(at + 1))) at++;
      ends.push(at + 1);
    }
  }
  return { text, folded, starts, ends };
}

/** A letter or digit of ASCII in folded text; what is behind its end is none. */
function isPlainWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Whether a capital stands there. */
export function isCapitalAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
