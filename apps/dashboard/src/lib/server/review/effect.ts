import { type Act, type Decision, type EventRef, subjectOf, subjectsOf } from '@trucewatch/schema';
import type { Story as History } from '@trucewatch/status';
import type { Store, StoredReport } from '@trucewatch/store';
import type { EffectView } from '#lib/review/view.ts';
import { type Counted, counted, type Story } from '../stories.ts';
import { ceasefireDifferences } from '../views/compare-ceasefires.ts';
import { statusDifferences } from '../views/compare-status.ts';
import { statusRows } from '../views/status-rows.ts';
import { foldedFrom } from './folded.ts';

/**
 * What decisions would change of a conflict, found by folding it with and without them. Nothing is stored. `now` is an
 * ISO instant; `event` the one of whose happening the number of reports is told.
 */
export async function effectOf(
  store: Pick<Store, 'extractions' | 'acts'>,
  story: Story,
  decisions: readonly Decision[],
  now: string,
  event: EventRef | null,
): Promise<EffectView> {
  const undone = await undoneBy(store, decisions);
  const about = [...decisions, ...undone.map(({ decision }) => decision)].flatMap(subjectsOf);
  const before = new Map(story.reports);
  for (const report of await missing(store, story, about)) before.set(report.article.id, counted(report));
  const trial = decisions.map((decision, index) => trialAct(decision, index, now));
  const isUndone = ({ id }: Act) => undone.some((one) => one.id === id);
  const after = new Map(before);
  for (const [id, { stored }] of before) {
    const own = [subjectOf.article(id), subjectOf.publisher(stored.article.source ?? '')];
    if (!about.some((subject) => own.includes(subject))) continue;
    after.set(id, counted({ ...stored, acts: [...stored.acts.filter((act) => !isUndone(act)), ...trial] }));
  }
  const acts = [...story.acts.filter((act) => !isUndone(act)), ...trial];
  return differenceBetween(story, { reports: before, acts: story.acts }, { reports: after, acts }, event);
}

/** Before all that is told: two states of one knowledge have no instants between them to tell past from future. */
const beginning = new Date(0).toISOString();

interface State {
  reports: Map<string, Counted>;
  acts: readonly Act[];
}

/** What two states of a conflict differ in. `after` must hold a list of acts of its own. */
export function differenceBetween(
  story: Story,
  before: State,
  after: State,
  event: EventRef | null,
): EffectView {
  const history = foldedFrom(story);
  const id = story.timeline.conflicts[0]?.id ?? '';
  const told = () => ({ conflict: history.conflict(id), reports: reportsWith(history, id, event) });
  const then = told();
  move(history, before, after, story);
  const next = told();
  move(history, after, before, story);
  const side = ({ conflict }: typeof then, { reports }: State) => ({
    at: beginning,
    rows: conflict ? statusRows(conflict, reports) : [],
  });
  // An event that comes or goes itself says nothing of how many others tell of it.
  const isSame = then.reports === next.reports || then.reports === 0 || next.reports === 0;
  return {
    statuses: statusDifferences(side(then, before), side(next, after), () => false),
    ceasefires: ceasefireDifferences(
      { ceasefires: then.conflict?.ceasefires ?? [], reports: before.reports },
      { ceasefires: next.conflict?.ceasefires ?? [], reports: after.reports },
    ),
    reports: isSame ? null : { before: then.reports, after: next.reports },
  };
}

/** Brings the fold from one state to another; articles that the story does not have are taken out on the way back. */
function move(history: History, from: State, to: State, story: Story): void {
  if (from.acts !== to.acts) history.decide(to.acts);
  for (const [id, report] of to.reports) {
    if (report === from.reports.get(id)) continue;
    if (report === story.reports.get(id) || to.acts !== story.acts) history.replace(report);
    else history.remove(id);
  }
}

function reportsWith(history: History, conflictId: string, event: EventRef | null): number {
  if (!event) return 0;
  return history.happenings(conflictId)?.happeningOf(event)?.events.length ?? 0;
}

function trialAct(decision: Decision, index: number, at: string): Act {
  return { id: `trial ${index}`, decision, author: 'trial', at, reason: 'trial', undoneBy: null };
}

async function undoneBy(store: Pick<Store, 'acts'>, decisions: readonly Decision[]): Promise<Act[]> {
  const ids = decisions.flatMap((decision) => (decision.kind === 'undo' ? decision.act : []));
  const found = await Promise.all(ids.map((id) => store.acts.get(id)));
  return found.filter((act) => act !== null);
}

/** Reports of articles that decisions are about and that tell nothing of the conflict as it counts now. */
async function missing(
  store: Pick<Store, 'extractions'>,
  story: Story,
  subjects: readonly string[],
): Promise<StoredReport[]> {
  const ids = subjects.flatMap((one) => (one.startsWith('article:') ? one.slice('article:'.length) : []));
  const wanted = [...new Set(ids)].filter((id) => !story.reports.has(id));
  if (wanted.length === 0) return [];
  return store.extractions.atOneRevision(async (reader) => {
    const reports: StoredReport[] = [];
    for await (const report of reader.reportsOf(wanted)) reports.push(report);
    return reports;
  });
}
