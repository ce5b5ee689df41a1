import type { ConflictDigest, Store } from '@trucewatch/store';

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
export function openDigests(store: { derived: Pick<Store['derived'], 'heads' | 'digests' | 'totals'> }) {
  const kept = new Map<string, { digest: ConflictDigest; readAt: number }>();
  let totals: Promise<Awaited<ReturnType<Store['derived']['totals']>>> | undefined;
  let running: Promise<Digests> | undefined;

  async function read(now: number): Promise<Digests> {
    const heads = await store.derived.heads();
    const ids = new Set(heads.map(({ id }) => id));
    const gone = [...kept.keys()].filter((id) => !ids.has(id));
    const stale = heads.filter(({ id, version }) => {
      const one = kept.get(id);
      return one?.digest.version !== version || now - one.readAt > lasting;
    });
    if (stale.length + gone.length > 0) totals = undefined;
    totals ??= store.derived.totals();
    totals.catch(() => {
      totals = undefined;
    });
    for (const id of gone) kept.delete(id);
    if (stale.length > 0) {
      const found = await store.derived.digests(
        stale.map(({ id }) => id),
        new Date(now).toISOString(),
      );
      for (const digest of found) kept.set(digest.id, { digest, readAt: now });
    }
    const conflicts = heads.flatMap(({ id }) => kept.get(id)?.digest ?? []);
    return { conflicts, ...(await totals) };
  }

  return {
    /** The digests of all conflicts, by id. `now`: epoch milliseconds UTC. */
    async all(now: number): Promise<Digests> {
      // Whoever asks while one is read gets the next one: that one may have been begun before the last change.
      const before = running;
      if (before) await before.catch(() => {});
      if (running && running !== before) return running;
      const started = read(now);
      running = started;
      try {
        return await started;
      } finally {
        if (running === started) running = undefined;
      }
    },
  };
}
