import type { Ceasefire, CeasefireOutcome, Compliance, FormalStatus, Purpose } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';

interface StatusWords {
  /** Short name for a band or badge. */
  label: () => string;
  /** What it means, one sentence. */
  meaning: () => string;
}

export const formalWords: Record<FormalStatus, StatusWords> = {
  none: { label: m.status_formal_none, meaning: m.status_formal_none_means },
  called_for: { label: m.status_formal_called_for, meaning: m.status_formal_called_for_means },
  announced: { label: m.status_formal_announced, meaning: m.status_formal_announced_means },
  scheduled: { label: m.status_formal_scheduled, meaning: m.status_formal_scheduled_means },
  in_effect: { label: m.status_formal_in_effect, meaning: m.status_formal_in_effect_means },
  suspended: { label: m.status_formal_suspended, meaning: m.status_formal_suspended_means },
  expired: { label: m.status_formal_expired, meaning: m.status_formal_expired_means },
  terminated: { label: m.status_formal_terminated, meaning: m.status_formal_terminated_means },
  superseded: { label: m.status_formal_superseded, meaning: m.status_formal_superseded_means },
  unclear: { label: m.status_formal_unclear, meaning: m.status_formal_unclear_means },
};

export const complianceWords: Record<Compliance, StatusWords> = {
  no_reports: { label: m.status_compliance_no_reports, meaning: m.status_compliance_no_reports_means },
  holding: { label: m.status_compliance_holding, meaning: m.status_compliance_holding_means },
  violations_alleged_one_side: {
    label: m.status_compliance_one_side,
    meaning: m.status_compliance_one_side_means,
  },
  violations_alleged_both: { label: m.status_compliance_both, meaning: m.status_compliance_both_means },
  violations_verified: { label: m.status_compliance_verified, meaning: m.status_compliance_verified_means },
  collapsed_reported: { label: m.status_compliance_collapsed, meaning: m.status_compliance_collapsed_means },
};

export const outcomeWords: Record<CeasefireOutcome, () => string> = {
  pending: m.status_outcome_pending,
  in_effect: m.status_outcome_in_effect,
  collapsed: m.status_outcome_collapsed,
  expired: m.status_outcome_expired,
  superseded: m.status_outcome_superseded,
  terminated: m.status_outcome_terminated,
  unknown: m.status_outcome_unknown,
};

export const kindWords: Record<Ceasefire['kind'], () => string> = {
  unilateral: m.status_kind_unilateral,
  bilateral: m.status_kind_bilateral,
  multilateral: m.status_kind_multilateral,
};

export const purposeWords: Record<Purpose, () => string> = {
  humanitarian: m.status_purpose_humanitarian,
  holiday: m.status_purpose_holiday,
  peace_process: m.status_purpose_peace_process,
  election: m.status_purpose_election,
  other: m.status_purpose_other,
};

const statusWords = { ...formalWords, ...complianceWords };

/** Short name of a status of either axis. */
export function statusLabel(value: FormalStatus | Compliance): string {
  return statusWords[value].label();
}

/** What a status of either axis means, one sentence. */
export function statusMeaning(value: FormalStatus | Compliance): string {
  return statusWords[value].meaning();
}

/** `2 articles, 1 change of status`; what there is none of is not said. */
export function newsWords({ articles, changes }: { articles: number; changes: number }): string {
  if (changes === 0) return m.count_articles({ count: articles });
  const second = m.status_changes({ count: changes });
  return articles === 0
    ? second
    : m.status_two_things({ first: m.count_articles({ count: articles }), second });
}
