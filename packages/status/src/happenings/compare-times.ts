import { day, gap, hour, type Range, width } from '../range.ts';
import type { Traits } from './traits.ts';
import { weights } from './weights.ts';

/** How far two reports of one hour may differ: news rounds, and zones are mistaken. */
const slack = 6 * hour;

/** A day, wherever its zone: 36 hours hold it. */
const aDay = 36 * hour;

/** What the times of two events say for their being one, in bits. */
export function compareTimes(a: Traits, b: Traits): number {
  if (!a.time || !b.time) return 0;
  if (a.isDated && b.isDated) return dated(a.time, b.time);
  if (!a.isDated && !b.isDated) return undated(a, b);
  return a.isDated ? datedAndUndated(a.time, b) : datedAndUndated(b.time, a);
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
function undated(a: Traits, b: Traits): number {
  const lag = Math.abs((a.published ?? 0) - (b.published ?? 0));
  if (lag <= 18 * hour) return weights.time.sameDays;
  if (lag <= aDay) return weights.time.vague;
  return lag <= 2.5 * day ? weights.time.touching : weights.ruledOut;
}

/** Nothing is told of before it happened, and little of it without a date days later. */
function datedAndUndated(when: Range, { published }: Traits): number {
  const lag = (published ?? 0) - when.latest;
  if (lag < -slack - width(when)) return weights.ruledOut;
  if (lag <= aDay) return weights.time.sameDays;
  return lag <= 2.5 * day ? weights.time.touching : weights.ruledOut;
}
