import { extractor } from '@trucewatch/extraction';
import { openProducer, type QueueHealth } from '@trucewatch/queue';
import { openStore, type Store } from '@trucewatch/store';
import { readEnv } from '../env.ts';
import { write } from '../output.ts';
import { messageOf } from '../problem.ts';

type Answer<T> = ({ ok: true } & T) | { ok: false; problem: string };

interface SystemStatus {
  database: Answer<object>;
  articles: Awaited<ReturnType<Store['articles']['counts']>> | null;
  queue: Answer<{ jobs: QueueHealth }> & { keptIn: 'Redis' | 'PostgreSQL' };
  extractor: typeof extractor;
}

/**
 * Says how the parts are, each on its own: one that is away does not hide the others.
 * @returns the exit status: 1 when the database or the queue does not answer, or the tables are of another version
 */
export async function statusCommand({ json = false }: { json?: boolean }): Promise<number> {
  const status = await look();
  await write(json ? `${JSON.stringify(status)}\n` : inWords(status));
  return status.database.ok && status.queue.ok ? 0 : 1;
}

async function look(): Promise<SystemStatus> {
  const env = readEnv();
  const store = openStore({ url: env.DATABASE_URL, onError: () => {}, max: 2 });
  const queue = openProducer({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, onError: () => {} });
  const database = await answer(
    async () => {
      await store.checkVersion();
      return {};
    },
    (error) => store.describe(error),
  );
  const articles = database.ok ? await store.articles.counts() : null;
  const jobs = await answer(async () => ({ jobs: await queue.health() }), messageOf);
  await Promise.all([store.close(), queue.close()]);
  const keptIn = env.REDIS_URL ? ('Redis' as const) : ('PostgreSQL' as const);
  return { database, articles, queue: { ...jobs, keptIn }, extractor };
}

async function answer<T extends object>(
  ask: () => Promise<T>,
  describe: (error: unknown) => string,
): Promise<Answer<T>> {
  try {
    return { ok: true, ...(await ask()) };
  } catch (error) {
    return { ok: false, problem: describe(error) };
  }
}

function inWords({ database, articles, queue, extractor }: SystemStatus): string {
  const rows = [['Database', database.ok ? 'answers; its tables are up to date' : database.problem]];
  if (articles) {
    const { extracted, accepted, extracting, failed } = articles;
    rows.push([
      'Articles',
      `${extracted} extracted, ${accepted} waiting, ${extracting} being extracted, ${failed} failed`,
    ]);
  }
  rows.push([
    'Queue',
    queue.ok
      ? `in ${queue.keptIn}: ${queue.jobs.waiting} waiting, ${queue.jobs.active} running, ${queue.jobs.delayed} to be tried again`
      : queue.problem,
  ]);
  rows.push(['Extractor', `${extractor.name} ${extractor.version}`]);
  return rows.map(([name = '', words]) => `${name.padEnd(10)} ${words}\n`).join('');
}
