import type { Timeline } from '@trucewatch/schema';
import { Story as History, timeline } from '@trucewatch/status';
import type { Store, StoredReport } from '@trucewatch/store';

/** All reports with the timeline folded from them, of one revision of the database and one known time. */
export interface Story {
  revision: number;
  asKnownAt: string | null;
  /** By article id, in the order of arrival; only those known at `asKnownAt`. */
  reports: Map<string, StoredReport>;
  timeline: Timeline;
}

/** What is read and folded so far, and goes on with each revision. */
interface Present {
  readonly revision: number;
  readonly reports: Map<string, StoredReport>;
  readonly history: History;
  /** Made at once: the history goes on changing. */
  readonly timeline: Timeline;
}

/** Known times kept beside the present one, for readers who go back and forth. */
const kept = 12;

/**
 * The story, computed once for a revision and a known time however many ask for it: the database's revision says
 * when it is stale. Then only what was extracted since is read and put into the one history that is kept. Askers at
 * one time share one computation.
 */
export function openStories(store: Pick<Store, 'extractions'>) {
  let revision = -1;
  let present: Promise<Present> | undefined;
  const stories = new Map<string, Promise<Story>>();

  async function bringUpTo(next: number, before: Present | undefined): Promise<Present> {
    const history = before?.history ?? new History();
    const reports = new Map(before?.reports);
    let last = [...reports.values()].at(-1)?.ordinal ?? 0;
    let isInOrder = true;
    for await (const report of store.extractions.reports(before?.revision)) {
      const { id } = report.article;
      isInOrder &&= reports.has(id) || report.ordinal > last;
      if (!reports.has(id)) last = report.ordinal;
      history.replace(report);
      reports.set(id, report);
    }
    const all = isInOrder
      ? reports
      : new Map([...reports].sort(([, { ordinal: a }], [, { ordinal: b }]) => a - b));
    return { revision: next, reports: all, history, timeline: history.timeline() };
  }

  async function compute(asKnownAt: string | null, now: Promise<Present>): Promise<Story> {
    const { revision: at, reports, timeline: told } = await now;
    if (asKnownAt === null) return { revision: at, asKnownAt, reports, timeline: told };
    const known = [...reports.values()].filter(({ article }) => isKnown(article.publishedAt, asKnownAt));
    return {
      revision: at,
      asKnownAt,
      reports: new Map(known.map((report) => [report.article.id, report])),
      timeline: timeline(known, { asKnownAt }),
    };
  }

  return {
    /** The story now, or as it was known at an ISO instant. */
    async story(asKnownAt: string | null = null): Promise<Story> {
      const current = await store.extractions.revision();
      if (current > revision || !present) {
        const before = present;
        revision = current;
        stories.clear();
        // One after the other: each goes on from what the one before it made.
        present = Promise.resolve(before).then((made) => bringUpTo(current, made));
      }
      const key = asKnownAt ?? '';
      const found = stories.get(key);
      if (found) return found;
      const computed = compute(asKnownAt, present);
      computed.catch(() => {
        stories.clear();
        present = undefined;
      });
      stories.set(key, computed);
      const oldest = [...stories.keys()].find((one) => one !== '' && one !== key);
      if (stories.size > kept && oldest !== undefined) stories.delete(oldest);
      return computed;
    },
  };
}

/** A bare date is known at the end of its UTC day; an article without a date counts as always known. */
function isKnown(publishedAt: string | undefined, asKnownAt: string | null): boolean {
  if (!publishedAt || asKnownAt === null) return true;
  const published = publishedAt.length === 10 ? `${publishedAt}T23:59:59.999Z` : publishedAt;
  return Date.parse(published) <= Date.parse(asKnownAt);
}
