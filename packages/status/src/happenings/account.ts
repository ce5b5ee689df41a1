import type { Count } from '@trucewatch/schema';
import { identityOf, plainName } from '../conflicts/names.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { gap, hour, type Range } from '../range.ts';
import type { Told } from '../told.ts';
import { type Said, saidIn } from './statements.ts';

/** What may be said of a happening: `happened` is false for who denies it; counts go by fate and group, "killed civilians". */
export type Value =
  | { readonly field: 'happened'; readonly happened: boolean }
  | { readonly field: 'time'; readonly time: Range }
  | {
      readonly field: 'place';
      readonly name: string;
      readonly id: string | undefined;
      readonly isNarrow: boolean;
    }
  | {
      readonly field: 'perpetrator';
      readonly name: string;
      readonly id: string | undefined;
      readonly side: number;
    }
  | { readonly field: 'count'; readonly count: Omit<Count, 'span' | 'subsetOf'> };

/** One value with everybody who gives it. */
export interface ValueSaid {
  readonly value: Value;
  readonly saidBy: readonly Said[];
}

/** A field of a happening with its distinct values side by side. */
export interface FieldAccount {
  readonly field: string;
  readonly values: readonly ValueSaid[];
  /** Pairs of values given by two voices, and how many of them cannot both be true. */
  readonly comparable: number;
  readonly contradicting: number;
}

/** What is said of a happening, by whom. */
export interface Account {
  readonly fields: readonly FieldAccount[];
  /**
   * The share of comparable pairs of statements that contradict one another, from 0 to 1; 0 where none are comparable.
   * A pair is two values of one field from two voices (a side speaks as one, a publisher's narrator too); each voice
   * counts once for each value it gives, however many articles repeat it. Two values contradict when both cannot be
   * true: times more than an hour apart, two towns, actors of two sides, ranges of a count that do not meet, a denial.
   * A larger count that comes later contradicts nothing, unless the two voices are two sides of the conflict: tolls grow.
   */
  readonly disagreement: number;
  readonly comparable: number;
  readonly contradicting: number;
}

/** The distinct values of a happening's fields with who says each, and how far they disagree. Who is silent says nothing. */
export function accountOf(told: readonly Told[], sideOf: SideOf = () => -1): Account {
  const fields = new Map<string, Map<string, { value: Value; saidBy: Said[] }>>();
  for (const one of told) {
    for (const said of saidIn(one, sideOf)) {
      for (const value of valuesOf(one, said, sideOf)) {
        const field = fieldOf(value);
        const values = fields.get(field) ?? new Map();
        fields.set(field, values);
        const key = keyOf(value);
        const known = values.get(key);
        if (known) known.saidBy.push(said);
        else values.set(key, { value, saidBy: [said] });
      }
    }
  }
  const accounts = [...fields].map(([field, values]) => fieldAccount(field, [...values.values()]));
  const comparable = accounts.reduce((sum, account) => sum + account.comparable, 0);
  const contradicting = accounts.reduce((sum, account) => sum + account.contradicting, 0);
  const disagreement = comparable === 0 ? 0 : contradicting / comparable;
  return { fields: accounts, disagreement, comparable, contradicting };
}

function valuesOf({ event, range }: Told, { polarity }: Said, sideOf: SideOf): Value[] {
  if (polarity === 'denies') return [{ field: 'happened', happened: false }];
  const { reality } = event;
  // What is announced, feared or demanded has not been said to have happened.
  const isTold = reality === 'actual' || reality === 'historical' || reality === 'negated';
  const values: Value[] = isTold ? [{ field: 'happened', happened: reality !== 'negated' }] : [];
  if (range) values.push({ field: 'time', time: range });
  if (event.where) {
    const { name, id, level } = event.where;
    values.push({ field: 'place', name, id, isNarrow: ['site', 'city', 'district'].includes(level) });
  }
  for (const actor of event.actors) {
    if (actor.role !== 'initiator') continue;
    values.push({ field: 'perpetrator', name: actor.name, id: actor.id, side: sideOf(actor) });
  }
  for (const { span: _, subsetOf: __, ...count } of event.casualties) values.push({ field: 'count', count });
  return values;
}

function fieldOf(value: Value): string {
  return value.field === 'count' ? `${value.count.of} ${value.count.group}` : value.field;
}

function keyOf(value: Value): string {
  switch (value.field) {
    case 'happened':
      return String(value.happened);
    case 'time':
      return `${value.time.earliest} ${value.time.latest}`;
    case 'place':
      return value.id ?? plainName(value.name);
    case 'perpetrator':
      return value.side >= 0 ? `side:${value.side}` : identityOf(value);
    case 'count':
      return `${value.count.low} ${value.count.high} ${value.count.qualifier} ${value.count.cumulative ?? ''}`;
  }
}

function fieldAccount(field: string, values: readonly ValueSaid[]): FieldAccount {
  const voices = values.map(({ saidBy }) => firstByVoice(saidBy));
  let comparable = 0;
  let contradicting = 0;
  for (const [index, { value }] of values.entries()) {
    const own = voices[index] as Said[];
    // Voices that give the same value agree.
    comparable += (own.length * (own.length - 1)) / 2;
    for (let next = index + 1; next < values.length; next++) {
      const other = (values[next] as ValueSaid).value;
      for (const one of own) {
        for (const said of voices[next] as Said[]) {
          if (one.voice === said.voice) continue;
          comparable++;
          if (isContradiction(value, one, other, said)) contradicting++;
        }
      }
    }
  }
  return { field, values, comparable, contradicting };
}

/** Each voice once, where it spoke first. */
function firstByVoice(saidBy: readonly Said[]): Said[] {
  const first = new Map<string, Said>();
  for (const said of saidBy) {
    const known = first.get(said.voice);
    if (!known || (said.published ?? 0) < (known.published ?? 0)) first.set(said.voice, said);
  }
  return [...first.values()];
}

function isContradiction(a: Value, saidA: Said, b: Value, saidB: Said): boolean {
  if (a.field === 'happened' && b.field === 'happened') return a.happened !== b.happened;
  if (a.field === 'time' && b.field === 'time') return gap(a.time, b.time) > hour;
  if (a.field === 'place' && b.field === 'place') return a.isNarrow && b.isNarrow;
  if (a.field === 'perpetrator' && b.field === 'perpetrator') {
    return a.side >= 0 && b.side >= 0 ? a.side !== b.side : a.id !== undefined && b.id !== undefined;
  }
  if (a.field !== 'count' || b.field !== 'count') return false;
  const isAbove = a.count.low > (b.count.high ?? Number.POSITIVE_INFINITY);
  const isBelow = b.count.low > (a.count.high ?? Number.POSITIVE_INFINITY);
  if (!isAbove && !isBelow) return false;
  if (saidA.side >= 0 && saidB.side >= 0) return true;
  const isLater = (saidA.published ?? 0) - (saidB.published ?? 0);
  return !(isAbove ? isLater > 0 : isLater < 0);
}
