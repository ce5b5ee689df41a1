import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadFeed } from '../feed/read-feed.ts';
import type { PageSource, ReadPage } from '../page/read-page.ts';
import { Unreadable } from '../unreadable.ts';

export interface ReadingWork {
  kind: 'page' | 'feed';
  bytes: Uint8Array;
  source: PageSource;
}

/** `ready`: the extractors are loaded, which takes a second. */
export type ReadingAnswer = 'ready' | { read: ReadPage | ReadFeed } | { unreadable: string };

export interface ReadingThread {
  /**
   * The article of a page.
   * @throws Unreadable also when it takes too long
   */
  page(bytes: Uint8Array, source?: PageSource): Promise<ReadPage>;
  /** The items of a feed. @throws Unreadable */
  feed(bytes: Uint8Array, source?: PageSource): Promise<ReadFeed>;
  close(): Promise<void>;
}

/** Seconds that one page may take; nine in ten take less than half a second. */
const patience = 10;
/** Megabytes; beyond them the thread ends, and not the process. */
const memoryLimit = 512;

/**
 * A thread that reads pages and feeds, one at a time, with a limit on time and memory: hostile pages exist that keep a parser
 * busy for minutes. Started when first needed, and anew after a page that was too much for it.
 */
export function openReadingThread({ seconds = patience }: { seconds?: number } = {}): ReadingThread {
  let thread: { worker: Worker; ready: Promise<unknown> } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function started(): { worker: Worker; ready: Promise<unknown> } {
    if (thread) return thread;
    const script = new URL('./reading-thread.ts', import.meta.url);
    // The extractors write to the console of what they meet; nobody needs it.
    const limits = { maxOldGenerationSizeMb: memoryLimit };
    const worker = new Worker(script, { resourceLimits: limits, stdout: true, stderr: true });
    const ready = once(worker, 'message');
    ready.catch(() => {});
    const begun = { worker, ready };
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (thread === begun) thread = undefined;
    });
    thread = begun;
    return begun;
  }

  async function perform(work: ReadingWork): Promise<ReadPage | ReadFeed> {
    const { worker, ready } = started();
    worker.ref();
    await ready;
    const answer = Promise.withResolvers<ReadingAnswer>();
    const tooMuch = (): void =>
      answer.reject(new Unreadable('It takes too long to read, or too much memory: paste its text instead.'));
    const timer = setTimeout(tooMuch, seconds * 1_000);
    worker.once('message', answer.resolve).once('exit', tooMuch);
    try {
      worker.postMessage(work);
      const given = await answer.promise.catch(async (error: unknown) => {
        if (thread?.worker === worker) thread = undefined;
        await worker.terminate();
        throw error;
      });
      if (given === 'ready') throw new Error('the thread said twice that it was ready');
      if ('unreadable' in given) throw new Unreadable(given.unreadable);
      return given.read;
    } finally {
      clearTimeout(timer);
      worker.off('message', answer.resolve).off('exit', tooMuch);
      worker.unref();
    }
  }

  function inTurn(work: ReadingWork): Promise<ReadPage | ReadFeed> {
    const mine = turn.then(() => perform(work));
    turn = mine.catch(() => {});
    return mine;
  }

  return {
    page: async (bytes, source = {}) => (await inTurn({ kind: 'page', bytes, source })) as ReadPage,
    feed: async (bytes, source = {}) => (await inTurn({ kind: 'feed', bytes, source })) as ReadFeed,
    async close() {
      await thread?.worker.terminate();
    },
  };
}
