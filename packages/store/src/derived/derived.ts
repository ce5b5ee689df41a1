import type { Conflict, EventRef } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { notify } from '../changes.ts';
import type { Database, Queries } from '../database.ts';
import { Refusal, refusingData } from '../refusal.ts';
import { eachAlone } from '../together.ts';
import { withoutWaiting } from '../without-waiting.ts';
import { conflictRow, DerivedHappening, happeningRows, type OriginOf, rowsOf } from './derived-rows.ts';
import { documents, readConflict } from './read-conflict.ts';
import { heads, readDigests, totals } from './read-digests.ts';
import { readHappening } from './read-happening.ts';
import { readStory } from './read-story.ts';
import { type Difference, replaceRows } from './replace-rows.ts';

/** What a conflict's rows are made of. */
export interface Derivation {
  /** With all its events. */
  readonly conflict: Conflict;
  readonly happenings:
    | { readonly all: readonly DerivedHappening[] }
    | {
        readonly made: readonly DerivedHappening[];
        readonly gone: readonly string[];
        /** The revision of the rows that they differ from. */
        readonly since: number;
      };
  /** The revision of the database up to which every event was taken in. */
  readonly revision: number;
  /** Name and version of what folds events. */
  readonly madeBy: string;
  readonly originOf: OriginOf;
}

/**
 * What became of a derivation. `newer`: rows of a later revision are stored, nothing was written. `other`: the stored
 * rows are not those that the happenings differ from, nothing was written: give all.
 */
export type Replaced = { is: 'written'; differences: Record<string, Difference> } | { is: 'newer' | 'other' };

const StateRow = z.object({ revision: z.coerce.number(), made_by: z.string() });

const OwnEvents = z.object({ conflict_id: z.string(), events: z.array(z.string()) });

const ReadRow = z.object({
  made_by: z.string(),
  made_from: z.string(),
  extractors: z.array(z.string()),
  revision: z.coerce.number(),
  document: z.record(z.string(), z.unknown()),
});

