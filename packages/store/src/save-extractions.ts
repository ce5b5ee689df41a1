import { type Extraction, extractionOf } from '@trucewatch/schema';
import { type Kysely, sql, type Transaction } from 'kysely';
import { notifyAll } from './changes.ts';
import type { Database, Queries } from './database.ts';
import { eventRows } from './event-row.ts';
import { Refusal, refusingData } from './refusal.ts';
import { eachAlone } from './together.ts';
import { withoutWaiting } from './without-waiting.ts';

/** What is to be kept of an article. */
export interface NewExtraction {
  readonly extraction: Extraction;
  /** What copies of the text are told by; what is there stays when there is none. */
  readonly signature?: string | undefined;
}

/** Keeps extractions in one transaction: for each nothing, or why it is refused. */
export function saveAll(db: Kysely<Database>, inputs: NewExtraction[]): Promise<(undefined | Refusal)[]> {
  return eachAlone(inputs, async (some) => {
    const [{ extraction } = {}] = some;
    const what = some.length === 1 ? `The extraction of article ${extraction?.articleId}` : 'An extraction';
    return refusingData(what, () =>
      db.transaction().execute(async (transaction) => {
        await withoutWaiting(transaction);
        return saveWithin(transaction, some);
      }),
    );
  });
}

/** The same as a part of a transaction, which saves all its extractions by one call. */
export async function saveWithin(
  transaction: Transaction<Database>,
  inputs: readonly NewExtraction[],
): Promise<(undefined | Refusal)[]> {
  if (inputs.length === 0) return [];
  const texts = await locked(
    transaction,
    inputs.map(({ extraction }) => extraction.articleId),
  );
  const answers: (undefined | Refusal)[] = [];
  let some = new Map<string, NewExtraction>();
  const putSome = async () => {
    if (some.size > 0) await put(transaction, [...some.values()]);
    some = new Map();
  };
  for (const input of inputs) {
    const { articleId } = input.extraction;
    const checked = proven(input.extraction, texts.get(articleId));
    answers.push(checked instanceof Refusal ? checked : undefined);
    if (checked instanceof Refusal) continue;
    // Of one article only one at a time: a statement cannot write a row twice.
    if (some.has(articleId)) await putSome();
    some.set(articleId, { ...input, extraction: checked });
  }
  await putSome();
  return answers;
}

/** The articles' rows are locked first, in one order, and the revision's last, by everybody: no two transactions can wait for each other. */
async function locked(db: Queries, ids: string[]) {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'text', 'title'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function put(db: Queries, inputs: readonly NewExtraction[]): Promise<void> {
  const articleIds = inputs.map(({ extraction }) => extraction.articleId);
  const now = new Date();
  const headers = inputs.map(({ extraction: { articleId, extractor, warnings }, signature }) => ({
    ...{ article_id: articleId, name: extractor.name, version: extractor.version, warnings },
    signature: signature ?? null,
  }));
  await sql`
    update extractions set is_current = false where article_id = any(${articleIds}) and is_current`.execute(
    db,
  );
  const saved = await sql<{ id: string; article_id: string }>`
    insert into extractions (article_id, extractor_name, extractor_version, made_at, warnings, is_current)
    select article_id, name, version, ${now}, warnings, true
    from jsonb_to_recordset(${JSON.stringify(headers)}::jsonb)
      as row(article_id text, name text, version text, warnings jsonb)
    on conflict (article_id, extractor_name, extractor_version)
      do update set made_at = excluded.made_at, warnings = excluded.warnings, is_current = true
    returning id, article_id`.execute(db);
  const idOf = new Map(saved.rows.map(({ id, article_id }) => [article_id, id]));
  const ids = articleIds.map((articleId) => idOf.get(articleId));
  const events = inputs.flatMap(({ extraction }, index) =>
    eventRows(extraction.events).map((row) => ({
      ...row,
      extraction_id: ids[index],
      article_id: extraction.articleId,
    })),
  );
  await sql`delete from events where extraction_id = any(${ids}::bigint[])`.execute(db);
  // One statement for any number of events: a list of VALUES would end at 65,535 parameters.
  await sql`
    insert into events (extraction_id, article_id, event_id, position, type, step, reality,
                        when_earliest, when_latest, effective_at, document, quotes, happened_at,
                        article_source)
    select row.*, coalesce(when_latest, published_at), source
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as row(
      extraction_id bigint, article_id text, event_id text, position integer, type text, step text, reality text,
      when_earliest timestamptz, when_latest timestamptz, effective_at timestamptz, document jsonb, quotes text)
    join articles on articles.id = row.article_id`.execute(db);
  await sql`
    update articles set state = 'extracted', reason = null, finished_at = ${now},
                        signature = coalesce(row.signature, articles.signature)
    from jsonb_to_recordset(${JSON.stringify(headers)}::jsonb) as row(article_id text, signature text)
    where id = row.article_id`.execute(db);
  await notifyAll(
    db,
    articleIds.flatMap((articleId) => [
      { kind: 'article', articleId, state: 'extracted' },
      { kind: 'extraction', articleId },
    ]),
  );
  await sql`
    with next as (update revision set value = value + ${ids.length} returning value)
    update extractions set revision = next.value - ${ids.length} + place
    from next, unnest(${ids}::bigint[]) with ordinality as saved (id, place)
    where extractions.id = saved.id`.execute(db);
}

function proven(
  extraction: Extraction,
  article: { id: string; text: string; title: string | null } | undefined,
): Extraction | Refusal {
  const { articleId: id } = extraction;
  if (!article) return new Refusal('unknown_article', `There is no article ${id}.`);
  const { text, title } = article;
  const checked = extractionOf({ id, text, title: title ?? undefined }).safeParse(extraction);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  return new Refusal(
    'false_quote',
    `The extraction of article ${id} is refused (${checked.error.issues.length} faults): ${issue?.path.join('.')}: ${issue?.message}`,
  );
}
