/** A year, month, day, weekday or a distance from publication: what a text says of the date. */
export type DatePart =
  | { kind: 'day'; day: number; month: number; year?: number }
  | { kind: 'month'; month: number; year?: number; part?: 'early' | 'mid' | 'late' }
  | { kind: 'year'; from: number; to: number }
  | { kind: 'weekday'; weekday: number; shift?: 'last' | 'next' }
  /** Days from the day of publication. */
  | { kind: 'relative_day'; days: number }
  /** Days from the day of publication, as a stretch. */
  | { kind: 'relative_span'; from: number; to: number; level: 'week' | 'month' | 'year' | 'longer' | 'day' };

export type PartOfDay = 'early_hours' | 'morning' | 'afternoon' | 'evening' | 'night' | 'earlier';

export interface Clock {
  hour: number;
  minute: number;
  /** An IANA zone, or `local` for the place of the event. */
  zone: string | null;
  word?: 'midnight' | 'noon';
  hasMinute: boolean;
}

/** A time expression as it stands; it becomes an interval only with a place and a publication date. */
export interface TimeMention {
  start: number;
  end: number;
  text: string;
  date?: DatePart;
  clock?: Clock;
  part?: PartOfDay;
  /** "since Sunday": it runs from there to publication. */
  since: boolean;
  /** "from midnight on Saturday": the midnight that follows that day. */
  nightAfter?: true;
  /** "by Friday", "will … on Monday": it lies ahead. */
  ahead: boolean;
  /** Index in the same list of another expression of the same instant: "8 a.m. (0400 GMT)". */
  twin?: number;
}
