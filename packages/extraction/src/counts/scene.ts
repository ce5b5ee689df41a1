import type { Token } from '@trucewatch/language';

/** A number's phrase, in token indices. */
export interface Phrase {
  /** First token, hedge and article included. */
  from: number;
  /** Last token of the number itself. */
  last: number;
  /** Last token of the noun phrase: the people's noun, or `last` where none follows. */
  head: number;
  /** Whether the phrase names people. */
  people: boolean;
  /** Whether the people are soldiers and the like: "lost 11 servicemen" is a death, "lost 11 homes" is not. */
  military: boolean;
}

/** The sentence as the fate readers see it, and the stretch that belongs to one number. */
export interface Scene {
  tokens: readonly Token[];
  words: readonly string[];
  /** First and last token that may be read for the number; others' numbers lie beyond. */
  floor: number;
  limit: number;
}
