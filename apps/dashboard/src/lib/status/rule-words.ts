import type { RuleName } from '@trucewatch/status';
import { m } from '#lib/paraglide/messages.js';

const names: Record<RuleName, () => string> = {
  'first-report': m.status_rule_first_report,
  'called-for': m.status_rule_called_for,
  'call-rejected': m.status_rule_call_rejected,
  'start-agreed': m.status_rule_start_agreed,
  'made-without-start': m.status_rule_made_without_start,
  'took-effect-reported': m.status_rule_took_effect_reported,
  'effect-time-passed': m.status_rule_effect_time_passed,
  'reported-holding': m.status_rule_reported_holding,
  'holding-after-collapse': m.status_rule_holding_after_collapse,
  'violation-alleged': m.status_rule_violation_alleged,
  'violation-verified': m.status_rule_violation_verified,
  'collapse-reported': m.status_rule_collapse_reported,
  'collapse-claimed': m.status_rule_collapse_claimed,
  extended: m.status_rule_extended,
  suspended: m.status_rule_suspended,
  'stated-end-passed': m.status_rule_stated_end_passed,
  'expiry-reported': m.status_rule_expiry_reported,
  terminated: m.status_rule_terminated,
  'unknown-truce-violated': m.status_rule_unknown_truce_violated,
  'unknown-truce-holds': m.status_rule_unknown_truce_holds,
  'unknown-truce-collapsed': m.status_rule_unknown_truce_collapsed,
};

/** A rule of status in words for a link: `effect time passed`. Rules of extraction have their names alone. */
export function ruleWords(rule: string): string {
  return Object.hasOwn(names, rule) ? names[rule as RuleName]() : rule.replaceAll(/[-_]/g, ' ');
}
