import { Worker } from 'node:worker_threads';
import type { Article, Extraction } from '@trucewatch/schema';
import type { Asked } from './ask-model.ts';

/** What a thread is given: an article, and what a model said of it when one was asked. */
export interface Work {
  article: Article;
  asked?: Asked | undefined;
}

/** What a thread answers: the extraction, or why there is none. */
export type Answer = { extraction: Extraction } | { fault: string };

/** The work took longer than it may; its thread was ended. */
export class TimeLimit extends Error {
  override readonly name = 'TimeLimit';
}

/** The extractor itself failed on this article, or took its thread down. */
export class ExtractionFault extends Error {
  override readonly name = 'ExtractionFault';
}

export interface Threads {
  /**
   * Runs the extraction on a thread of its own, so that the event loop stays free to renew the job's lock.
   * `seconds`: the time limit. When the signal aborts the thread is ended.
   * @throws TimeLimit, ExtractionFault, or the signal's reason
   */
  extract(work: Work, seconds: number, signal: AbortSignal): Promise<Extraction>;
  close(): Promise<void>;
}

/** Megabytes of memory that one thread may take; beyond them it ends, and not the process. */
const memoryLimit = 2_048;

/** As many threads as there are articles at once; they are kept for the next article, for loading the model takes time. */
export function openThreads(script: URL): Threads {
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  function take(): Worker {
    const kept = idle.pop();
    if (kept) return kept;
    const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryLimit } });
    all.add(thread);
    thread.on('error', () => {});
    thread.once('exit', () => {
      all.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
    });
    return thread;
  }

  async function extract(work: Work, seconds: number, signal: AbortSignal): Promise<Extraction> {
    signal.throwIfAborted();
    const thread = take();
    const answer = Promise.withResolvers<Answer>();
    const late = new TimeLimit(`the extraction took longer than ${seconds} s`);
    const timer = setTimeout(() => answer.reject(late), seconds * 1_000);
    const stop = (): void => answer.reject(signal.reason);
    const died = (error: Error): void =>
      answer.reject(new ExtractionFault(`the extraction broke down: ${error.message}`));
    const ended = (): void => answer.reject(new ExtractionFault('the extraction ended its thread'));
    thread.on('message', answer.resolve).on('error', died).on('exit', ended);
    signal.addEventListener('abort', stop);
    try {
      thread.postMessage(work);
      const given = await answer.promise;
      idle.push(thread);
      if ('fault' in given) throw new ExtractionFault(given.fault);
      return given.extraction;
    } catch (error) {
      if (!idle.includes(thread)) await thread.terminate();
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      thread.off('message', answer.resolve).off('error', died).off('exit', ended);
    }
  }

  return {
    extract,
    async close() {
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}
