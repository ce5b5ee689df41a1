import type { Moment, Place } from '@trucewatch/schema';

const hour = 3_600_000;
const day = 24 * hour;

export interface GedDate {
  start: string;
  end: string;
  precision: 1 | 2 | 3 | 4 | 5;
  rule: 'time-day' | 'time-2-to-6-days' | 'time-week' | 'time-month' | 'time-year';
}

/**
 * GED's first and last day and `date_prec` of a moment: up to 36 hours is one day, its middle (1); up to six days (2); a
 * week (3); up to a month (4); up to a year (5). Null for what is wider or absent. Days are those of the place, by its
 * longitude in degrees (15 to the hour), else UTC's.
 */
export function gedDate(moment: Moment | null, longitude = 0): GedDate | null {
  if (!moment) return null;
  const offset = Math.round(longitude / 15) * hour;
  const [first, last] = [Date.parse(moment.earliest) + offset, Date.parse(moment.latest) + offset];
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const width = last - first;
  if (width <= 1.5 * day) {
    const middle = dayOf((first + last) / 2);
    return { start: middle, end: middle, precision: 1, rule: 'time-day' };
  }
  const span = { start: dayOf(first), end: dayOf(last) };
  if (width <= 6 * day) return { ...span, precision: 2, rule: 'time-2-to-6-days' };
  if (width <= 8 * day) return { ...span, precision: 3, rule: 'time-week' };
  if (width <= 32 * day) return { ...span, precision: 4, rule: 'time-month' };
  return width <= 366 * day ? { ...span, precision: 5, rule: 'time-year' } : null;
}

export interface GedPlace {
  precision: 1 | 3 | 4 | 5 | 6;
  rule: 'place-exact' | 'place-district' | 'place-province' | 'place-area' | 'place-country';
}

/** GED's `where_prec`; null where the text names no place: GED has none without. */
export function gedPlace(place: Place | null): GedPlace | null {
  switch (place?.level) {
    case 'site':
    case 'city':
      return { precision: 1, rule: 'place-exact' };
    case 'district':
      return { precision: 3, rule: 'place-district' };
    case 'province':
      return { precision: 4, rule: 'place-province' };
    case 'region':
      return { precision: 5, rule: 'place-area' };
    case 'country':
      return { precision: 6, rule: 'place-country' };
    case undefined:
      return null;
  }
}
