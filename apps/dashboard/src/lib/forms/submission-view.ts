import type { ArticleState } from '@trucewatch/schema';

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
  /** How long the extraction took; null until it is done. */
  seconds: number | null;
}

/** `1.7 s`, or `under 0.1 s` for what was too quick to measure so. */
export function secondsWords(seconds: number): string {
  return seconds < 0.1 ? 'under 0.1 s' : `${seconds.toFixed(1)} s`;
}

export const stateWords: Record<ArticleState, string> = {
  accepted: 'Accepted, waiting',
  extracting: 'Being read',
  extracted: 'Done',
  failed: 'Failed',
  unread: 'Kept, not read',
};
