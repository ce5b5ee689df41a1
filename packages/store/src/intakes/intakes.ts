import { type Kysely, sql } from 'kysely';
import { record, type Who } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database } from '../database.ts';
import { refusingData } from '../refusal.ts';
import {
  Intake,
  type IntakeState,
  Item,
  intakeColumns,
  type NewIntake,
  NewIntake as NewIntakeSchema,
  type NewItem,
  type Verdict,
  verdicts,
} from './intake-row.ts';

const columns = sql.raw(intakeColumns.join(', '));
/** Items kept in one statement. */
const batch = 500;

/** Things handed in on their way to articles, with all that was found in them. */
export function intakeQueries(db: Kysely<Database>) {
  return {
    /** Keeps what was handed in. From then on it cannot be lost. @throws Refusal `unstorable` */
    add: (intake: NewIntake, who: Who): Promise<string> => add(db, intake, who),

    async get(id: string): Promise<Intake | null> {
      const found = await sql`select ${columns} from intakes where id = ${id}`.execute(db);
      return found.rows[0] === undefined ? null : Intake.parse(found.rows[0]);
    },

    /** What was handed in, byte by byte; null once articles were made of it. */
    async content(id: string): Promise<Uint8Array | null> {
      const row = await sql<{ content: Buffer | null }>`select content from intakes where id = ${id}`.execute(
        db,
      );
      return row.rows[0]?.content ?? null;
    },

    /** Newest first; `search` is part of a name or address. */
    async list({
      limit = 50,
      before,
      state,
      search,
    }: {
      limit?: number;
      before?: number | undefined;
      state?: IntakeState[] | undefined;
      search?: string | undefined;
    } = {}): Promise<Intake[]> {
      const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
      const found = await sql`
        select ${columns} from intakes
        where (${before ?? null}::bigint is null or ordinal < ${before ?? null}::bigint)
          and (${state ?? null}::text[] is null or state = any(${state ?? null}::text[]))
          and (${pattern}::text is null or name ilike ${pattern})
        order by ordinal desc limit ${limit}`.execute(db);
      return found.rows.map((row) => Intake.parse(row));
    },

    /** Marks it as being worked on and counts the attempt; null when it is over, or waits for a person. */
    begin: (id: string): Promise<Intake | null> => begin(db, id),

    /** Replaces what was found in it, as when it is read again. */
    async replaceItems(id: string, items: AsyncIterable<NewItem> | Iterable<NewItem>): Promise<void> {
      await sql`delete from intake_items where intake_id = ${id}`.execute(db);
      await sql`update intakes set found = 0, accepted = 0, duplicates = 0, refused = 0 where id = ${id}`.execute(
        db,
      );
      await appendItems(db, id, 0, items);
    },

    /** The items that wait to become articles, in order, at most so many. */
    async ready(id: string, limit: number): Promise<{ position: number; document: unknown }[]> {
      const found = await sql<{ position: number; document: unknown }>`
        select position, document from intake_items where intake_id = ${id} and verdict = 'ready'
        order by position limit ${limit}`.execute(db);
      return found.rows;
    },

    /** What became of items; the counts of the intake follow, and whoever watches hears of it. */
    settle: (id: string, settled: Settled[]): Promise<void> => settle(db, id, settled),

    /** A page of the report, in order. */
    async items(
      id: string,
      {
        verdict,
        after = -1,
        limit = 100,
      }: { verdict?: Verdict | undefined; after?: number | undefined; limit?: number } = {},
    ): Promise<Item[]> {
      const found = await sql`
        select position, place, verdict, title, excerpt, reason, article_id from intake_items
        where intake_id = ${id} and position > ${after} and (${verdict ?? null}::text is null or verdict = ${verdict ?? null})
        order by position limit ${limit}`.execute(db);
      return found.rows.map((row) => Item.parse(row));
    },

    async verdicts(id: string): Promise<Record<Verdict, number>> {
      const found = await sql<{ verdict: string; count: string }>`
        select verdict, count(*) from intake_items where intake_id = ${id} group by verdict`.execute(db);
      const counts = new Map(found.rows.map(({ verdict, count }) => [verdict, Number(count)]));
      return Object.fromEntries(verdicts.map((verdict) => [verdict, counts.get(verdict) ?? 0])) as Record<
        Verdict,
        number
      >;
    },

    /** Moves it on. False when it was in another state meanwhile. */
    move: (
      id: string,
      from: IntakeState[],
      to: IntakeState,
      more: { reason?: string; who?: Who } = {},
    ): Promise<boolean> => move(db, id, from, to, more),

    /** Has a refused one read once more, with its attempts forgotten. False when it is not refused. */
    async again(id: string, who: Who): Promise<boolean> {
      await sql`update intakes set attempts = 0 where id = ${id} and state = 'refused'`.execute(db);
      return move(db, id, ['refused'], 'received', { who });
    },

    /** Ids of what nobody has finished: waiting longer than `waiting` seconds, or being worked on for longer than `working`. */
    async unfinished(age: { waiting: number; working: number }): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select id from intakes
        where (state in ('received', 'confirmed') and greatest(received_at, cleaned_at) <= now() - make_interval(secs => ${age.waiting}))
           or (state in ('reading', 'taking') and started_at <= now() - make_interval(secs => ${age.working}))
        order by ordinal`.execute(db);
      return found.rows.map(({ id }) => id);
    },
  };
}

export interface Settled {
  position: number;
  verdict: Verdict;
  articleId?: string | undefined;
  reason?: string | undefined;
}

async function add(db: Kysely<Database>, input: NewIntake, who: Who): Promise<string> {
  const { cameBy, name, feedId, content, given, wantsConfirmation } = NewIntakeSchema.parse(input);
  return refusingData('What was handed in', () =>
    db.transaction().execute(async (transaction) => {
      const bytes = content ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : null;
      const found = await sql<{ id: string }>`
        insert into intakes (came_by, name, who, feed_id, content, given, wants_confirmation)
        values (${cameBy}, ${name.replaceAll('\0', '')}, ${who}, ${feedId ?? null}, ${bytes}, ${JSON.stringify(given)}::jsonb, ${wantsConfirmation})
        returning id`.execute(transaction);
      const id = found.rows[0]?.id ?? '';
      if (cameBy !== 'feed')
        await record(transaction, {
          who,
          act: 'intake.received',
          subject: id,
          details: { cameBy, name: name.slice(0, 500) },
        });
      await notify(transaction, { kind: 'intake', intakeId: id });
      return id;
    }),
  );
}

async function begin(db: Kysely<Database>, id: string): Promise<Intake | null> {
  const found = await sql`
    update intakes set state = case when state in ('received', 'reading') then 'reading' else 'taking' end,
      started_at = now(), attempts = attempts + 1
    where id = ${id} and state in ('received', 'reading', 'confirmed', 'taking')
    returning ${columns}`.execute(db);
  if (found.rows[0] === undefined) return null;
  await notify(db, { kind: 'intake', intakeId: id });
  return Intake.parse(found.rows[0]);
}

async function appendItems(
  db: Kysely<Database>,
  id: string,
  from: number,
  items: AsyncIterable<NewItem> | Iterable<NewItem>,
): Promise<void> {
  let position = from;
  let waiting: NewItem[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const rows = waiting.map((item, index) => ({ position: position + index, ...cleaned(item) }));
    position += waiting.length;
    waiting = [];
    const by = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
    await sql`
      insert into intake_items (intake_id, position, place, verdict, title, excerpt, reason, article_id, document)
      select ${id}, r.position, r.place, r.verdict, r.title, r.excerpt, r.reason, r.article_id, r.document
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (position integer, place text, verdict text, title text, excerpt text, reason text, article_id text, document jsonb)`.execute(
      db,
    );
    await sql`
      update intakes set found = found + ${rows.length}, duplicates = duplicates + ${by('duplicate')},
        refused = refused + ${by('refused')}, accepted = accepted + ${by('accepted')}
      where id = ${id}`.execute(db);
    await notify(db, { kind: 'intake', intakeId: id });
  };
  for await (const item of items) {
    waiting.push(item);
    if (waiting.length >= batch) await flush();
  }
  await flush();
}

/** Neither a NUL nor half a character can be kept. */
function cleaned({ place, verdict, title, excerpt, reason, articleId, document }: NewItem) {
  const text = (value: string | undefined): string | null =>
    value?.replaceAll('\0', '').toWellFormed() ?? null;
  return {
    place: (text(place) ?? '').slice(0, 2_000),
    verdict,
    title: text(title)?.slice(0, 500) ?? null,
    excerpt: text(excerpt)?.slice(0, 500).toWellFormed() ?? null,
    reason: text(reason)?.slice(0, 1_000) ?? null,
    article_id: articleId ?? null,
    document: document ?? null,
  };
}

async function settle(db: Kysely<Database>, id: string, settled: Settled[]): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ position, verdict, articleId, reason }) => ({
    position,
    verdict,
    article_id: articleId ?? null,
    reason: reason ?? null,
  }));
  await db.transaction().execute(async (transaction) => {
    await sql`
      update intake_items as i set verdict = r.verdict, article_id = r.article_id, reason = r.reason, document = null
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position integer, verdict text, article_id text, reason text)
      where i.intake_id = ${id} and i.position = r.position`.execute(transaction);
    await sql`
      update intakes set accepted = c.accepted, duplicates = c.duplicates, refused = c.refused
      from (select count(*) filter (where verdict = 'accepted') as accepted, count(*) filter (where verdict = 'duplicate') as duplicates,
              count(*) filter (where verdict = 'refused') as refused
            from intake_items where intake_id = ${id}) as c
      where id = ${id}`.execute(transaction);
    await notify(transaction, { kind: 'intake', intakeId: id });
  });
}

async function move(
  db: Kysely<Database>,
  id: string,
  from: IntakeState[],
  to: IntakeState,
  { reason, who }: { reason?: string; who?: Who },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const isOver = to === 'done' || to === 'refused' || to === 'dropped';
    const found = await sql<{ id: string }>`
      update intakes set state = ${to}, reason = ${to === 'refused' ? (reason ?? 'no reason was given') : null},
        cleaned_at = case when ${to} in ('checked', 'done') then coalesce(cleaned_at, now()) else cleaned_at end,
        finished_at = case when ${isOver} then now() else finished_at end,
        content = case when ${to} in ('done', 'dropped') then null else content end
      where id = ${id} and state = any(${from}::text[]) returning id`.execute(transaction);
    if (found.rows.length === 0) return false;
    if (to === 'dropped')
      await sql`delete from intake_items where intake_id = ${id} and verdict = 'ready'`.execute(transaction);
    if (who !== undefined) await record(transaction, { who, act: `intake.${to}`, subject: id });
    await notify(transaction, { kind: 'intake', intakeId: id });
    return true;
  });
}
