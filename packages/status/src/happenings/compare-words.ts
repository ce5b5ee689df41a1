import type { Event } from '@trucewatch/schema';
import { weights } from './weights.ts';

const read = new WeakMap<Event, ReadonlySet<string>>();

/**
 * What the quotes of two events say for their being one, in bits: the share of their words that both have, words of
 * four letters and more cut to six, so that "shelling" and "shelled" meet. Numbers are left to the counts.
 */
export function compareWords(a: Event, b: Event): number {
  const one = wordsOfQuote(a);
  const other = wordsOfQuote(b);
  if (one.size < 3 || other.size < 3) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  const share = shared / (one.size + other.size - shared);
  const { copy, alike, some } = weights.words;
  return share >= 0.8 ? copy : share >= 0.5 ? alike : share >= 0.3 ? some : 0;
}

function wordsOfQuote(event: Event): ReadonlySet<string> {
  const known = read.get(event);
  if (known) return known;
  const words = new Set<string>();
  for (const { quote } of event.evidence) {
    for (const [word] of quote.toLowerCase().matchAll(/\p{L}{4,}/gu)) words.add(word.slice(0, 6));
  }
  read.set(event, words);
  return words;
}
