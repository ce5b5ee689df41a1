import type { Moment } from '@trucewatch/schema';

/** A stretch of time in epoch milliseconds UTC: the thing happened somewhere in it. */
export interface Range {
  readonly earliest: number;
  readonly latest: number;
}

export const hour = 3_600_000;
export const day = 24 * hour;

export function rangeOf(moment: Moment): Range {
  return { earliest: Date.parse(moment.earliest), latest: Date.parse(moment.latest) };
}

/** How much the range leaves open, in milliseconds. */
export function width(range: Range): number {
  return range.latest - range.earliest;
}

/** The time between two ranges in milliseconds; 0 when they touch or overlap. */
export function gap(a: Range, b: Range): number {
  return Math.max(0, a.earliest - b.latest, b.earliest - a.latest);
}

/** What two ranges have in common, or null. */
export function intersection(a: Range, b: Range): Range | null {
  const earliest = Math.max(a.earliest, b.earliest);
  const latest = Math.min(a.latest, b.latest);
  return earliest <= latest ? { earliest, latest } : null;
}

/** The range without what lies after `limit`; unchanged when nothing would be left. */
export function notAfter(range: Range, limit: number): Range {
  return limit < range.earliest || limit >= range.latest
    ? range
    : { earliest: range.earliest, latest: limit };
}

/**
 * The one instant at which the fold puts something that happened within a range.
 * Up to 36 hours (a day, wherever its zone): the middle, which keeps the largest possible error smallest.
 * Wider: the end, the instant by which it had surely happened; the middle of a month would be a made-up date.
 */
export function placed(range: Range): number {
  const open = width(range);
  return open <= 36 * hour ? range.earliest + Math.floor(open / 2) : range.latest;
}

export function instant(at: number): string {
  return new Date(at).toISOString();
}

/** The UTC day of an instant, such as 2020-10-17. */
export function dayOf(at: number): string {
  return instant(at).slice(0, 10);
}
