import type { Moment } from '@trucewatch/schema';

/** A stretch of time in epoch milliseconds UTC. */
export interface Stretch {
  earliest: number;
  latest: number;
  /** How far a find may lie outside: a day may be reckoned in another zone than the place's, a minute may not. */
  slack: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The alternatives of an expected time. Days are those of the zone, such as `+07:00`. */
export function stretches(time: string, zone: string): Stretch[] {
  return time.split('|').map((alternative) => {
    const [from = '', to = from] = alternative.split('..');
    const isDay = to.length === 10;
    return {
      earliest: Date.parse(from.length === 10 ? `${from}T00:00${zone}` : from),
      latest: isDay ? Date.parse(`${to}T00:00${zone}`) + day - 1 : Date.parse(to) + minute - 1,
      slack: isDay ? 12 * hour : minute,
    };
  });
}

/** Whether the moment says no other time than the one expected, nor leaves it wider. */
export function isWithin(moment: Pick<Moment, 'earliest' | 'latest'>, expected: readonly Stretch[]): boolean {
  return expected.some(({ earliest, latest, slack }) => {
    const [from, to] = [Date.parse(moment.earliest), Date.parse(moment.latest)];
    return from <= latest && to >= earliest && from >= earliest - slack && to <= latest + slack;
  });
}

/** How far the moment lies from what is expected, in milliseconds; 0 when they touch. */
export function distance(moment: Pick<Moment, 'earliest' | 'latest'>, expected: readonly Stretch[]): number {
  const [from, to] = [Date.parse(moment.earliest), Date.parse(moment.latest)];
  return Math.min(...expected.map(({ earliest, latest }) => Math.max(0, from - latest, earliest - to)));
}
