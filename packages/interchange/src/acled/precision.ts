import type { Moment, Place } from '@trucewatch/schema';

const hour = 3_600_000;
const day = 24 * hour;

export interface AcledDate {
  date: string;
  precision: 1 | 2 | 3;
  rule: 'time-day' | 'time-week-midpoint' | 'time-month-midpoint';
}

/**
 * ACLED's one day and time_precision for a moment: up to 36 hours is a day (1), up to a week is that week's middle
 * (2), up to a month is its middle (3). Null for what is wider or absent: ACLED does not record it. The day is the
 * local one by the place's longitude in degrees (15 to the hour, within two hours of any clock there), else UTC's.
 */
export function acledDate(moment: Moment | null, longitude = 0): AcledDate | null {
  if (!moment) return null;
  const earliest = Date.parse(moment.earliest);
  const open = Date.parse(moment.latest) - earliest;
  const offset = Math.round(longitude / 15) * hour;
  const date = new Date(earliest + open / 2 + offset).toISOString().slice(0, 10);
  if (open <= 1.5 * day) return { date, precision: 1, rule: 'time-day' };
  if (open <= 8 * day) return { date, precision: 2, rule: 'time-week-midpoint' };
  return open <= 32 * day ? { date, precision: 3, rule: 'time-month-midpoint' } : null;
}

export interface AcledPlace {
  precision: 1 | 2 | 3 | '';
  rule: 'place-exact' | 'place-district' | 'place-province' | 'place-too-wide' | 'place-not-stated';
}

/** ACLED's geo_precision. A whole country is not a place for ACLED: its point and name are left empty, the country is kept. */
export function acledPlace(place: Place | null): AcledPlace {
  switch (place?.level) {
    case 'site':
    case 'city':
      return { precision: 1, rule: 'place-exact' };
    case 'district':
      return { precision: 2, rule: 'place-district' };
    case 'province':
    case 'region':
      return { precision: 3, rule: 'place-province' };
    case 'country':
      return { precision: '', rule: 'place-too-wide' };
    case undefined:
      return { precision: '', rule: 'place-not-stated' };
  }
}
