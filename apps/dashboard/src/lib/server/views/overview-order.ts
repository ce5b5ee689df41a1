import type { ConflictSummary } from '#lib/status/conflict-summary.ts';
import type { OverviewRequest, OverviewSort } from '#lib/status/overview-request.ts';

/** The conflicts of a status on either axis whose name, or a party's, holds every word asked for. */
export function matching(
  conflicts: readonly ConflictSummary[],
  { formal, compliance, q, onlyNew }: OverviewRequest,
): ConflictSummary[] {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return conflicts.filter(({ name, parties, status, news }) => {
    const names = folded([name, ...parties].join(' '));
    return (
      (formal === undefined || status.formal.value === formal) &&
      (compliance === undefined || status.compliance.value === compliance) &&
      (!onlyNew || news !== null) &&
      words.every((word) => names.includes(word))
    );
  });
}

/** Latest first, or soonest, or by name; conflicts without such an instant come last, and equals go by name. */
export function sorted(conflicts: readonly ConflictSummary[], sort: OverviewSort): ConflictSummary[] {
  const at = (instant: string | null | undefined, otherwise: number) =>
    instant ? Date.parse(instant) : otherwise;
  const keys: Record<OverviewSort, (conflict: ConflictSummary) => number> = {
    report: ({ lastReport }) => -at(lastReport, 0),
    change: ({ lastChange }) => -at(lastChange?.from, 0),
    next: ({ next }) => at(next, Number.MAX_SAFE_INTEGER),
    name: () => 0,
  };
  const key = keys[sort];
  return conflicts.toSorted((a, b) => key(a) - key(b) || a.name.localeCompare(b.name, 'en'));
}

/** Without case and accents, as people type names. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
