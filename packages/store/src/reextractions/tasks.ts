import { type EventDifference, type Extraction, extractionOf } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import { notify } from '../changes.ts';
import type { Database } from '../database.ts';
import { documents } from '../extractions.ts';
import { refusingData } from '../refusal.ts';
import { TaskRow } from './reextraction-row.ts';
import { settle } from './runs.ts';

/** The current extraction of an article, told apart from any that is saved later. */
export const identity = sql`extractions.id || ' ' || extract(epoch from made_at)`;

/** What a worker compares with. */
export interface Task {
  /** Which extraction it is. */
  base: string;
  readBefore: string;
  events: Extraction['events'];
  /** How often the article was begun in this run, this time included. */
  attempts: number;
}

/** What a worker found. */
export interface Finding {
  extraction: Extraction;
  differences: EventDifference[];
  tally: Readonly<Record<string, number>>;
}

/** Counts an attempt, and gives what to compare with; null when there is nothing to do: done already, stopped, or gone. */
export async function beginTask(
  db: Kysely<Database>,
  runId: string,
  articleId: string,
): Promise<Task | null> {
  const begun = await sql<{ attempts: number }>`
    update reextracted_articles as task set attempts = task.attempts + 1
    from reextractions as run
    where run.id = ${runId} and run.state = 'running' and task.run_id = run.id
      and article_id = ${articleId} and task.state = 'waiting'
    returning task.attempts`.execute(db);
  const attempts = begun.rows[0]?.attempts;
  if (attempts === undefined) return null;
  const found = await sql`
    select ${identity} as base, extractor_name || ' ' || extractor_version as read_before, ${documents} as events
    from extractions where article_id = ${articleId} and is_current`.execute(db);
  if (!found.rows[0]) {
    await failTask(db, runId, articleId, 'it has no extraction to compare with any more');
    return null;
  }
  const { base, read_before, events } = TaskRow.parse(found.rows[0]);
  return { base, readBefore: read_before, events, attempts };
}

/**
 * Keeps what was found beside what counts; what is equal needs no decision. Twice leaves the same.
 * @throws Refusal `unstorable`; a ZodError for a quote that the article does not have
 */
export async function keepFinding(
  db: Kysely<Database>,
  runId: string,
  { base, readBefore }: Task,
  { extraction, differences, tally }: Finding,
  article: { id: string; text: string; title?: string | undefined },
): Promise<void> {
  const { extractor } = extraction;
  const isEqual = differences.length === 0;
  const candidate = isEqual ? null : JSON.stringify(extractionOf(article).parse(extraction));
  const readNow = `${extractor.name} ${extractor.version}`;
  await refusingData(`What was found anew in article ${article.id}`, async () => {
    await sql`
      update reextracted_articles set state = ${isEqual ? 'equal' : 'differs'}, base = ${base},
        read_before = ${readBefore}, read_now = ${readNow}, candidate = ${candidate}::jsonb,
        differences = ${isEqual ? null : JSON.stringify(differences)}::jsonb, tally = ${JSON.stringify(tally)}::jsonb
      where run_id = ${runId} and article_id = ${article.id} and state = 'waiting'`.execute(db);
  });
  await sql`
    update reextractions set extractors = extractors || ${readNow}::text
    where id = ${runId} and not (${readNow} = any(extractors))`.execute(db);
  await tell(db, runId);
}

/** Keeps why an article could not be read anew. What counts of it stays. */
export async function failTask(
  db: Kysely<Database>,
  runId: string,
  articleId: string,
  reason: string,
): Promise<void> {
  await sql`
    update reextracted_articles set state = 'failed', reason = ${reason}
    where run_id = ${runId} and article_id = ${articleId} and state = 'waiting'`.execute(db);
  await tell(db, runId);
}

/** Listeners hear of a run's progress once a second at most, and of its end at once. */
async function tell(db: Kysely<Database>, runId: string): Promise<void> {
  await settle(db, runId);
  const due = await sql`
    update reextractions set told_at = now() where id = ${runId} and told_at < now() - interval '1 second'`.execute(
    db,
  );
  if (due.numAffectedRows === 1n) await notify(db, { kind: 'reextraction', runId });
}
