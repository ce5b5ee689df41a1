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
   * `seconds`: the time limit, from when the thread can begin with it. When the signal aborts the thread is ended.
   * @throws TimeLimit, ExtractionFault, or the signal's reason
   */
  extract(work: Work, seconds: number, signal: AbortSignal): Promise<Extraction>;
  /** Whether articles wait because every thread has as many as it is given. */
  isBusy(): boolean;
  close(): Promise<void>;
}

interface Task {
  readonly work: Work;
  readonly seconds: number;
  readonly answer: PromiseWithResolvers<Extraction>;
  /** Nobody waits for it any more, though its thread has it. */
  isDropped: boolean;
}

interface Lane {
  readonly thread: Worker;
  /** What the thread was given: it is at the first. */
  readonly tasks: Task[];
  timer?: NodeJS.Timeout;
}

/** Megabytes of memory that one thread may take; beyond them it ends, and not the process. */
const memoryLimit = 2_048;
/**
 * Articles that a thread is given: it goes on with the next ones while the event loop is at something else, for up to 150 ms.
 * Measured with `npm run bench -- throughput`: with 2 it stands still a third of the time.
 */
const ahead = 16;

/** At most so many threads; they are kept for the next articles, for loading the model takes time. */
export function openThreads(script: URL, most: number): Threads {
  const lanes = new Set<Lane>();
  const waiting: Task[] = [];
  const ending = new Set<Promise<unknown>>();
  let isClosed = false;

  /** Gives out what waits: to a thread that has nothing to do, to a new one, or ahead of time. */
  function giveOut(): void {
    while (waiting.length > 0 && !isClosed) {
      const [first] = [...lanes].sort((a, b) => a.tasks.length - b.tasks.length);
      const lane = first?.tasks.length === 0 || lanes.size >= most ? first : newLane();
      if (!lane || lane.tasks.length >= ahead) return;
      const task = waiting.shift() as Task;
      lane.tasks.push(task);
      lane.thread.postMessage(task.work);
      if (lane.tasks.length === 1) clock(lane);
    }
  }

  function newLane(): Lane {
    const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryLimit } });
    const lane: Lane = { thread, tasks: [] };
    lanes.add(lane);
    thread.on('message', (given: Answer) => answered(lane, given));
    thread.on('error', (error: Error) =>
      end(lane, new ExtractionFault(`the extraction broke down: ${error.message}`)),
    );
    thread.on('exit', () => end(lane, new ExtractionFault('the extraction ended its thread')));
    return lane;
  }

  function clock(lane: Lane): void {
    clearTimeout(lane.timer);
    const [task] = lane.tasks;
    if (!task) return;
    const late = (): void => end(lane, new TimeLimit(`the extraction took longer than ${task.seconds} s`));
    lane.timer = setTimeout(late, task.seconds * 1_000);
  }

  function answered(lane: Lane, given: Answer): void {
    const task = lane.tasks.shift();
    clock(lane);
    giveOut();
    if ('fault' in given) task?.answer.reject(new ExtractionFault(given.fault));
    else task?.answer.resolve(given.extraction);
  }

  /** Ends a thread for what it is at; what else it was given goes to another one. */
  function end(lane: Lane, reason: unknown): void {
    if (!lanes.delete(lane)) return;
    clearTimeout(lane.timer);
    const [task, ...others] = lane.tasks;
    waiting.unshift(...others.filter(({ isDropped }) => !isDropped));
    const gone = lane.thread.terminate().finally(() => {
      ending.delete(gone);
      task?.answer.reject(reason);
      giveOut();
    });
    ending.add(gone);
  }

  async function extract(work: Work, seconds: number, signal: AbortSignal): Promise<Extraction> {
    signal.throwIfAborted();
    const task: Task = { work, seconds, answer: Promise.withResolvers(), isDropped: false };
    const stop = (): void => {
      const lane = [...lanes].find(({ tasks }) => tasks[0] === task);
      if (lane) {
        end(lane, signal.reason);
        return;
      }
      const place = waiting.indexOf(task);
      if (place >= 0) waiting.splice(place, 1);
      task.isDropped = true;
      task.answer.reject(signal.reason);
    };
    signal.addEventListener('abort', stop);
    waiting.push(task);
    giveOut();
    try {
      return await task.answer.promise;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  return {
    extract,
    isBusy: () => waiting.length > 0,
    async close() {
      isClosed = true;
      const closed = new ExtractionFault('the threads are closed');
      for (const lane of lanes) end(lane, closed);
      for (const { answer } of waiting.splice(0)) answer.reject(closed);
      await Promise.all(ending);
    },
  };
}
