import type { StoredReport } from '@trucewatch/store';
import type { TouchedConflict } from '#lib/reextraction/view.ts';
import type { EffectView } from '#lib/review/view.ts';
import { differenceBetween } from '../review/effect.ts';
import type { Services } from '../services.ts';
import { counted } from '../stories.ts';
import { conflictPath } from '../views/sentence.ts';

/** Conflicts that are worked out on one page: each takes two folds. */
const mostEffects = 4;

type Tools = Pick<Services, 'store' | 'stories'>;

/**
 * The conflicts that undecided articles of a run tell of, and what accepting them would change of each: of the one that was
 * chosen, or of the first few.
 */
export async function touchedConflicts(
  tools: Tools,
  runId: string,
  chosen: string | null,
): Promise<TouchedConflict[]> {
  const all = await tools.store.reextractions.conflicts(runId);
  const views: TouchedConflict[] = [];
  for (const [index, conflict] of all.entries()) {
    const isWanted = chosen === null ? index < mostEffects : conflict.id === chosen;
    views.push({
      ...conflict,
      path: conflictPath(conflict.id),
      href: `?conflict=${encodeURIComponent(conflict.id)}#effects`,
      effect: isWanted ? await effectOn(tools, runId, conflict.id) : null,
    });
  }
  return views;
}

/** What a conflict would be if all candidates counted; null when it has no rows any more. */
async function effectOn(
  { store, stories }: Tools,
  runId: string,
  conflictId: string,
): Promise<EffectView | null> {
  const [story, candidates] = await Promise.all([
    stories.of(conflictId),
    store.reextractions.candidates(runId, conflictId),
  ]);
  if (!story) return null;
  const before = new Map(story.reports);
  const missing = candidates.flatMap(({ articleId }) => (before.has(articleId) ? [] : articleId));
  for (const report of await reportsOf(store, missing)) before.set(report.article.id, counted(report));
  const after = new Map(before);
  for (const { articleId, events } of candidates) {
    const report = before.get(articleId);
    if (report) after.set(articleId, counted({ ...report.stored, events }));
  }
  const effect = differenceBetween(
    story,
    { reports: before, acts: story.acts },
    // A list of its own, as that of a trial: see `differenceBetween`.
    { reports: after, acts: [...story.acts] },
    null,
  );
  // The pages of events that do not count yet are not there: nothing links to them.
  const ceasefires = effect.ceasefires.map((one) => ({
    ...one,
    because: null,
    fields: one.fields.map((field) => ({ ...field, because: null })),
  }));
  return { ...effect, ceasefires };
}

async function reportsOf(store: Tools['store'], ids: readonly string[]): Promise<StoredReport[]> {
  if (ids.length === 0) return [];
  return store.extractions.atOneRevision(async (reader) => {
    const reports: StoredReport[] = [];
    for await (const report of reader.reportsOf(ids)) reports.push(report);
    return reports;
  });
}
