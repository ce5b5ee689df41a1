import type { Event } from '@trucewatch/schema';
import { weights } from './weights.ts';

const read = new WeakMap<Event, readonly number[]>();

/**
 * What the quotes of two events say for their being one, in bits: the share of their words that both have. Words of
 * four letters and more count, cut to six, so that "shelling" and "shelled" meet; numbers are left to the counts.
 */
export function compareWords(a: Event, b: Event): number {
  const one = wordsOfQuote(a);
  const other = wordsOfQuote(b);
  if (one.length < 3 || other.length < 3) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const difference = (one[i] as number) - (other[j] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const share = shared / (one.length + other.length - shared);
  const { copy, alike, some } = weights.words;
  return share >= 0.8 ? copy : share >= 0.5 ? alike : share >= 0.3 ? some : 0;
}

function wordsOfQuote(event: Event): readonly number[] {
  let words = read.get(event);
  if (!words) {
    words = hashesOfWords(event.evidence.map(({ quote }) => quote).join(' '));
    read.set(event, words);
  }
  return words;
}

/** The hashes of a text's words, each once, ascending. One pass: this is done for every event. */
function hashesOfWords(text: string): readonly number[] {
  const hashes: number[] = [];
  let hash = 0;
  let length = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? lowerLetter(text.charCodeAt(index)) : 0;
    if (code > 0) {
      if (length < 6) hash = (Math.imul(hash, 31) + code) | 0;
      length++;
      continue;
    }
    if (length >= 4) hashes.push(hash);
    hash = 0;
    length = 0;
  }
  hashes.sort((a, b) => a - b);
  return hashes.filter((one, index) => one !== hashes[index - 1]);
}

/** A letter's code, of a to z in lower case; 0 for what is no letter. Beyond ASCII everything counts as one. */
function lowerLetter(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  return code > 0x7f && code !== 0x2019 ? code : 0;
}
