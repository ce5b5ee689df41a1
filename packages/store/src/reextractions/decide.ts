import { Extraction } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import { record, type Who } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database } from '../database.ts';
import { Refusal, refusingData } from '../refusal.ts';
import { saveWithin } from '../save-extractions.ts';
import { settle } from './runs.ts';
import { identity } from './tasks.ts';

/** Articles whose candidates are made current in one transaction. */
const batch = 50;

export interface ReextractionDecision {
  is: 'accepted' | 'refused';
  /** One article; without it all that differ. */
  articleId?: string | undefined;
}

/**
 * Decides on what a run found; returns for how many articles. What was refused is dropped at once, what was accepted counts
 * when `applyAccepted` has come to it. As a whole a run is accepted when all was compared; refused also when it was stopped.
 * @throws Refusal `not_decidable`
 */
export async function decide(
  db: Kysely<Database>,
  runId: string,
  { is, articleId }: ReextractionDecision,
  who: Who,
): Promise<number> {
  const count = await db.transaction().execute(async (transaction) => {
    const run = await sql<{ state: string }>`
      select state from reextractions where id = ${runId} for update`.execute(transaction);
    const state = run.rows[0]?.state;
    const isWhole = articleId === undefined;
    if (isWhole && state !== 'done' && !(state === 'stopped' && is === 'refused'))
      throw new Refusal(
        'not_decidable',
        'A run is decided on as a whole when all its articles were compared.',
      );
    const states = isWhole && is === 'refused' ? ['differs', 'waiting'] : ['differs'];
    const one = articleId === undefined ? sql`true` : sql`article_id = ${articleId}`;
    const to = is === 'accepted' ? sql`state = 'accepting'` : sql`state = 'refused', candidate = null`;
    const changed = await sql`
      update reextracted_articles set ${to} where run_id = ${runId} and state = any(${states}) and ${one}`.execute(
      transaction,
    );
    const articles = Number(changed.numAffectedRows ?? 0n);
    if (articles === 0)
      throw new Refusal('not_decidable', 'There is nothing left to decide: look at the run again.');
    await record(transaction, {
      who,
      act: `reextraction.${is}`,
      subject: runId,
      details: isWhole ? { articles } : { articleId },
    });
    await notify(transaction, { kind: 'reextraction', runId });
    return articles;
  });
  await settle(db, runId);
  return count;
}

/**
 * Makes the candidates current that were accepted, a batch of them in one transaction, and returns how many are still to come.
 * An article that was read again since it was compared is compared anew first: what was accepted was another difference.
 */
export async function applyAccepted(db: Kysely<Database>, runId: string, size = batch): Promise<number> {
  try {
    await db.transaction().execute((transaction) => applyBatch(transaction, runId, size));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // One of them cannot be kept: alone it is found, and the others are not held up.
    if (size > 1) return applyAccepted(db, runId, 1);
    await sql`
      update reextracted_articles set state = 'failed', reason = ${error.message}, candidate = null
      where run_id = ${runId} and article_id = (
        select article_id from reextracted_articles
        where run_id = ${runId} and state = 'accepting' order by article_id limit 1)`.execute(db);
  }
  await settle(db, runId);
  const left = await sql<{ number: string }>`
    select count(*) as number from reextracted_articles where run_id = ${runId} and state = 'accepting'`.execute(
    db,
  );
  return Number(left.rows[0]?.number ?? 0);
}

async function applyBatch(
  transaction: Parameters<typeof saveWithin>[0],
  runId: string,
  size: number,
): Promise<void> {
  const found = await sql<{ article_id: string; base: string; candidate: unknown }>`
    select article_id, base, candidate from reextracted_articles
    where run_id = ${runId} and state = 'accepting'
    order by article_id limit ${size} for update skip locked`.execute(transaction);
  const ids = found.rows.map((row) => row.article_id);
  // All articles before the revision's row, in one order: see the extractions.
  await sql`select from articles where id = any(${ids}) order by id for update`.execute(transaction);
  const current = await sql<{ article_id: string; base: string }>`
    select article_id, ${identity} as base from extractions
    where article_id = any(${ids}) and is_current`.execute(transaction);
  const bases = new Map(current.rows.map((row) => [row.article_id, row.base]));
  const isFresh = (row: { article_id: string; base: string }) => bases.get(row.article_id) === row.base;
  const fresh = found.rows.filter(isFresh);
  const [{ article_id: first } = {}] = fresh;
  const saved = await refusingData(`The extraction of article ${first}`, () =>
    saveWithin(
      transaction,
      fresh.map(({ candidate }) => ({ extraction: Extraction.parse(candidate) })),
    ),
  );
  for (const answer of saved) if (answer) throw answer;
  const freshIds = fresh.map((row) => row.article_id);
  await sql`
    update reextracted_articles set candidate = null,
      state = case when article_id = any(${freshIds}) then 'accepted' else 'waiting' end
    where run_id = ${runId} and article_id = any(${ids})`.execute(transaction);
  if (ids.length > 0) await notify(transaction, { kind: 'reextraction', runId });
}
