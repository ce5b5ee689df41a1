import { proveCount, proveMoment } from '@trucewatch/extraction/proofs';
import type { Correction, Quotable, Span } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import { sentenceAround } from './sentences.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Proves a person's value in the words that they chose, as the evidence gate proves the machine's: the number with people
 * and their fate beside it, the weekday or date. Only of what was chosen now: the other entries of a list stand already.
 * @throws Unreadable when the words do not bear it out
 */
export function proveCorrection(correction: Correction, span: Span, article: Quotable): void {
  const { field, value } = correction;
  if (field === 'when' || field === 'effectiveAt' || field === 'until') {
    if (value && !proveMoment(value)) throw new Unreadable(m.review_problem_time_unproved());
  }
  if (field !== 'casualties') return;
  const around = { source: span.in === 'title' ? (article.title ?? '') : article.text, times: [] };
  for (const count of value) {
    if (count.span.start !== span.start || count.span.end !== span.end) continue;
    if (!proveCount(count, { ...around, ...sentenceAround(article, span) }))
      throw new Unreadable(m.review_problem_number_unproved());
  }
}
