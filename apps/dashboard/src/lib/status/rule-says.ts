import type { RuleName } from '@trucewatch/status';
import { m } from '#lib/paraglide/messages.js';

/** What each rule of status says. In English it is the text that stands beside the rule: a test compares them. */
export const ruleSays: Record<RuleName, () => string> = {
  'first-report': m.status_rule_first_report_says,
  'called-for': m.status_rule_called_for_says,
  'call-rejected': m.status_rule_call_rejected_says,
  'start-agreed': m.status_rule_start_agreed_says,
  'made-without-start': m.status_rule_made_without_start_says,
  'took-effect-reported': m.status_rule_took_effect_reported_says,
  'effect-time-passed': m.status_rule_effect_time_passed_says,
  'reported-holding': m.status_rule_reported_holding_says,
  'holding-after-collapse': m.status_rule_holding_after_collapse_says,
  'violation-alleged': m.status_rule_violation_alleged_says,
  'violation-verified': m.status_rule_violation_verified_says,
  'collapse-reported': m.status_rule_collapse_reported_says,
  'collapse-claimed': m.status_rule_collapse_claimed_says,
  extended: m.status_rule_extended_says,
  suspended: m.status_rule_suspended_says,
  'stated-end-passed': m.status_rule_stated_end_passed_says,
  'expiry-reported': m.status_rule_expiry_reported_says,
  terminated: m.status_rule_terminated_says,
  'unknown-truce-violated': m.status_rule_unknown_truce_violated_says,
  'unknown-truce-holds': m.status_rule_unknown_truce_holds_says,
  'unknown-truce-collapsed': m.status_rule_unknown_truce_collapsed_says,
};