/** What is derived from the events and stored: never the truth, and thrown away without loss. */
export function derivedQueries(db: Kysely<Database>) {
  return {
    /**
     * Writes the rows of conflicts, each given once, that differ from those that are stored, in one transaction; returns
     * what became of each.
     * @throws Refusal when one of them cannot be stored; the others are
     */
    async replace(...derivations: readonly Derivation[]): Promise<Replaced[]> {
      const answers = await eachAlone([...derivations], (some) => replaceAll(db, some));
      for (const answer of answers) if (answer instanceof Refusal) throw answer;
      return answers as Replaced[];
    },

    /** Takes all rows of a conflict away unless a later revision wrote them; returns whether there were any. */
    async remove(conflictId: string, revision: number): Promise<boolean> {
      const gone = await sql`
        delete from derived.conflicts where conflict_id = ${conflictId} and revision <= ${revision}`.execute(
        db,
      );
      return gone.numAffectedRows === 1n;
    },

    /** The ids of the conflicts that have rows. */
    async conflictIds(): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select conflict_id as id from derived.conflicts order by conflict_id collate "C"`.execute(db);
      return found.rows.map(({ id }) => id);
    },

    /** One conflict as its rows have it, or null. `conflict.events` is not kept in its order and left out. */
    read: (conflictId: string) => read(db, conflictId),

    /** The conflicts that there is something to show of, each with a version. */
    heads: () => heads(db),

    /** One conflict with the reports of its articles; see `readStory`. */
    story: (conflictId: string, has?: (articleId: string, extracted: number) => boolean) =>
      readStory(db, conflictId, has),

    /** The happening that an event is a report of, with all its reports; see `readHappening`. */
    happening: (event: EventRef) => readHappening(db, event),

    /** What an overview shows of certain conflicts as seen from an ISO instant; see `readDigests`. */
    digests: (conflictIds: readonly string[], now: string) => readDigests(db, conflictIds, now),

    /** How much has been read: every current extraction and its events, whether they tell of a war or not. */
    totals: () => totals(db),

    /** The conflicts that an article tells of, by id, with the ids of its events that belong to each. */
    async conflictsOf(articleId: string): Promise<{ conflictId: string; events: string[] }[]> {
      const found = await sql`
        select conflict_id, document as events from derived.articles
        where article_id = ${articleId} order by conflict_id collate "C"`.execute(db);
      return found.rows.map((row) => {
        const { conflict_id, events } = OwnEvents.parse(row);
        return { conflictId: conflict_id, events };
      });
    },

    /**
     * Says that the rows of every conflict are those of a revision; never takes it back to an earlier one. Whoever
     * listens to changes hears that what was extracted up to it can now be read in the rows.
     */
    async finish(revision: number, madeBy: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await sql`
          insert into derived.state (revision, made_by) values (${revision}, ${madeBy})
          on conflict (one) do update set revision = excluded.revision, made_by = excluded.made_by
          where derived.state.revision <= excluded.revision`.execute(transaction);
        await sql`
          insert into derived.rounds (revision) values (${revision}) on conflict do nothing`.execute(
          transaction,
        );
        await notify(transaction, { kind: 'derived', revision });
      });
    },

    /** Up to which revision of the database the rows are, and what made them; null before they were ever made. */
    async state(): Promise<{ revision: number; madeBy: string } | null> {
      const found = await sql`select revision, made_by from derived.state`.execute(db);
      if (!found.rows[0]) return null;
      const { revision, made_by } = StateRow.parse(found.rows[0]);
      return { revision, madeBy: made_by };
    },

    /**
     * Whether a conflict's rows may differ from what would be made now: they are missing, made by another version, or
     * an article was extracted since that is of the conflict or not yet assigned to any.
     */
    async isStale(conflictId: string, madeBy: string): Promise<boolean> {
      const found = await sql<{ fresh: boolean }>`
        select conflicts.made_by = ${madeBy} and not exists (
          select from extractions
          where is_current and extractions.revision > greatest(conflicts.revision, state.revision)
        ) and not exists (
          select from acts where acts.revision > greatest(conflicts.revision, state.revision)
        ) as fresh
        from derived.conflicts, derived.state where conflict_id = ${conflictId}`.execute(db);
      return found.rows[0]?.fresh !== true;
    },
  };
}

async function replaceAll(db: Kysely<Database>, derivations: readonly Derivation[]): Promise<Replaced[]> {
  const ids = derivations.map(({ conflict }) => conflict.id);
  const what = ids.length === 1 ? `What is derived of ${ids[0]}` : 'What is derived';
  return refusingData(what, () =>
    db.transaction().execute(async (transaction) => {
      await withoutWaiting(transaction);
      // Whoever else derives one of these conflicts waits here, with or without rows of it; all go in one order.
      const locks = ids.map((id) => `derived ${id}`).sort();
      await sql`
        select pg_advisory_xact_lock(hashtextextended(lock, 0)) from unnest(${locks}::text[]) as lock`.execute(
        transaction,
      );
      const stored = await storedRows(transaction, ids);
      const judged = derivations.map((derivation) => ({
        derivation,
        obstacle: obstacleTo(derivation, stored.get(derivation.conflict.id)),
      }));
      const able = judged.flatMap(({ derivation, obstacle }) => (obstacle ? [] : derivation));
      const differences = await write(transaction, able, stored);
      return judged.map(
        ({ derivation, obstacle }): Replaced =>
          obstacle ? { is: obstacle } : { is: 'written', differences: differences.get(derivation) ?? {} },
      );
    }),
  );
}

/** Why a derivation cannot be written over the rows that are stored. */
function obstacleTo(
  { happenings, revision }: Derivation,
  stored: StoredRow | undefined,
): 'newer' | 'other' | null {
  if (stored && stored.revision > revision) return 'newer';
  return 'since' in happenings && stored?.revision !== happenings.since ? 'other' : null;
}

/** Writes derivations in a transaction that holds their conflicts' locks, and returns what differed. */
async function write(
  transaction: Queries,
  derivations: readonly Derivation[],
  stored: ReadonlyMap<string, StoredRow>,
): Promise<Map<Derivation, Record<string, Difference>>> {
  if (derivations.length === 0) return new Map();
  const own = derivations.map(({ conflict, revision, madeBy, originOf }) => ({
    ...conflictRow(conflict, originOf),
    ...{ conflict_id: conflict.id, made_by: madeBy, revision },
  }));
  await sql`
    insert into derived.conflicts (conflict_id, made_by, made_from, extractors, revision, digest, document)
    select conflict_id, made_by, made_from, extractors, revision, digest, document
    from jsonb_to_recordset(${JSON.stringify(own)}::jsonb) as row(conflict_id text, made_by text, made_from text,
      extractors text[], revision bigint, digest text, document jsonb)
    on conflict (conflict_id) do update set made_by = excluded.made_by, made_from = excluded.made_from,
      extractors = excluded.extractors, revision = excluded.revision, digest = excluded.digest,
      document = excluded.document`.execute(transaction);
  const written = await replaceRows(
    transaction,
    derivations.map(({ conflict, happenings, revision, originOf }) => {
      const made = happeningRows('all' in happenings ? happenings.all : happenings.made, originOf);
      const { articles, ceasefires, intervals, coverage } = rowsOf(conflict, originOf);
      return {
        conflictId: conflict.id,
        revision,
        tables: {
          articles: { all: articles },
          ceasefires: { all: ceasefires },
          intervals: { all: intervals },
          coverage: { all: coverage },
          happenings: 'all' in happenings ? { all: made } : { made, gone: happenings.gone },
        },
      };
    }),
  );
  return new Map(
    derivations.map((derivation, index) => {
      const before = stored.get(derivation.conflict.id);
      const isSame = before?.digest === own[index]?.digest && before?.made_by === derivation.madeBy;
      const conflicts = { added: before ? 0 : 1, changed: before && !isSame ? 1 : 0, removed: 0 };
      return [derivation, { conflicts, ...written[index] }];
    }),
  );
}

interface StoredRow {
  readonly revision: number;
  readonly digest: string;
  readonly made_by: string;
}

async function storedRows(db: Queries, ids: readonly string[]): Promise<Map<string, StoredRow>> {
  const found = await sql<{ id: string; revision: string; digest: string; made_by: string }>`
    select conflict_id as id, revision, digest, made_by from derived.conflicts
    where conflict_id = any(${ids})`.execute(db);
  return new Map(found.rows.map((row) => [row.id, { ...row, revision: Number(row.revision) }]));
}

async function read(db: Kysely<Database>, conflictId: string) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const found = await sql`
        select made_by, made_from, extractors, revision, document
        from derived.conflicts where conflict_id = ${conflictId}`.execute(transaction);
      if (!found.rows[0]) return null;
      const { made_by, made_from, extractors, revision, document } = ReadRow.parse(found.rows[0]);
      const conflict = await readConflict(transaction, conflictId, document);
      const happenings = z
        .array(DerivedHappening)
        .parse(await documents(transaction, 'happenings', conflictId, 'happening_id collate "C"'));
      return { conflict, happenings, revision, madeBy: made_by, madeFrom: made_from, extractors };
    });
}
