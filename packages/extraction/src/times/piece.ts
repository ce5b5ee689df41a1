import type { Token } from '@trucewatch/language';
import type { Clock, DatePart, PartOfDay } from './time-mention.ts';

/** One part of a time expression: a date, a clock time or a part of a day, and the tokens that give it. */
export interface Piece {
  first: number;
  last: number;
  date?: DatePart;
  clock?: Clock;
  clockTo?: Clock;
  part?: PartOfDay;
  ahead?: boolean;
  /** It is a time only where the verb looks ahead: "in three days" may be a length too. */
  isOnlyAhead?: true;
  aside?: true;
}

/** Reads a piece at a token that may begin or name one; looks at neighbours only. */
export type Reader = (tokens: readonly Token[], at: number) => Piece | null;

/** A token's word in lower case; the empty string beyond the sentence. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Whether the token begins with a capital. */
export function isCapital(token: Token | undefined): boolean {
  const initial = token?.text.charAt(0) ?? '';
  return initial !== initial.toLowerCase();
}

/** Whether two tokens stand without a space between them. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.end === tokens[at + 1]?.start;
}
