import type { Store } from '@trucewatch/store';
import type { SourceCounts, SourceView } from '#lib/sources/view.ts';
import type { openHeads } from './heads.ts';
import { articlePath, conflictPath } from './views/sentence.ts';
import { none, sourceCounts, summed } from './views/source-counts.ts';
import { type KnownSource, knownSources, relatedTo } from './views/sources.ts';

/** So long the list of publishers is taken as still right; in milliseconds. */
const lasting = 30_000;
/** Conflicts of which is kept what each publisher told: some kilobytes each. */
const mostKept = 100;
/** Of a publisher's conflicts those are counted of which it has most articles: each not yet kept costs some 50 ms. */
const mostCounted = 12;
const mostLatest = 20;
/** Acts on publishers that are read, the newest ones. */
const mostActs = 5_000;

/** What is known of publishers, kept while it is asked for. */
export function openSources(
  store: Pick<Store, 'sources' | 'acts'>,
  heads: Pick<ReturnType<typeof openHeads>, 'current'>,
) {
  const kept = new Map<string, { version: string; counts: Promise<Map<string, SourceCounts>> }>();
  let list: { all: Promise<KnownSource[]>; at: number } | undefined;

  async function readAll(): Promise<KnownSource[]> {
    const [names, described, muted] = await Promise.all([
      store.sources.names(),
      store.acts.list({ kind: 'describe_publisher', limit: mostActs }),
      store.acts.list({ kind: 'mute_publisher', limit: mostActs }),
    ]);
    return knownSources(names, [...described, ...muted]);
  }

  function all(): Promise<KnownSource[]> {
    if (list && performance.now() - list.at < lasting) return list.all;
    const read = { all: readAll(), at: performance.now() };
    list = read;
    read.all.catch(() => {
      if (list === read) list = undefined;
    });
    return read.all;
  }

  /** What each publisher told of a conflict, made anew when the conflict's rows were written. */
  async function countsIn(conflictId: string): Promise<Map<string, SourceCounts>> {
    const { versions } = await heads.current();
    const version = versions.get(conflictId);
    if (version === undefined) return new Map();
    const found = kept.get(conflictId);
    kept.delete(conflictId);
    const entry =
      found?.version === version
        ? found
        : { version, counts: store.sources.told(conflictId).then(sourceCounts) };
    entry.counts.catch(() => {
      if (kept.get(conflictId) === entry) kept.delete(conflictId);
    });
    kept.set(conflictId, entry);
    const oldest = kept.keys().next().value;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return entry.counts;
  }

  return {
    /** Every publisher, those with most articles first. */
    all,

    /** A publisher as its page shows it, or null when no article has it. */
    async view(key: string): Promise<SourceView | null> {
      const known = await all();
      const source = known.find((one) => one.key === key);
      if (!source) return null;
      const [conflicts, latest] = await Promise.all([
        store.sources.conflicts(source.names),
        store.sources.latest(source.names, mostLatest),
      ]);
      const counts: (SourceCounts | null)[] = [];
      // One after the other: other readers get their turn in between.
      for (const { id } of conflicts.slice(0, mostCounted))
        counts.push((await countsIn(id)).get(key) ?? null);
      const { key: _, names, ...summary } = source;
      return {
        ...summary,
        alsoAs: names.slice(1),
        related: relatedTo(source, known).map(({ name, path }) => ({ name, path })),
        counts: summed(counts.map((one) => one ?? none())),
        conflicts: conflicts.map(({ id, name, articles }, index) => ({
          name,
          path: conflictPath(id),
          articles,
          counts: counts[index] ?? null,
        })),
        latest: latest.map(({ id, title, publishedAt }) => ({
          title,
          path: articlePath(id),
          publishedAt: publishedAt ?? null,
        })),
      };
    },
  };
}
