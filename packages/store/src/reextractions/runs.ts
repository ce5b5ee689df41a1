import { type Kysely, sql } from 'kysely';
import { record, type Who } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database, Queries } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { Scope, within } from './scope.ts';

/** How many articles a run would read: those that were read and are in its scope. */
export async function countWithin(db: Queries, scope: Scope): Promise<number> {
  const condition = await within(db, Scope.parse(scope));
  const found = await sql<{ number: string }>`
    select count(*) as number from articles join extractions on article_id = articles.id and is_current
    where ${condition}`.execute(db);
  return Number(found.rows[0]?.number ?? 0);
}

export async function startRun(db: Kysely<Database>, input: Scope, who: Who): Promise<string> {
  const scope = Scope.parse(input);
  return db.transaction().execute(async (transaction) => {
    const condition = await within(transaction, scope);
    const made = await sql<{ id: string }>`
      insert into reextractions (scope, author) values (${JSON.stringify(scope)}::jsonb, ${who}) returning id`.execute(
      transaction,
    );
    const id = made.rows[0]?.id ?? '';
    const added = await sql`
      insert into reextracted_articles (run_id, article_id, ordinal)
      select ${id}, articles.id, articles.ordinal
      from articles join extractions on article_id = articles.id and is_current where ${condition}`.execute(
      transaction,
    );
    const articles = Number(added.numAffectedRows ?? 0n);
    if (articles === 0) throw new Refusal('nothing_to_read', 'No article that was read is among these.');
    await record(transaction, {
      who,
      act: 'reextraction.started',
      subject: id,
      details: { ...scope, articles },
    });
    await notify(transaction, { kind: 'reextraction', runId: id });
    return id;
  });
}

/** No more articles are read until `resumeRun`; what was found is kept. Does nothing to a run that is over. */
export async function stopRun(db: Kysely<Database>, id: string, who: Who): Promise<void> {
  await move(db, { id, from: ['running'], to: 'stopped', act: 'reextraction.stopped' }, who);
}

/** Goes on where it was stopped, and once more with the articles that failed. */
export async function resumeRun(db: Kysely<Database>, id: string, who: Who): Promise<void> {
  const isMoved = await move(
    db,
    { id, from: ['stopped', 'done'], to: 'running', act: 'reextraction.resumed' },
    who,
  );
  if (!isMoved) return;
  await sql`
    update reextracted_articles set state = 'waiting', reason = null, attempts = 0
    where run_id = ${id} and state = 'failed'`.execute(db);
  await settle(db, id);
}

interface Move {
  id: string;
  from: string[];
  to: string;
  act: string;
}

async function move(db: Kysely<Database>, { id, from, to, act }: Move, who: Who): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const moved = await sql`
      update reextractions set state = ${to} where id = ${id} and state = any(${from})`.execute(transaction);
    if (moved.numAffectedRows !== 1n) return false;
    await record(transaction, { who, act, subject: id });
    await notify(transaction, { kind: 'reextraction', runId: id });
    return true;
  });
}

/**
 * Brings a run's state to what its articles say, after some of them were changed: done when none waits, accepted or refused when
 * none is left to decide on. A statement of its own: of two that finish at once the later one sees both.
 */
export async function settle(db: Queries, id: string): Promise<void> {
  const moved = await sql`
    with counts as (
      select count(*) filter (where state = 'waiting') as waiting,
             count(*) filter (where state in ('differs', 'accepting')) as undecided,
             count(*) filter (where state = 'accepted') as accepted,
             count(*) filter (where state = 'refused') as refused
      from reextracted_articles where run_id = ${id}
    ), next as (
      select case
        when waiting > 0 and state in ('done', 'accepted', 'refused') then 'running'
        when waiting > 0 then state
        when undecided > 0 or accepted + refused = 0 then 'done'
        when accepted > 0 then 'accepted' else 'refused' end as state
      from counts, reextractions where id = ${id}
    )
    update reextractions set state = next.state,
      finished_at = case when next.state in ('running', 'stopped') then null else coalesce(finished_at, now()) end
    from next where id = ${id} and reextractions.state <> next.state`.execute(db);
  if (moved.numAffectedRows === 1n) await notify(db, { kind: 'reextraction', runId: id });
}
