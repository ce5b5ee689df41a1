import { openProducer } from '@trucewatch/queue';
import { type Change, type Reextraction, Refusal, type Scope, type Store } from '@trucewatch/store';
import { note, printable, write } from '../output.ts';
import { messageOf, Problem } from '../problem.ts';
import { withStore } from '../with-store.ts';

export interface ReextractOptions {
  all?: boolean;
  conflict?: string;
  source?: string;
  /** Only say how many articles it would be. */
  dryRun?: boolean;
  /** Seconds without news after which it no longer waits. */
  patience: number;
}

/**
 * Starts a run that reads articles anew, shows how far it is and says what differs. Nothing counts before somebody accepts it on
 * the dashboard.
 * @returns the exit status: 1 when an article failed or the run did not end
 * @throws Problem when it is not said which articles, there is none, or the database is away
 */
export async function reextractCommand(options: ReextractOptions): Promise<number> {
  const scope = scopeOf(options);
  return withStore(async (store, env) => {
    await store.checkVersion();
    if (options.dryRun) {
      await write(`${counted(await store.reextractions.count(scope), 'article')} would be read anew.\n`);
      return 0;
    }
    const news = await listenTo(store);
    const producer = openProducer({
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      onError: () => {},
    });
    try {
      const id = await started(store, scope);
      await write(`Run ${id} is started: /reextraction/${id} on the dashboard shows it too.\n`);
      await producer
        .submit('advance-reextraction', { runId: id })
        .catch((error: unknown) => note(`${messageOf(error)} A worker finds the run once it answers.`));
      const run = await ended(store, id, news, options.patience);
      await write(await report(store, run, options.patience));
      return run.state === 'running' || run.counts.failed > 0 ? 1 : 0;
    } finally {
      await producer.close();
      await news.close();
    }
  });
}

function scopeOf({ all, conflict, source }: ReextractOptions): Scope {
  const given: Scope[] = [
    ...(all ? [{ kind: 'all' as const }] : []),
    ...(conflict === undefined ? [] : [{ kind: 'conflict' as const, conflictId: conflict }]),
    ...(source === undefined ? [] : [{ kind: 'source' as const, source }]),
  ];
  const [scope] = given;
  if (!scope || given.length > 1)
    throw new Problem('Say which articles: one of --all, --conflict ID and --source NAME.');
  return scope;
}

async function started(store: Store, scope: Scope): Promise<string> {
  try {
    return await store.reextractions.start(scope, 'cli');
  } catch (error) {
    throw error instanceof Refusal ? new Problem(error.message) : error;
  }
}

async function listenTo(store: Store) {
  let heard = (): void => {};
  const listening = store.changes.listen((change: Change) => {
    if (change.kind === 'reextraction' || change.kind === 'missed') heard();
  });
  await listening.ready;
  return {
    /** Resolves with true at the next change, with false when there was none for so many seconds. */
    next: (patience: number): Promise<boolean> =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), patience * 1_000);
        heard = () => {
          clearTimeout(timer);
          resolve(true);
        };
      }),
    async close() {
      // Whoever still waits must not keep the process from ending.
      heard();
      await listening.close();
    },
  };
}

/** The run when none of its articles waits, or when nothing was heard for so many seconds. */
async function ended(
  store: Store,
  id: string,
  news: Awaited<ReturnType<typeof listenTo>>,
  patience: number,
): Promise<Reextraction> {
  for (;;) {
    // Asked for before the run is looked at: what happens meanwhile is heard.
    const next = news.next(patience);
    const run = await store.reextractions.get(id);
    if (!run) throw new Problem(`The run ${id} is gone from the database.`);
    if (process.stderr.isTTY)
      process.stderr.write(`\r${run.total - run.counts.waiting} of ${run.total} articles compared   `);
    if (run.state !== 'running' || !(await next)) {
      if (process.stderr.isTTY) process.stderr.write('\n');
      return run;
    }
  }
}

async function report(store: Store, run: Reextraction, patience: number): Promise<string> {
  const { counts, extractors } = run;
  const fields = await store.reextractions.fields(run.id);
  const lines = [
    `${counts.equal} read alike, ${counts.differs} read otherwise, ${counts.failed} failed${
      extractors.length > 0 ? `, by ${printable(extractors.join(', '))}` : ''
    }.`,
    ...fields.map(
      ({ field, events, articles }) =>
        `  ${field.padEnd(14)} ${counted(events, 'event')} in ${counted(articles, 'article')}`,
    ),
  ];
  if (counts.waiting > 0)
    lines.push(
      `${counts.waiting} not read${run.state === 'running' ? ` after ${patience} s without news: is a worker running? The run goes on` : ', the run was stopped'}.`,
    );
  else if (counts.differs > 0)
    lines.push('Nothing counts yet: a reviewer accepts or refuses it on the dashboard.');
  return `${lines.join('\n')}\n`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
