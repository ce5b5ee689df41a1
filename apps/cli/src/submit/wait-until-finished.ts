import type { Change, Store } from '@trucewatch/store';

export interface Outcome {
  extracted: number;
  failed: { id: string; reason: string }[];
  /** Those of which nothing was heard. */
  unfinished: string[];
}

/**
 * Waits for articles by listening to the database: nothing is asked again and again.
 * Open it before the articles are accepted, so that none finishes unheard.
 */
export async function listenForFinished(store: Store) {
  const pending = new Set<string>();
  let heard = (): void => {};
  let lookAgain = false;
  let extracted = 0;
  const failures: string[] = [];

  const settle = (id: string, state: string): void => {
    if (state !== 'extracted' && state !== 'failed' && state !== 'unread') return;
    if (!pending.delete(id)) return;
    if (state === 'extracted') extracted += 1;
    if (state === 'failed') failures.push(id);
  };
  const listening = store.changes.listen((change: Change) => {
    if (change.kind === 'missed') lookAgain = true;
    if (change.kind === 'article') settle(change.articleId, change.state);
    heard();
  });
  await listening.ready;

  const ask = async (id: string): Promise<void> => {
    settle(id, (await store.articles.get(id))?.state ?? 'failed');
  };
  /** Resolves with true at the next change, with false when there was none for so many seconds. */
  const news = (patience: number): Promise<boolean> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patience * 1000);
      heard = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });

  return {
    /** Waits for this article too. Call it before its job can run. */
    expect: (id: string): void => void pending.add(id),

    /** Waits for an article that was there already, and may have been finished long ago. */
    async expectOld(id: string): Promise<void> {
      pending.add(id);
      await ask(id);
    },

    /**
     * Resolves when all expected articles are extracted or failed, or when nothing has been heard for `patience` seconds.
     * @param onChange is told how many are left
     */
    async finished(patience: number, onChange: (left: number) => void): Promise<Outcome> {
      let quiet = false;
      while (pending.size > 0 && !quiet) {
        onChange(pending.size);
        if (!lookAgain) quiet = !(await news(patience));
        if (!lookAgain && !quiet) continue;
        lookAgain = false;
        for (const id of [...pending]) await ask(id);
      }
      onChange(pending.size);
      const failed = [];
      for (const id of failures) {
        failed.push({ id, reason: (await store.articles.get(id))?.reason ?? 'it is gone from the database' });
      }
      return { extracted, failed, unfinished: [...pending] };
    },

    close: () => listening.close(),
  };
}
