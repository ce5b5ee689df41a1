import type { PartName } from '../document.ts';

/** A text made ready for looking up what a model quotes from it. */
export interface Folded {
  part: PartName;
  words: string;
  /** For each unit of `words`, and one past the last, its offset in the source. */
  offsets: Uint32Array;
}

/** Offsets in the source, UTF-16. */
export interface Range {
  start: number;
  end: number;
}

/** So many places where the words stand inside longer words are passed over before they count as not found. */
const mostTries = 200;

/**
 * Folds what models change in copying: runs of white space, the shapes of quotation marks and dashes, invisible
 * characters. Letters and digits stay as they are.
 */
export function fold(part: PartName, source: string): Folded {
  const offsets = new Uint32Array(source.length + 1);
  let words = '';
  for (let i = 0; i < source.length; i++) {
    const plain = plainOf(source.charAt(i));
    if (plain === '' || (plain === ' ' && words.endsWith(' '))) continue;
    offsets[words.length] = i;
    words += plain;
  }
  offsets[words.length] = source.length;
  return { part, words, offsets: offsets.slice(0, words.length + 1) };
}

function plainOf(unit: string): string {
  if (unit >= '0' && unit <= 'z') return unit;
  if (/\s/u.test(unit)) return ' ';
  if (/[“”„«»]/u.test(unit)) return '"';
  if (/[‘’‚]/u.test(unit)) return "'";
  if (/[‐‑‒–—―]/u.test(unit)) return '-';
  return /[\u00ad\u200b-\u200f\u2060\ufeff]/u.test(unit) ? '' : unit;
}

/**
 * Where words stand in a text as whole words ("13" is not found in "2013"), within a range of the source.
 * Null when they do not.
 */
export function findWords(folded: Folded, words: string, within: Range): Range | null {
  const wanted = fold(folded.part, words).words.trim();
  if (wanted === '') return null;
  const text = folded.words.slice(0, indexOf(folded.offsets, within.end));
  let at = indexOf(folded.offsets, within.start);
  for (let tries = 0; tries < mostTries; tries++) {
    at = text.indexOf(wanted, at);
    if (at < 0) return null;
    const end = at + wanted.length;
    if (!continues(text, at, wanted.charAt(0), -1) && !continues(text, end, wanted.at(-1) ?? '', 0))
      return { start: folded.offsets[at] as number, end: (folded.offsets[end - 1] as number) + 1 };
    at += 1;
  }
  return null;
}

/** Whether a word or number runs on over the border: beside a digit, also "1" in "1,500" and "2.5". */
function continues(words: string, border: number, edge: string, step: -1 | 0): boolean {
  const beside = words.charAt(border + step);
  if (!/[\p{L}\p{N}]/u.test(edge)) return false;
  if (/[\p{L}\p{N}]/u.test(beside)) return true;
  const beyond = words.charAt(border + (step === 0 ? 1 : -2));
  return /\d/u.test(edge) && /[.,]/u.test(beside) && /\d/u.test(beyond);
}

/** The first folded unit at or after an offset of the source. */
function indexOf(offsets: Uint32Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
