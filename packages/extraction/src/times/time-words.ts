import type { PartOfDay } from './time-mention.ts';

const indexed = (lists: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, index) => list.split(' ').map((word) => [word, index + first] as const)));

/** Months from 1, with the agencies' abbreviations, without full stops. */
export const months = indexed(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ],
  1,
);

/** Weekdays from Sunday, 0, as `Date` counts them. */
export const weekdays = indexed(
  [
    'sunday sundays',
    'monday mondays',
    'tuesday tuesdays tues',
    'wednesday wednesdays',
    'thursday thursdays thurs',
    'friday fridays',
    'saturday saturdays',
  ],
  0,
);

/** Short forms that are also words ("the sun", "sat down"): days only beside a date or with a full stop. */
export const shortWeekdays = indexed(['sun', 'mon', 'tue', 'wed', 'thu thur', 'fri', 'sat'], 0);

/** Northern seasons by their first month; "winter" runs over the turn of the year. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);

const amountWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const amounts = new Map(amountWords.split(' ').map((word, index) => [word, index + 1] as const));
for (const [word, value] of [
  ['a', 1],
  ['an', 1],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
] as const)
  amounts.set(word, value);

/** "three", "12", "a": how many of a unit. Null for anything else and for more than 999. */
export function amountOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const named = amounts.get(word);
  if (named !== undefined) return named;
  return /^\d{1,3}$/u.test(word) ? Number(word) : null;
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade';

/** Lengths of time, singular and plural. */
export const units: ReadonlyMap<string, Unit> = new Map(
  (['minute', 'hour', 'day', 'week', 'month', 'year', 'decade'] as const).flatMap((unit) => [
    [unit, unit] as const,
    [`${unit}s`, unit] as const,
  ]),
);

/** Parts of a day as a noun after "Saturday", "in the", "the … of". */
export const dayParts: ReadonlyMap<string, PartOfDay> = new Map([
  ['morning', 'morning'],
  ['forenoon', 'morning'],
  ['afternoon', 'afternoon'],
  ['evening', 'evening'],
  ['night', 'night'],
  ['dawn', 'early_hours'],
  ['daybreak', 'early_hours'],
  ['predawn', 'early_hours'],
]);

/** "early", "mid-", "late" and their paraphrases, as thirds of what follows. */
export const thirds: ReadonlyMap<string, Third> = new Map([
  ['early', 'early'],
  ['beginning', 'early'],
  ['start', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
  ['end', 'late'],
  ['close', 'late'],
]);
export type Third = 'early' | 'mid' | 'late';

/** A word without the full stop of an abbreviation: "oct." is "oct". */
export function undotted(word: string): string {
  return word.length > 1 && word.endsWith('.') ? word.slice(0, -1) : word;
}
