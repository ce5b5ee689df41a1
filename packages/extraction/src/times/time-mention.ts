import type { Third, Unit } from './time-words.ts';

/** A year, month, day, weekday or a distance from publication: what a text says of the date. */
export type DatePart =
  /** `weekday` from Sunday, 0, where the text has it beside the date: it tells the year; `yearShift` is -1 in "12 May last year". */
  | { kind: 'day'; day: number; month: number; year?: number; yearShift?: number; weekday?: number }
  | { kind: 'month'; month: number; year?: number; yearShift?: number; part?: Third }
  | { kind: 'year'; from: number; to: number; part?: Third }
  | { kind: 'season'; month: number; year?: number; shift?: -1 | 0 | 1 }
  | { kind: 'weekday'; weekday: number; shift?: 'last' | 'next' }
  /** Days from the day of publication. */
  | { kind: 'relative_day'; days: number }
  /** Days from the day of publication, as a stretch. */
  | { kind: 'relative_span'; from: number; to: number; level: 'week' | 'month' | 'year' | 'longer' | 'day' }
  /** "last week", "this month", "next year", "the weekend": whole ones by the calendar, counted from publication's own. */
  | { kind: 'calendar'; unit: 'week' | 'weekend' | 'month' | 'year'; shift: number; part?: Third }
  /** "from 10 to 12 October", "between Monday and Wednesday". */
  | { kind: 'range'; from: DatePart; to: DatePart }
  /** "two days later", "a day after the truce began", "the same day": counted from another time of the text. */
  | { kind: 'anchored'; amount: number | null; unit: Unit; direction: -1 | 0 | 1 };

export type PartOfDay =
  | 'early_hours'
  | 'early'
  | 'morning'
  | 'afternoon'
  | 'evening'
  | 'late'
  | 'night'
  | 'overnight'
  | 'earlier';

export interface Clock {
  hour: number;
  minute: number;
  /** An IANA zone, several parted by `|` where a state has them, or `local` for the place of the event. */
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
  /** "between 5 and 7 a.m.": the end of the range that `clock` begins. */
  clockTo?: Clock;
  part?: PartOfDay;
  /** "since Sunday": it runs from there to publication. */
  since: boolean;
  /** "from midnight on Saturday": the midnight that follows that day. */
  nightAfter?: true;
  /** "until midnight on 7 January", "expired at midnight on 7 January": the midnight that ends that day. */
  closes?: true;
  /** "by Friday", "will … on Monday": it lies ahead. */
  ahead: boolean;
  /** It does not date the happening: the age of a thing ("the six-week-old battle"), a comparison ("the worst since 2016"). */
  aside?: true;
  /** "BAKU, Oct 10 (Reuters) -": it dates the report. */
  dateline?: true;
  /** The date is its twin's: zones may put it on the day before or after. */
  borrowed?: true;
  /** Index in the same list of another expression of the same instant: "8 a.m. (0400 GMT)". */
  twin?: number;
}
