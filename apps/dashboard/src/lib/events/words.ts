import type { CeasefireStep, Claim, Count, Event, EventType, Proof, Reality } from '@trucewatch/schema';

export const typeWords: Record<EventType, string> = {
  ceasefire: 'Ceasefire',
  attack: 'Attack',
  clash: 'Clash',
  capture: 'Territory changes hands',
  talks: 'Talks',
  agreement: 'Agreement',
  exchange: 'Exchange of prisoners or bodies',
  deployment: 'Deployment',
  withdrawal: 'Withdrawal',
  displacement: 'Displacement',
  detention: 'Detention',
  protest: 'Protest',
  sanction: 'Sanction',
  aid: 'Aid',
  threat: 'Threat',
  statement: 'Statement',
};

export const stepWords: Record<CeasefireStep, string> = {
  called_for: 'Ceasefire called for',
  proposed: 'Ceasefire proposed',
  rejected: 'Ceasefire rejected',
  agreed: 'Ceasefire agreed',
  declared: 'Ceasefire declared',
  took_effect: 'Ceasefire took effect',
  observed: 'Ceasefire reported observed',
  extended: 'Ceasefire extended',
  violated: 'Violation alleged',
  suspended: 'Ceasefire suspended',
  collapsed: 'Ceasefire reported collapsed',
  expired: 'Ceasefire expired',
  terminated: 'Ceasefire terminated',
};

export const realityWords: Record<Reality, string> = {
  actual: 'Told as having happened',
  future: 'Announced or promised, not yet so',
  hypothetical: 'Conditional, feared or demanded',
  negated: 'Told as not having happened',
  historical: 'Background from an earlier time',
};

export const roleWords: Record<Event['actors'][number]['role'], string> = {
  party: 'Party',
  initiator: 'By',
  recipient: 'Against or towards',
  mediator: 'Mediator',
  victim: 'Victim',
};

export const polarityWords: Record<Claim['polarity'], string> = {
  asserts: 'says so',
  denies: 'denies it',
  accuses: 'accuses',
  confirms: 'confirms it',
  conditional: 'says so on a condition',
};

export const proofWords: Record<Proof['state'], string> = {
  verified: 'Found in the text',
  derived: 'Derived by a rule',
};

/** What an event is, as short as can be: a ceasefire's step, or the type with how it was done. */
export function eventTitle(event: Pick<Event, 'type' | 'step' | 'mode'>): string {
  if (event.step) return stepWords[event.step];
  if (!event.mode || event.mode === 'other') return typeWords[event.type];
  const mode = event.mode.replaceAll('_', ' ');
  return `${typeWords[event.type]}: ${mode}`;
}

const hedges: Record<Count['qualifier'], string> = {
  exact: '',
  at_least: 'at least ',
  more_than: 'more than ',
  up_to: 'up to ',
  about: 'about ',
  vague: 'an unstated number, at least ',
};

/** `at least 13 civilians killed`; keeps the text's own hedge and never makes one number of a range. */
export function countWords(count: Count): string {
  const group = count.group === 'unknown' ? (count.of === 'bodies' ? '' : 'people ') : `${count.group} `;
  const of = count.of === 'bodies' ? 'bodies' : count.of;
  const tail = `${group}${of}${count.cumulative ? ' in all so far' : ''}`;
  return `${hedges[count.qualifier]}${amount(count)} ${tail}`;
}

function amount({ low, high, qualifier }: Count): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  // "More than 50" has low 51: the words give back the number that the text has.
  if (qualifier === 'more_than') return number(low - 1);
  if (qualifier === 'up_to') return number(high ?? low);
  if (high === null || high === low) return number(low);
  return `${number(low)} to ${number(high)}`;
}
