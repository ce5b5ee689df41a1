import type { Moment, MomentLevel, Span } from '@trucewatch/schema';
import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { Unreadable } from './unreadable.ts';

const minute = 60_000;
const day = 86_400_000;

/** How finely a stretch of so many milliseconds gives a time. */
const levels: readonly [number, MomentLevel][] = [
  [minute, 'minute'],
  [60 * minute, 'hour'],
  [12 * 60 * minute, 'part_of_day'],
  [1.2 * day, 'day'],
  [8 * day, 'week'],
  [32 * day, 'month'],
  [367 * day, 'year'],
];

const Local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);

/** Two times in UTC as a form's fields give them, the second empty when it is one instant. */
export function readMoment(form: FormData, span: Span): Moment {
  const earliest = instantOf(form.get('earliest'));
  const latest = form.get('latest') ? instantOf(form.get('latest')) : earliest;
  if (latest < earliest) throw new Unreadable(m.review_problem_time_order());
  const level = levels.find(([width]) => latest - earliest <= width)?.[1] ?? 'longer';
  return {
    earliest: new Date(earliest).toISOString(),
    latest: new Date(latest).toISOString(),
    level,
    basis: 'derived',
    text: span.quote,
    span,
  };
}

function instantOf(value: FormDataEntryValue | null): number {
  const local = Local.safeParse(value);
  const at = local.success ? Date.parse(`${local.data}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new Unreadable(m.review_problem_time());
  return at;
}
