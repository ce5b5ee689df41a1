import type { AttackMode, CeasefireStep, Claim, Event, EventType, Proof, Reality } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import type { EventGroup } from './view.ts';

export const typeWords: Record<EventType, () => string> = {
  ceasefire: m.event_type_ceasefire,
  attack: m.event_type_attack,
  clash: m.event_type_clash,
  capture: m.event_type_capture,
  talks: m.event_type_talks,
  agreement: m.event_type_agreement,
  exchange: m.event_type_exchange,
  deployment: m.event_type_deployment,
  withdrawal: m.event_type_withdrawal,
  displacement: m.event_type_displacement,
  detention: m.event_type_detention,
  protest: m.event_type_protest,
  sanction: m.event_type_sanction,
  aid: m.event_type_aid,
  threat: m.event_type_threat,
  statement: m.event_type_statement,
};

export const stepWords: Record<CeasefireStep, () => string> = {
  called_for: m.event_step_called_for,
  proposed: m.event_step_proposed,
  rejected: m.event_step_rejected,
  agreed: m.event_step_agreed,
  declared: m.event_step_declared,
  took_effect: m.event_step_took_effect,
  observed: m.event_step_observed,
  extended: m.event_step_extended,
  violated: m.event_step_violated,
  suspended: m.event_step_suspended,
  collapsed: m.event_step_collapsed,
  expired: m.event_step_expired,
  terminated: m.event_step_terminated,
};

export const modeWords: Record<AttackMode, () => string> = {
  shelling: m.event_mode_shelling,
  airstrike: m.event_mode_airstrike,
  drone: m.event_mode_drone,
  missile: m.event_mode_missile,
  bombing: m.event_mode_bombing,
  shooting: m.event_mode_shooting,
  ground_assault: m.event_mode_ground_assault,
  landmine: m.event_mode_landmine,
  suicide_bombing: m.event_mode_suicide_bombing,
  other: m.event_mode_other,
};

export const groupWords: Record<EventGroup, () => string> = {
  truce: m.event_group_truce,
  violation: m.event_group_violation,
  fighting: m.event_group_fighting,
  diplomacy: m.event_group_diplomacy,
  people: m.event_group_people,
  other: m.event_group_other,
};

export const realityWords: Record<Reality, () => string> = {
  actual: m.event_told_actual,
  future: m.event_told_future,
  hypothetical: m.event_told_hypothetical,
  negated: m.event_told_negated,
  historical: m.event_told_historical,
};

export const roleWords: Record<Event['actors'][number]['role'], () => string> = {
  party: m.event_role_party,
  initiator: m.event_role_initiator,
  recipient: m.event_role_recipient,
  mediator: m.event_role_mediator,
  victim: m.event_role_victim,
};

export const polarityWords: Record<Claim['polarity'], () => string> = {
  asserts: m.event_claim_asserts,
  denies: m.event_claim_denies,
  accuses: m.event_claim_accuses,
  confirms: m.event_claim_confirms,
  conditional: m.event_claim_conditional,
};

export const proofWords: Record<Proof['state'], () => string> = {
  verified: m.event_proof_verified,
  derived: m.event_proof_derived,
};

/** What an event is, as short as can be: a ceasefire's step, or the type with how it was done. */
export function eventTitle(event: Pick<Event, 'type' | 'step' | 'mode'>): string {
  if (event.step) return stepWords[event.step]();
  const type = typeWords[event.type]();
  if (!event.mode || event.mode === 'other') return type;
  return m.event_type_with_mode({ type, mode: modeWords[event.mode]() });
}
