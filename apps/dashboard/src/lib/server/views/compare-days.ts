import type { DayLink } from '#lib/compare/view.ts';
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
  const link = (label: string, one: string | undefined): DayLink[] =>
    one === undefined
      ? []
      : [{ label: `${label}, ${dayWords(one)}`, day: one, href: dayPath(conflictPath, one) }];
  const busyBefore = reported.includes(previous) ? undefined : reported.findLast((one) => one < previous);
  const busyAfter = reported.includes(next) ? undefined : reported.find((one) => one > next);
  return [
    ...link('Previous day with articles', busyBefore),
    ...link('Previous day', previous),
    ...link('Next day', next),
    ...link('Next day with articles', busyAfter),
  ];
}
