import { type Conflict, mergeDecisionsOf } from '@trucewatch/schema';
import { type Happening, HappeningIndex, sideOf, type Told, toldEvents } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import type { Story } from '../stories.ts';
import { eventsOf } from './conflict-events.ts';

/** What a conflict's reports tell of, each happening with all its reports. */
export interface ConflictHappenings {
  /** Oldest first. */
  all: readonly Happening[];
  toldOf(happening: Happening): Told[];
  /** Position in the conflict's `parties`, -1 for no side. */
  sideOf: SideOf;
}

type SideOf = (actor: { id?: string | undefined; name: string }) => number;

/** A conflict's index with what of each article was put into it. */
interface Kept {
  parties: string;
  index: HappeningIndex;
  articles: Map<string, { report: StoredReport; events: string }>;
  /** What people decided, as text to compare. */
  decided: string;
}

/** Conflicts whose index is kept from one revision to the next; those looked at last. */
const most = 12;

const made = new WeakMap<Conflict, ConflictHappenings>();
const kept = new Map<string, Kept>();

/**
 * The happenings of a conflict, made once for each folding of it. Those of the present go on from the last revision: a
 * further article costs the time of what is near it.
 */
export function happeningsOf(
  conflict: Conflict,
  story: Pick<Story, 'reports' | 'asKnownAt' | 'acts'>,
): ConflictHappenings {
  let found = made.get(conflict);
  if (!found) {
    const { index, side } = indexOf(conflict, story);
    const all = index.happenings();
    // Of the index a later revision changes, what belongs to this one is taken now.
    const told = new Map(all.map((one) => [one, index.toldOf(one)]));
    found = {
      all,
      toldOf: (happening) => [...(told.get(happening) ?? [])],
      sideOf: side,
    };
    made.set(conflict, found);
  }
  return found;
}

/** Reads on which side of a conflict somebody stands, by the position in its parties. */
export function sideReader(conflict: Pick<Conflict, 'id' | 'parties'>): SideOf {
  return (actor) => {
    const party = sideOf(conflict, actor);
    return party === null ? -1 : conflict.parties.indexOf(party);
  };
}

function indexOf(
  conflict: Conflict,
  { reports, asKnownAt, acts }: Pick<Story, 'reports' | 'asKnownAt' | 'acts'>,
) {
  const side = sideReader(conflict);
  const parties = conflict.parties.join('\n');
  const before = asKnownAt === null ? kept.get(conflict.id) : undefined;
  const current =
    before?.parties === parties
      ? before
      : { parties, index: new HappeningIndex({ sideOf: side }), articles: new Map(), decided: '[]' };
  const decisions = mergeDecisionsOf(acts);
  const decided = JSON.stringify(decisions);
  if (decided !== current.decided) {
    current.index.decide(decisions);
    current.decided = decided;
  }
  bringUpTo(
    current,
    Map.groupBy(eventsOf(conflict, reports), ({ report }) => report),
  );
  if (asKnownAt === null) {
    kept.delete(conflict.id);
    kept.set(conflict.id, current);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }
  return { index: current.index, side };
}

/** Takes out what is gone or told otherwise by now, and puts in what is new. */
function bringUpTo(
  { index, articles }: Kept,
  told: Map<StoredReport, { event: StoredReport['events'][number] }[]>,
): void {
  const gone = new Set(articles.keys());
  for (const [report, own] of told) {
    const { id } = report.article;
    const events = own.map(({ event }) => event.id).join('\n');
    const known = articles.get(id);
    gone.delete(id);
    if (known?.report === report && known.events === events) continue;
    if (known) index.remove(id);
    index.add(toldEvents([{ article: report.article, events: own.map(({ event }) => event) }]));
    articles.set(id, { report, events });
  }
  for (const id of gone) {
    index.remove(id);
    articles.delete(id);
  }
}
