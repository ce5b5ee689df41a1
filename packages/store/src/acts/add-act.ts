import { type Act, type Decision, falseQuoteOf, publisherKey, subjectsOf } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import { record } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database, Queries } from '../database.ts';
import { Refusal, refusingData } from '../refusal.ts';
import { NewAct } from './act-row.ts';
import { actById } from './read-acts.ts';

/** Keeps an act, and gives everything that it is about a new revision. */
export async function addAct(db: Kysely<Database>, input: NewAct): Promise<Act> {
  const act = NewAct.parse(input);
  return refusingData('The decision', () =>
    db.transaction().execute((transaction) => addActWithin(transaction, act)),
  );
}

/** The same as a part of a transaction. */
export async function addActWithin(transaction: Queries, input: NewAct): Promise<Act> {
  const { decision, author, reason, at = new Date().toISOString() } = NewAct.parse(input);
  const undone = decision.kind === 'undo' ? await undoable(transaction, decision.act) : null;
  const subjects = undone ? undone.subjects : subjectsOf(decision);
  const articleIds = [
    ...named(subjects, 'article'),
    ...(await articlesOfPublishers(transaction, named(subjects, 'publisher'))),
  ];
  checkQuotes(decision, await locked(transaction, articleIds), subjects);
  const row = {
    kind: decision.kind,
    subjects,
    document: JSON.stringify(decision),
    author,
    reason,
    at,
    undoes: decision.kind === 'undo' ? decision.act : null,
  };
  // The revision's row is locked last, by everybody: see the extractions.
  const found = await sql<{ id: string }>`
    with next as (update revision set value = value + 1 returning value),
    touched as (
      update extractions set revision = next.value from next
      where article_id = any(${articleIds}) and is_current)
    insert into acts (kind, subjects, document, author, reason, at, undoes, revision)
    select ${row.kind}, ${row.subjects}::text[], ${row.document}::jsonb, ${row.author}, ${row.reason}, ${row.at}::timestamptz,
           ${row.undoes}, next.value from next
    returning id`.execute(transaction);
  const id = found.rows[0]?.id as string;
  await record(transaction, {
    who: author,
    act: `act.${decision.kind}`,
    subject: id,
    details: { subjects, reason, ...(row.undoes !== null && { undoes: row.undoes }) },
  });
  await notify(transaction, { kind: 'act', actId: id, articleIds: articleIds.slice(0, mostAnnounced) });
  return (await actById(transaction, id)) as Act;
}

/** Articles named in the announcement: PostgreSQL's notices hold 8,000 bytes. */
const mostAnnounced = 20;

async function undoable(db: Queries, id: string): Promise<{ subjects: string[] }> {
  const found = await sql<{ subjects: string[]; kind: string; is_undone: boolean }>`
    select subjects, kind, exists (select from acts as undoing where undoing.undoes = acts.id) as is_undone
    from acts where id = ${id}`.execute(db);
  const [row] = found.rows;
  if (!row) throw new Refusal('unknown_act', `There is no act ${id}.`);
  if (row.kind === 'undo')
    throw new Refusal('not_undoable', 'An undoing cannot be undone: do again what was undone.');
  if (row.is_undone) throw new Refusal('not_undoable', 'This was undone already.');
  return row;
}

function named(subjects: readonly string[], kind: string): string[] {
  return subjects.flatMap((one) => (one.startsWith(`${kind}:`) ? one.slice(kind.length + 1) : []));
}

async function articlesOfPublishers(db: Queries, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const sources = await db.selectFrom('articles').select('source').distinct().execute();
  const own = sources.flatMap(({ source }) =>
    source !== null && keys.includes(publisherKey(source)) ? source : [],
  );
  const found = await sql<{ id: string }>`select id from articles where source = any(${own})`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** The articles, locked in one order by everybody, so that no extraction is saved meanwhile. */
async function locked(db: Queries, ids: readonly string[]) {
  const found = await sql<{ id: string; title: string | null; text: string }>`
    select id, title, text from articles where id = any(${ids}) order by id for update`.execute(db);
  return new Map(found.rows.map(({ id, title, text }) => [id, { text, title: title ?? undefined }]));
}

function checkQuotes(
  decision: Decision,
  articles: Awaited<ReturnType<typeof locked>>,
  subjects: readonly string[],
): void {
  const missing = named(subjects, 'article').find((id) => !articles.has(id));
  if (missing !== undefined) throw new Refusal('unknown_article', `There is no article ${missing}.`);
  const wrong = falseQuoteOf(decision, articles);
  if (!wrong) return;
  const { start, end, in: part = 'text' } = wrong.span;
  throw new Refusal(
    'false_quote',
    `The quote is not what the ${part} of article ${wrong.articleId} has at ${start}..${end}: select the words again.`,
  );
}
