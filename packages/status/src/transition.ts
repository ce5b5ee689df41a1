import type { Compliance, FormalStatus } from '@trucewatch/schema';
import { replaces, type Scope } from './ceasefires/scope.ts';
import type { Change } from './changes.ts';
import type { RuleName } from './rules.ts';

/** Both axes at one instant, with what is needed to go on from there. */
export interface Status {
  readonly formal: FormalStatus;
  readonly compliance: Compliance;
  readonly ceasefireId: string | null;
  /** Whom and what the present truce binds. */
  readonly scope: Scope | null;
  /** Sides accused of breaking the present truce so far; -1 is a side that no report names. */
  readonly accused: readonly number[];
  readonly rule: RuleName;
}

export const initial: Status = {
  formal: 'none',
  compliance: 'no_reports',
  ceasefireId: null,
  scope: null,
  accused: [],
  rule: 'first-report',
};

/** The next status; the same object when the change moves nothing. What each rule says stands in rules.ts. */
export function transition(state: Status, change: Change): Status {
  switch (change.step) {
    case 'called_for':
    case 'proposed':
      return isUntouched(state) ? { ...state, formal: 'called_for', rule: 'called-for' } : state;
    case 'rejected':
      return state.formal === 'called_for' ? { ...state, formal: 'none', rule: 'call-rejected' } : state;
    case 'agreed':
    case 'declared':
      return made(state, change);
    case 'took_effect':
      return begin(state, change, 'took-effect-reported');
    case 'effect_time_passed':
      return begin(state, change, 'effect-time-passed');
    case 'observed':
      return observed(state, change);
    case 'violated':
      return violated(state, change);
    case 'extended':
      return extended(state, change);
    case 'suspended':
      return standing(state, change) ? { ...state, formal: 'suspended', rule: 'suspended' } : state;
    case 'collapsed':
      return collapsed(state, change);
    case 'expired':
      return standing(state, change) ? ended(state, 'expired', 'expiry-reported') : state;
    case 'stated_end_passed':
      return standing(state, change) ? ended(state, 'expired', 'stated-end-passed') : state;
    case 'terminated':
      return concerns(state, change) ? ended(state, 'terminated', 'terminated') : state;
  }
}

function isUntouched({ formal, compliance }: Status): boolean {
  return formal === 'none' && compliance === 'no_reports';
}

function isInForce({ formal }: Status): boolean {
  return formal === 'announced' || formal === 'scheduled' || formal === 'in_effect' || formal === 'suspended';
}

function concerns(state: Status, { ceasefireId }: Change): boolean {
  return ceasefireId !== null && state.ceasefireId === ceasefireId;
}

/** It concerns the truce in force: what is told of an earlier one must not mark the present one. */
function standing(state: Status, change: Change): boolean {
  return concerns(state, change) && isInForce(state);
}

function made(state: Status, { ceasefireId, scope, start, takesOver }: Change): Status {
  // A truce that could not be told from another one is evidence, no status.
  if (ceasefireId === null) return state;
  // What it does not replace goes on to be the status.
  const isReplaced = state.ceasefireId !== null && takesOver.includes(state.ceasefireId);
  if (scope && state.scope && isInForce(state) && !isReplaced && !replaces(scope, state.scope)) return state;
  const fresh = { ...initial, ceasefireId, scope };
  if (start === 'later') return { ...fresh, formal: 'scheduled', rule: 'start-agreed' };
  // Where the start is reached, the change that says why follows at the same instant.
  return { ...fresh, formal: 'announced', rule: 'made-without-start' };
}

function begin(state: Status, change: Change, rule: RuleName): Status {
  return standing(state, change) && state.formal !== 'in_effect'
    ? { ...state, formal: 'in_effect', rule }
    : state;
}

function observed(state: Status, change: Change): Status {
  if (change.isOneSidesWord) return state;
  if (concerns(state, change)) {
    const rule = state.compliance === 'collapsed_reported' ? 'holding-after-collapse' : 'reported-holding';
    if (!isInForce(state) && rule === 'reported-holding') return state;
    return { ...state, formal: 'in_effect', compliance: 'holding', accused: [], rule };
  }
  const isUnknownTruce = change.ceasefireId === null && state.ceasefireId === null;
  return isUnknownTruce
    ? { ...initial, formal: 'unclear', compliance: 'holding', rule: 'unknown-truce-holds' }
    : state;
}

function extended(state: Status, change: Change): Status {
  if (!concerns(state, change)) return state;
  // What is extended has not collapsed, whatever was reported before.
  const compliance = state.compliance === 'collapsed_reported' ? 'no_reports' : state.compliance;
  return { ...state, formal: 'in_effect', compliance, rule: 'extended' };
}

function violated(state: Status, change: Change): Status {
  const isUnknownTruce = change.ceasefireId === null && state.ceasefireId === null;
  if (!(standing(state, change) || isUnknownTruce) || state.compliance === 'collapsed_reported') return state;
  const accused = [...new Set([...state.accused, ...change.accused])].sort((a, b) => a - b);
  const isVerified = change.isVerified || state.compliance === 'violations_verified';
  const isBoth = accused.filter((side) => side >= 0).length > 1;
  return {
    ...state,
    formal: isUnknownTruce ? 'unclear' : state.formal === 'suspended' ? 'suspended' : 'in_effect',
    compliance: isVerified
      ? 'violations_verified'
      : isBoth
        ? 'violations_alleged_both'
        : 'violations_alleged_one_side',
    accused,
    rule: isUnknownTruce
      ? 'unknown-truce-violated'
      : change.isVerified
        ? 'violation-verified'
        : 'violation-alleged',
  };
}

function collapsed(state: Status, change: Change): Status {
  const isUnknownTruce = change.ceasefireId === null && state.ceasefireId === null;
  if (!standing(state, change) && !isUnknownTruce) return state;
  const compliance = 'collapsed_reported';
  if (isUnknownTruce) return { ...state, formal: 'none', compliance, rule: 'unknown-truce-collapsed' };
  return change.isOneSidesWord
    ? { ...state, formal: 'unclear', compliance, rule: 'collapse-claimed' }
    : { ...state, formal: 'none', compliance, rule: 'collapse-reported' };
}

function ended(state: Status, formal: FormalStatus, rule: RuleName): Status {
  return { ...state, formal, compliance: 'no_reports', accused: [], rule };
}
