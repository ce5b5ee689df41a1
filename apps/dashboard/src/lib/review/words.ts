import type { DecisionKind } from '@trucewatch/schema';
import { stepWords, typeWords } from '#lib/events/words.ts';
import { formatter } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ReviewReason } from './view.ts';

export const reasonWords: Record<ReviewReason, () => string> = {
  decides: m.review_reason_decides,
  disagree: m.review_reason_disagree,
  undecided: m.review_reason_undecided,
  unanchored: m.review_reason_unanchored,
  unsure: m.review_reason_unsure,
};

export const kindWords: Record<DecisionKind, () => string> = {
  accept_event: m.review_kind_accept_event,
  reject_event: m.review_kind_reject_event,
  correct_field: m.review_kind_correct_field,
  add_event: m.review_kind_add_event,
  join: m.review_kind_join,
  split: m.review_kind_split,
  move_report: m.review_kind_move_report,
  name_conflict: m.review_kind_name_conflict,
  merge_conflict: m.review_kind_merge_conflict,
  correct_article: m.review_kind_correct_article,
  withdraw_article: m.review_kind_withdraw_article,
  describe_publisher: m.review_kind_describe_publisher,
  mute_publisher: m.review_kind_mute_publisher,
  undo: m.review_kind_undo,
};

/** `40 %`, as the reader's language writes it. */
export function shareWords(share: number): string {
  return formatter('percent', (tag) => new Intl.NumberFormat(tag, { style: 'percent' })).format(share);
}

/** What an event may be, as choices: a ceasefire's steps, then the other types. */
export function kindsOfEvent(): { value: string; label: string }[] {
  const steps = Object.entries(stepWords).map(([step, label]) => ({
    value: `ceasefire/${step}`,
    label: label(),
  }));
  const others = Object.entries(typeWords).filter(([type]) => type !== 'ceasefire');
  return [...steps, ...others.map(([value, label]) => ({ value, label: label() }))];
}
