import type { ReadPage } from '../page/read-page.ts';
import type { Paste } from '../read-paste.ts';

/** That a publisher takes an article back. */
export interface Withdrawal {
  /** What the publisher knows it by. */
  origin: string;
  /** Since when: an instant or a day. */
  at?: string | undefined;
  reason: string;
}

/**
 * What a file gives: an article, the news that one is taken back, or why it is neither. `place` is where it stands, such as
 * `story.jsonl:3`, `week.zip: day 2/report.html`. Each thing in a file gives one: nothing is passed over in silence.
 */
export type Candidate =
  | { place: string; article: Paste | ReadPage }
  | { place: string; withdraws: Withdrawal }
  | { place: string; refused: string; excerpt?: string | undefined };

/** So much of what was refused is kept, in characters, for whoever looks into it. */
export const excerptLength = 500;
