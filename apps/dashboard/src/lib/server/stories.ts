import { type Act, type Conflict, publicationInterval, type Timeline } from '@trucewatch/schema';
import { type CountedReport, countReport, Story as History, toldEvents } from '@trucewatch/status';
import type { DerivedStory, Heads, Store, StoredReport } from '@trucewatch/store';

/** One conflict with the reports of its articles, of one revision of the database and one known time. */
export interface Story {
  revision: number;
  asKnownAt: string | null;
  /** By article id, in the order of arrival; only those known at `asKnownAt`. Their events are those that count. */
  reports: Map<string, Counted>;
  /** What people decided of several articles at once. */
  acts: readonly Act[];
  /** Holds the one conflict, with its events; nothing when none was known of it at `asKnownAt`. */
  timeline: Timeline;
}

/** A stored report with the events that count in place of those that were found, and what people decided of them. */
export interface Counted extends StoredReport {
  /** As the database has it, with the events as they were found. */
  stored: StoredReport;
  counted: Pick<CountedReport, 'provenance' | 'unanchored' | 'mutedBy'>;
}

/** A conflict as it was read last, and what was folded of it for known times. */
interface Kept {
  readonly version: string;
  readonly present: Promise<Story | null>;
  readonly known: Map<string, Promise<Story>>;
  /** Events held in memory: some 2 KB each. */
  events: number;
}

/** Events of all conflicts kept in memory; beyond it the conflicts longest not asked for are forgotten. */
const mostEvents = 60_000;
/** Known times kept of a conflict, for readers who go back and forth. */
const mostKnown = 12;

/**
 * The stories of conflicts, each read once for all who ask at one time and kept while it is asked for; later only what
 * was extracted since is read again. The present one is what the derived rows have. As known at an instant it is folded
 * from those of the conflict's articles that were out: which articles are of the conflict is read as today.
 */
export function openStories(
  store: { derived: Pick<Store['derived'], 'story'> },
  heads: { current(): Promise<Pick<Heads, 'versions'>> },
  most = mostEvents,
) {
  const kept = new Map<string, Kept>();

  async function read(id: string, before: Story | null): Promise<Story | null> {
    const known = before?.reports ?? new Map<string, Counted>();
    const found = await store.derived.story(id, (article, at) => known.get(article)?.revision === at);
    return found && presentOf(found, known);
  }

  function forget(): void {
    let all = [...kept.values()].reduce((sum, { events }) => sum + events, 0);
    for (const [id, { events }] of kept) {
      if (all <= most || kept.size === 1) return;
      all -= events;
      kept.delete(id);
    }
  }

  /** The conflict of this version, read or being read; as the last one asked for. */
  function keep(id: string, version: string): Kept {
    const before = kept.get(id);
    kept.delete(id);
    if (before?.version === version) {
      kept.set(id, before);
      return before;
    }
    // After the one before: it goes on from what that one read.
    const earlier = before?.present.catch(() => null) ?? Promise.resolve(null);
    const present = earlier.then((story) => read(id, story));
    const entry: Kept = { version, present, known: new Map(), events: before?.events ?? 0 };
    kept.set(id, entry);
    present.then(
      (story) => {
        entry.events = story?.timeline.conflicts[0]?.events?.length ?? 0;
        forget();
      },
      () => {
        if (kept.get(id) === entry) kept.delete(id);
      },
    );
    return entry;
  }

  return {
    /** The story of a conflict now, or as it was known at an ISO instant; null when there is no such conflict. */
    async of(conflictId: string, asKnownAt: string | null = null): Promise<Story | null> {
      const version = (await heads.current()).versions.get(conflictId);
      if (version === undefined) {
        kept.delete(conflictId);
        return null;
      }
      const { present, known } = keep(conflictId, version);
      const story = await present;
      if (!story || asKnownAt === null) return story;
      const found =
        known.get(asKnownAt) ?? Promise.resolve().then(() => asKnown(story, conflictId, asKnownAt));
      known.delete(asKnownAt);
      known.set(asKnownAt, found);
      const oldest = known.keys().next().value;
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
      return found;
    },
  };
}

/** The report as it counts. */
export function counted(stored: StoredReport): Counted {
  const { report, provenance, unanchored, mutedBy } = countReport(stored, stored.acts);
  const article = { ...stored.article, ...report.article };
  return { ...stored, ...report, article, stored, counted: { provenance, unanchored, mutedBy } };
}

/** What was read, with what was there already. */
function presentOf(
  { conflict, articles, reports, revision, acts }: DerivedStory,
  known: ReadonlyMap<string, Counted>,
): Story {
  const all = new Map([...known, ...reports.map((report) => [report.article.id, counted(report)] as const)]);
  const own = [...articles.keys()].flatMap((id) => all.get(id) ?? []).sort((a, b) => a.ordinal - b.ordinal);
  const told = own.map(({ article, events }) => {
    const ids = new Set(articles.get(article.id));
    return { article, events: events.filter(({ id }) => ids.has(id)) };
  });
  const events = toldEvents(told).map(({ ref }) => ref);
  return {
    revision,
    asKnownAt: null,
    reports: new Map(own.map((report) => [report.article.id, report])),
    acts,
    timeline: timelineOf({ ...conflict, events }),
  };
}

function asKnown({ revision, reports, acts }: Story, conflictId: string, asKnownAt: string): Story {
  const known = [...reports.values()].filter(({ article }) => isKnown(article.publishedAt, asKnownAt));
  const history = new History({ asKnownAt: Date.parse(asKnownAt) });
  history.decide(acts);
  history.add(known);
  return {
    revision,
    asKnownAt,
    reports: new Map(known.map((report) => [report.article.id, report])),
    acts,
    timeline: timelineOf(history.conflict(conflictId)),
  };
}

/** Of a conflict that nothing dates there is nothing to show. */
function timelineOf(conflict: Conflict | null): Timeline {
  const isShown = conflict && conflict.intervals.length + conflict.ceasefires.length > 0;
  return { conflicts: isShown ? [conflict] : [] };
}

/** A bare date is known at the end of its UTC day; an article without a date counts as always known. */
function isKnown(publishedAt: string | undefined, asKnownAt: string): boolean {
  return !publishedAt || publicationInterval(publishedAt).latest <= Date.parse(asKnownAt);
}
