import type { ConflictDigest, Heads, Store } from '@trucewatch/store';

/** What the overview is made from. */
export interface Digests {
  conflicts: readonly ConflictDigest[];
  articles: number;
  publishers: number;
  events: number;
}

/** A digest's window reaches back from the day on which it was read; after so long it is read again, in milliseconds. */
const lasting = 86_400_000;

/**
 * What the overview shows of all conflicts, kept in memory: some kilobytes each. Only conflicts whose rows were written
 * since are read again. Askers at one time share one reading.
 */
export function openDigests(
  store: { derived: Pick<Store['derived'], 'digests' | 'totals'> },
  heads: { current(): Promise<Heads> },
) {
  const kept = new Map<string, { digest: ConflictDigest; readAt: number }>();
  let last: { heads: Heads; readAt: number; digests: Promise<Digests> } | undefined;

  async function read({ versions }: Heads, now: number): Promise<Digests> {
    for (const id of kept.keys()) if (!versions.has(id)) kept.delete(id);
    const stale = [...versions].flatMap(([id, version]) => {
      const one = kept.get(id);
      return one?.digest.version === version && now - one.readAt <= lasting ? [] : id;
    });
    const [found, totals] = await Promise.all([
      stale.length === 0 ? [] : store.derived.digests(stale, new Date(now).toISOString()),
      store.derived.totals(),
    ]);
    for (const digest of found) kept.set(digest.id, { digest, readAt: now });
    return { conflicts: [...versions.keys()].flatMap((id) => kept.get(id)?.digest ?? []), ...totals };
  }

  return {
    /** The digests of all conflicts, by id. `now`: epoch milliseconds UTC. */
    async all(now: number): Promise<Digests> {
      const current = await heads.current();
      const isFresh = last && isSame(last.heads, current) && now - last.readAt <= lasting;
      if (last && isFresh) return last.digests;
      // One after the other: each goes on from what the one before it read.
      const before = last?.digests ?? Promise.resolve();
      const reading = {
        heads: current,
        readAt: now,
        digests: before.then(
          () => read(current, now),
          () => read(current, now),
        ),
      };
      last = reading;
      reading.digests.catch(() => {
        if (last === reading) last = undefined;
      });
      return reading.digests;
    },
  };
}

function isSame(a: Heads, b: Heads): boolean {
  if (a === b) return true;
  if (a.state !== b.state || a.versions.size !== b.versions.size) return false;
  for (const [id, version] of a.versions) if (b.versions.get(id) !== version) return false;
  return true;
}
