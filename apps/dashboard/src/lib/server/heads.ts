import type { Heads, Store } from '@trucewatch/store';

/** So long what was read is taken as still right without a word of a change; in milliseconds. */
const lasting = 2_000;
/** So long it is still given while it is read again, or the database is slow to answer; in milliseconds. */
const patience = 30_000;

/**
 * The versions of what is derived: by them everything that is kept in memory knows whether it is stale. They are read
 * when a change was announced, and every two seconds in case an announcement was lost; never oftener, however many ask.
 */
export function openHeads(
  store: { derived: Pick<Store['derived'], 'heads'> },
  { last = lasting, longest = patience } = {},
) {
  let known: { heads: Heads; at: number } | undefined;
  let reading: Promise<Heads> | undefined;

  function read(): Promise<Heads> {
    const at = performance.now();
    const started = store.derived.heads();
    reading = started;
    started.then(
      (heads) => {
        // After a change was announced what was asked before it is no answer.
        if (reading === started) known = { heads, at };
        if (reading === started) reading = undefined;
      },
      () => {
        if (reading === started) reading = undefined;
      },
    );
    return started;
  }

  return {
    async current(): Promise<Heads> {
      const age = known ? performance.now() - known.at : Number.POSITIVE_INFINITY;
      if (known && age < last) return known.heads;
      const next = reading ?? read();
      return known && age < longest ? known.heads : next;
    },

    /** Something was announced: whoever asks from now on gets what is read from now on. */
    forget(): void {
      known = undefined;
      reading = undefined;
    },
  };
}
