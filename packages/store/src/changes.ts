import { setTimeout } from 'node:timers/promises';
import { ArticleState } from '@trucewatch/schema';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Queries } from './database.ts';
import { type ConnectionOptions, lonelyClient } from './pool.ts';

const channel = 'trucewatch_changes';

const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId: z.string(), state: ArticleState }),
  z.object({ kind: z.literal('extraction'), articleId: z.string() }),
  z.object({ kind: z.literal('intake'), intakeId: z.string() }),
  z.object({ kind: z.literal('feed'), feedId: z.string() }),
  z.object({ kind: z.literal('reextraction'), runId: z.string() }),
  z.object({ kind: z.literal('derived'), revision: z.number() }),
  z.object({
    kind: z.literal('act'),
    actId: z.string(),
    articleIds: z.array(z.string()).describe('Of many only the first'),
  }),
]);

/**
 * What listeners hear. `missed`: the connection was away and is back; anything may have changed meanwhile, look again.
 * It is also sent when the first attempt to connect failed.
 */
export type Change = z.infer<typeof Notice> | { kind: 'missed' };

export interface Listening {
  /** Resolves when the first connection listens; changes committed from then on are heard. */
  ready: Promise<void>;
  close(): Promise<void>;
}

/** Waits between attempts to connect again, in milliseconds: doubling from the first to the last. */
const firstWait = 100;
const longestWait = 10_000;

/** Tells the listeners, when and only when the transaction it is called in commits. */
export async function notify(db: Queries, change: z.infer<typeof Notice>): Promise<void> {
  await notifyAll(db, [change]);
}

/** The same for several changes. */
export async function notifyAll(db: Queries, changes: z.infer<typeof Notice>[]): Promise<void> {
  const texts = changes.map((change) => JSON.stringify(change));
  await sql`select pg_notify(${channel}, text) from unnest(${texts}::text[]) as text`.execute(db);
}

/** Listens on a connection of its own, which is made anew for ever until `close`. */
export function listen(
  options: ConnectionOptions,
  callback: (change: Change) => void,
  onError: (error: Error) => void,
): Listening {
  const ready = Promise.withResolvers<void>();
  const closing = new AbortController();
  const loop = keepListening();

  async function keepListening(): Promise<void> {
    let wait = firstWait;
    let missed = false;
    while (!closing.signal.aborted) {
      try {
        await listenOnce(() => {
          wait = firstWait;
          ready.resolve();
          if (missed) callback({ kind: 'missed' });
        });
      } catch (error) {
        onError(error as Error);
      }
      missed = true;
      await pause(wait, closing.signal);
      wait = Math.min(wait * 2, longestWait);
    }
    ready.resolve();
  }

  /** Resolves at `close`, rejects when the connection is lost. */
  async function listenOnce(onListening: () => void): Promise<void> {
    const lost = Promise.withResolvers<void>();
    lost.promise.catch(() => {});
    const client = lonelyClient({ url: options.url, onError: lost.reject });
    client.on('end', () => lost.reject(new Error('the connection for changes was ended by the server')));
    client.on('notification', ({ payload }) => {
      const notice = Notice.safeParse(parseJson(payload));
      if (notice.success) callback(notice.data);
      else onError(new Error(`a change was announced that this version does not know: ${payload}`));
    });
    const stop = (): void => lost.resolve();
    closing.signal.addEventListener('abort', stop);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      onListening();
      if (closing.signal.aborted) return;
      await lost.promise;
    } finally {
      closing.signal.removeEventListener('abort', stop);
      await client.end().catch(() => {});
    }
  }

  return {
    ready: ready.promise,
    async close() {
      closing.abort();
      await loop;
    },
  };
}

/** Resolves after so many milliseconds, or at once when the signal aborts. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}

function parseJson(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return null;
  }
}
