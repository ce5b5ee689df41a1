import type { ArticleState } from '@trucewatch/schema';
import type { CameBy } from '@trucewatch/store';
import { decimalWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';

/** An article on its way from submission to its events. */
export interface SubmissionView {
  id: string;
  path: string;
  articlePath: string;
  title: string;
  source: string;
  publishedAt: string | null;
  state: ArticleState;
  reason: string | null;
  attempts: number;
  receivedAt: string;
  cameBy: CameBy;
  /** Who handed it in; null: by itself. */
  who: string | null;
  /** How long the extraction took; null until it is done. */
  seconds: number | null;
}

/** `1.7 s`, or `under 0.1 s` for what was too quick to measure so. */
export function secondsWords(seconds: number): string {
  return seconds < 0.1
    ? m.operators_under_seconds({ number: decimalWords(0.1, 1) })
    : m.operators_seconds({ number: decimalWords(seconds, 1) });
}

export const stateWords: Record<ArticleState, () => string> = {
  accepted: m.operators_state_accepted,
  extracting: m.operators_state_extracting,
  extracted: m.operators_state_extracted,
  failed: m.operators_state_failed,
  unread: m.operators_state_unread,
};
