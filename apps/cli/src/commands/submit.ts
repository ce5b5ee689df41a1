import { PasteRefused, readPaste } from '@trucewatch/ingest';
import { openProducer } from '@trucewatch/queue';
import { Refusal, type Store } from '@trucewatch/store';
import { note, printable, write } from '../output.ts';
import { messageOf, Problem } from '../problem.ts';
import { type Candidate, candidates, type ForText } from '../submit/candidates.ts';
import { listenForFinished, type Outcome } from '../submit/wait-until-finished.ts';
import { withStore } from '../with-store.ts';

export interface SubmitOptions extends ForText {
  ifEmpty?: boolean;
  wait?: boolean;
  patience: number;
}

type Verdict = { kind: 'accepted' | 'duplicate'; id: string } | { kind: 'refused'; why: string };

/**
 * Puts the articles of files into the database and then into the queue, and reports on each.
 * @returns the exit status: 1 when one was refused, failed or, with `wait`, not finished
 * @throws Problem when a file cannot be read or the database is away
 */
export async function submitCommand(files: string[], options: SubmitOptions): Promise<number> {
  if (files.length === 0) throw new Problem('Name at least one file: trucewatch submit articles.jsonl');
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
    try {
      const tally = { accepted: 0, duplicate: 0, refused: 0 };
      let queueAnswers = true;
      for await (const candidate of candidates(files, options)) {
        const verdict = await accept(store, candidate);
        tally[verdict.kind] += 1;
        if (verdict.kind === 'duplicate') await listener?.expectOld(verdict.id);
        if (verdict.kind === 'accepted') {
          listener?.expect(verdict.id);
          if (queueAnswers) queueAnswers = await enqueue(producer, verdict.id);
        }
        await write(`${line(candidate.place, verdict)}\n`);
      }
      await write(`${tally.accepted} accepted, ${tally.duplicate} duplicates, ${tally.refused} refused.\n`);
      const outcome = await listener?.finished(options.patience, showLeft);
      if (outcome) await write(report(outcome, options.patience));
      return tally.refused > 0 || (outcome && outcome.failed.length + outcome.unfinished.length > 0) ? 1 : 0;
    } finally {
      await listener?.close();
      await producer.close();
    }
  });
}

async function accept(store: Store, candidate: Candidate): Promise<Verdict> {
  if ('refused' in candidate) return { kind: 'refused', why: candidate.refused };
  try {
    const { id, duplicate } = await store.articles.accept(readPaste(candidate.article), 'cli');
    return { kind: duplicate ? 'duplicate' : 'accepted', id };
  } catch (error) {
    if (error instanceof Refusal || error instanceof PasteRefused)
      return { kind: 'refused', why: error.message };
    throw error;
  }
}

/** A queue that is away is no failure: the article is kept, and a worker looks for such articles. Said once. */
async function enqueue(producer: ReturnType<typeof openProducer>, articleId: string): Promise<boolean> {
  try {
    await producer.submit('extract-article', { articleId });
    return true;
  } catch (error) {
    note(`${messageOf(error)} The articles are kept; a worker finds them once it answers.`);
    return false;
  }
}

function line(place: string, verdict: Verdict): string {
  if (verdict.kind === 'refused') return `${place}  refused: ${printable(verdict.why)}`;
  return `${place}  ${verdict.kind === 'duplicate' ? 'duplicate of' : 'accepted as'} ${printable(verdict.id)}`;
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
