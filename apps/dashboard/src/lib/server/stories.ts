import type { Timeline } from '@trucewatch/schema';
import { timeline } from '@trucewatch/status';
import type { Store, StoredReport } from '@trucewatch/store';

/** All reports with the timeline folded from them, of one revision of the database and one known time. */
export interface Story {
  revision: number;
  asKnownAt: string | null;
  /** By article id, in the order of arrival; only those known at `asKnownAt`. */
  reports: Map<string, StoredReport>;
  timeline: Timeline;
}

/** Known times kept beside the present one, for readers who go back and forth. */
const kept = 12;

/**
 * The story, computed once for a revision and a known time however many ask for it: the database's revision says
 * when it is stale. Askers at one time share one computation.
 */
export function openStories(store: Pick<Store, 'extractions'>) {
  let revision = -1;
  let all: Promise<StoredReport[]> | undefined;
  const stories = new Map<string, Promise<Story>>();

  async function compute(
    asKnownAt: string | null,
    at: number,
    reports: Promise<StoredReport[]>,
  ): Promise<Story> {
    const known = (await reports).filter(({ article }) => isKnown(article.publishedAt, asKnownAt));
    return {
      revision: at,
      asKnownAt,
      reports: new Map(known.map((report) => [report.article.id, report])),
      timeline: timeline(known, asKnownAt === null ? {} : { asKnownAt }),
    };
  }

  return {
    /** The story now, or as it was known at an ISO instant. */
    async story(asKnownAt: string | null = null): Promise<Story> {
      const current = await store.extractions.revision();
      if (current !== revision || !all) {
        revision = current;
        stories.clear();
        all = Array.fromAsync(store.extractions.reports());
      }
      const key = asKnownAt ?? '';
      const found = stories.get(key);
      if (found) return found;
      const computed = compute(asKnownAt, revision, all);
      computed.catch(() => {
        stories.delete(key);
        all = undefined;
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
