import { day, gap, hour, type Range, width } from '../range.ts';
import type { Traits } from './traits.ts';
import { weights } from './weights.ts';

/** How far two reports of one hour may differ: news rounds, and zones are mistaken. */
const slack = 6 * hour;

/** A day, wherever its zone: 36 hours hold it. */
const aDay = 36 * hour;

/** What is no longer told of as news without a date. */
const stale = 2.5 * day;

/** What the times of two events say for their being one, in bits. */
export function compareTimes(a: Traits, b: Traits): number {
  if (a.when) return b.when ? dated(a.when, b.when) : datedAndUndated(a.when, b.published);
  return b.when ? datedAndUndated(b.when, a.published) : undated(a.published, b.published);
}

function dated(a: Range, b: Range): number {
  const { time, ruledOut } = weights;
  const apart = gap(a, b);
  if (apart > slack) return ruledOut;
  const [narrower, wider] = width(a) < width(b) ? [width(a), width(b)] : [width(b), width(a)];
  if (apart > 0) return wider <= slack ? time.sameDays : time.touching;
  const shared = Math.min(a.latest, b.latest) - Math.max(a.earliest, b.earliest);
  if (shared < narrower / 2) return time.vague;
  if (wider <= slack) return time.sameHours;
  if (wider <= aDay) return time.sameDay;
  return wider <= 8 * day ? time.sameDays : time.vague;
}

/** Both are dated by publication alone: an event is told of on its day and on the next. */
function undated(a: number | null, b: number | null): number {
  if (a === null || b === null) return 0;
  const lag = Math.abs(a - b);
  if (lag <= 18 * hour) return weights.time.sameNews;
  if (lag <= aDay) return weights.time.nextNews;
  return lag <= stale ? weights.time.oldNews : weights.ruledOut;
}

/** Nothing is told of before it happened, and little of it without a date days later. */
function datedAndUndated(when: Range, published: number | null): number {
  if (published === null) return 0;
  const lag = published - when.latest;
  if (lag < -slack - width(when)) return weights.ruledOut;
  if (lag <= aDay) return weights.time.sameNews;
  return lag <= stale ? weights.time.touching : weights.ruledOut;
}
