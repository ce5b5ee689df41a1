import type { DayLink } from '#lib/compare/view.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayWords } from '#lib/time/instant.ts';

const day = 86_400_000;

/** The address of what one UTC day (`2020-10-17`) brought: the end of the day before beside the end of it. */
function dayPath(conflictPath: string, of: string): string {
  const eve = new Date(Date.parse(of) - day).toISOString().slice(0, 10);
  return `${conflictPath}/compare?a=${eve}&b=${of}`;
}

/**
 * Permalinks to the day before and after the day of `at`, and to the nearest days beyond them on which articles came
 * out (`reported`, UTC days in order).
 */
export function dayLinks(conflictPath: string, at: string, reported: readonly string[]): DayLink[] {
  const shown = Date.parse(at.slice(0, 10));
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  const [previous, next] = [iso(shown - day), iso(shown + day)];
  const link = (label: (inputs: { day: string }) => string, one: string | undefined): DayLink[] =>
    one === undefined
      ? []
      : [{ label: label({ day: dayWords(one) }), day: one, href: dayPath(conflictPath, one) }];
  const busyBefore = reported.includes(previous) ? undefined : reported.findLast((one) => one < previous);
  const busyAfter = reported.includes(next) ? undefined : reported.find((one) => one > next);
  return [
    ...link(m.compare_previous_with_articles, busyBefore),
    ...link(m.compare_previous_day, previous),
    ...link(m.compare_next_day, next),
    ...link(m.compare_next_with_articles, busyAfter),
  ];
}
