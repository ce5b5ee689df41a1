import type { Count } from '@trucewatch/schema';
import { numberWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';

const hedges: Record<Count['qualifier'], (inputs: { number: string }) => string> = {
  exact: m.event_people_exact,
  at_least: m.event_people_at_least,
  more_than: m.event_people_more_than,
  up_to: m.event_people_up_to,
  about: m.event_people_about,
  vague: m.event_people_vague,
};

export const groupWords: Record<Count['group'], () => string> = {
  civilians: m.event_people_of_civilians,
  children: m.event_people_of_children,
  women: m.event_people_of_women,
  military: m.event_people_of_military,
  police: m.event_people_of_police,
  journalists: m.event_people_of_journalists,
  unknown: m.event_people_of_unknown,
};

export const fateOfWords: Record<Count['of'], () => string> = {
  killed: m.event_fate_killed,
  wounded: m.event_fate_wounded,
  missing: m.event_fate_missing,
  captured: m.event_fate_captured,
  displaced: m.event_fate_displaced,
  bodies: m.event_fate_bodies,
};

/** `at least 13 civilians killed`; keeps the text's own hedge and never makes one number of a range. */
export function countWords(count: Count): string {
  const people = peopleWords(count);
  return count.cumulative ? m.event_people_in_all({ people }) : people;
}

function peopleWords(count: Count): string {
  const amount = hedges[count.qualifier]({ number: numberOf(count) });
  const group = groupWords[count.group]();
  if (count.of !== 'bodies') return m.event_people({ amount, group, fate: fateOfWords[count.of]() });
  return count.group === 'unknown'
    ? m.event_people_bodies({ amount })
    : m.event_people_bodies_of({ amount, group });
}

function numberOf({ low, high, qualifier }: Count): string {
  // "More than 50" has low 51: the words give back the number that the text has.
  if (qualifier === 'more_than') return numberWords(low - 1);
  if (qualifier === 'up_to') return numberWords(high ?? low);
  if (high === null || high === low) return numberWords(low);
  return m.event_people_range({ low: numberWords(low), high: numberWords(high) });
}

/** What a number of people is about, such as `civilians killed`: the name of a field of a happening. */
export function fateWords(of: Count['of'], group: Count['group']): string {
  return m.event_fate_of_group({ fate: fateOfWords[of](), group: groupWords[group]() });
}
