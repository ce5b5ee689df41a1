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

export const stateWords: Record<ArticleState, string> = {
  accepted: 'Accepted, waiting',
  extracting: 'Being read',
  extracted: 'Done',
  failed: 'Failed',
};
