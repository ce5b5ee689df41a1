import type { Candidate } from '@trucewatch/ingest/files';
import { openReadingThread } from '@trucewatch/ingest/reading';
import { openProducer, type Producer } from '@trucewatch/queue';
import { note, printable, write } from '../output.ts';
import { messageOf, Problem } from '../problem.ts';
import { candidates, type ForText, inputs } from '../submit/candidates.ts';
import { progressBar } from '../submit/progress-bar.ts';
import { keepRefusals, takeIn, type Verdict } from '../submit/take-in.ts';
import { listenForFinished, type Outcome } from '../submit/wait-until-finished.ts';
import { withStore } from '../with-store.ts';

export interface SubmitOptions extends ForText {
  ifEmpty?: boolean;
  wait?: boolean;
  patience: number;
}

/** Articles accepted in one transaction. */
const batch = 200;

/**
 * Puts the articles of files and folders into the database and then into the queue, and reports on each.
 * @returns the exit status: 1 when one was refused, failed or, with `wait`, not finished
 * @throws Problem when a file cannot be read or the database is away
 */
export async function submitCommand(names: string[], options: SubmitOptions): Promise<number> {
  if (names.length === 0) throw new Problem('Name at least one file: trucewatch submit articles.jsonl');
  const files = await inputs(names);
  return withStore(async (store, env) => {
    await store.checkVersion();
    const kept = Object.values(await store.articles.counts()).reduce((sum, count) => sum + count, 0);
    if (options.ifEmpty && kept > 0) {
      await write(`The database holds ${kept} articles already: nothing was submitted.\n`);
      return 0;
    }
    const producer = openProducer({
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      onError: () => {},
    });
    const listener = options.wait ? await listenForFinished(store) : null;
    const thread = openReadingThread();
    const bar = progressBar(files.reduce((sum, { size }) => sum + size, 0));
    const tally = { accepted: 0, duplicate: 0, withdrawn: 0, refused: 0 };
    const refusals: Extract<Verdict, { kind: 'refused' }>[] = [];
    const enqueue = openQueueing(producer);

    async function take(waiting: Candidate[]): Promise<void> {
      const verdicts = await takeIn(store, waiting);
      const fresh: string[] = [];
      for (const verdict of verdicts) {
        tally[verdict.kind] += 1;
        if (verdict.kind === 'refused') refusals.push(verdict);
        if (verdict.kind === 'duplicate') await listener?.expectOld(verdict.id);
        if (verdict.kind === 'accepted' && !verdict.unread) {
          listener?.expect(verdict.id);
          fresh.push(verdict.id);
        }
      }
      await enqueue(fresh);
      await write(verdicts.map((verdict) => `${line(verdict)}\n`).join(''));
      bar.done(verdicts.length);
    }

    try {
      for (const file of files) {
        let waiting: Candidate[] = [];
        for await (const candidate of candidates(file, options, thread, bar.read)) {
          waiting.push(candidate);
          if (waiting.length >= batch) {
            await take(waiting);
            waiting = [];
          }
        }
        await take(waiting);
      }
      bar.end();
      await keepRefusals(store, names.join(' '), refusals);
      await write(summary(tally));
      const outcome = await listener?.finished(options.patience, showLeft);
      if (outcome) await write(report(outcome, options.patience));
      return tally.refused > 0 || (outcome && outcome.failed.length + outcome.unfinished.length > 0) ? 1 : 0;
    } finally {
      await thread.close();
      await listener?.close();
      await producer.close();
    }
  });
}

/** A queue that is away is no failure: articles are kept, and a worker looks for such. Said once. */
function openQueueing(producer: Producer): (articleIds: string[]) => Promise<void> {
  let isThere = true;
  return async (articleIds) => {
    if (!isThere || articleIds.length === 0) return;
    try {
      await producer.submitMany(
        'extract-article',
        articleIds.map((articleId) => ({ articleId })),
      );
    } catch (error) {
      isThere = false;
      note(`${messageOf(error)} The articles are kept; a worker finds them once it answers.`);
    }
  };
}

function line(verdict: Verdict): string {
  const place = printable(verdict.place);
  if (verdict.kind === 'refused') return `${place}  refused: ${printable(verdict.why)}`;
  if (verdict.kind === 'withdrawn') return `${place}  taken back: ${printable(verdict.origin)}`;
  if (verdict.kind === 'duplicate') return `${place}  duplicate of ${printable(verdict.id)}`;
  return `${place}  accepted as ${printable(verdict.id)}${verdict.unread ? `; ${printable(verdict.unread)}` : ''}`;
}

function summary({ accepted, duplicate, withdrawn, refused }: Record<Verdict['kind'], number>): string {
  const takenBack = withdrawn > 0 ? `, ${withdrawn} taken back` : '';
  return `${accepted} accepted, ${duplicate} duplicates, ${refused} refused${takenBack}.\n`;
}

function showLeft(left: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${left} left to extract   `);
}

function report({ extracted, failed, unfinished }: Outcome, patience: number): string {
  if (process.stderr.isTTY) process.stderr.write('\n');
  const lines = [
    ...failed.map(({ id, reason }) => `${printable(id)}  failed: ${printable(reason)}`),
    `${extracted} extracted, ${failed.length} failed.`,
  ];
  if (unfinished.length > 0) {
    lines.push(
      `${unfinished.length} not finished after ${patience} s without news: is a worker running? They are kept and will be done.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
