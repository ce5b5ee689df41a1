import type { Heads, Store } from '@trucewatch/store';

/** So long what was read is taken as still right without a word of a change; in milliseconds. */
const lasting = 2_000;

/**
 * The versions of what is derived: by them everything that is kept in memory knows whether it is stale. They are read
 * when a change was announced, and every two seconds in case an announcement was lost; never oftener, however many ask.
 */
export function openHeads(store: { derived: Pick<Store['derived'], 'heads'> }, last = lasting) {
  let current: { heads: Promise<Heads>; at: number } | undefined;

  return {
    current(): Promise<Heads> {
      if (current && performance.now() - current.at < last) return current.heads;
      const read = { heads: store.derived.heads(), at: performance.now() };
      current = read;
      read.heads.catch(() => {
        if (current === read) current = undefined;
      });
      return read.heads;
    },

    /** Something was announced: whoever asks from now on gets what is read from now on. */
    forget(): void {
      current = undefined;
    },
  };
}
