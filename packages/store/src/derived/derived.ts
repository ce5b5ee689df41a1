import type { Conflict, EventRef } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { notify } from '../changes.ts';
import type { Database, Queries } from '../database.ts';
import { refusingData } from '../refusal.ts';
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
    /** Writes the rows of one conflict that differ from those that are stored, in one transaction. */
    replace: (derivation: Derivation): Promise<Replaced> => replace(db, derivation),

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

async function replace(db: Kysely<Database>, derivation: Derivation): Promise<Replaced> {
  const { conflict, happenings, revision, madeBy, originOf } = derivation;
  const { id } = conflict;
  return refusingData(`What is derived of ${id}`, () =>
    db.transaction().execute(async (transaction): Promise<Replaced> => {
      await withoutWaiting(transaction);
      // Whoever else derives this conflict waits here, with or without rows of it.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`derived ${id}`}, 0))`.execute(transaction);
      const stored = await storedRow(transaction, id);
      if (stored && stored.revision > revision) return { is: 'newer' };
      if ('since' in happenings && stored?.revision !== happenings.since) return { is: 'other' };
      const { document, made_from, extractors, digest } = conflictRow(conflict, originOf);
      const isSame = stored?.digest === digest && stored.made_by === madeBy;
      await sql`
        insert into derived.conflicts (conflict_id, made_by, made_from, extractors, revision, digest, document)
        values (${id}, ${madeBy}, ${made_from}, ${extractors}, ${revision}, ${digest}, ${JSON.stringify(document)})
        on conflict (conflict_id) do update set made_by = excluded.made_by, made_from = excluded.made_from,
          extractors = excluded.extractors, revision = excluded.revision, digest = excluded.digest,
          document = excluded.document`.execute(transaction);
      const made = happeningRows('all' in happenings ? happenings.all : happenings.made, originOf);
      const { articles, ceasefires, intervals, coverage } = rowsOf(conflict, originOf);
      const written = await replaceRows(transaction, id, revision, {
        articles: { all: articles },
        ceasefires: { all: ceasefires },
        intervals: { all: intervals },
        coverage: { all: coverage },
        happenings: 'all' in happenings ? { all: made } : { made, gone: happenings.gone },
      });
      const differences = {
        conflicts: { added: stored ? 0 : 1, changed: stored && !isSame ? 1 : 0, removed: 0 },
        ...written,
      };
      return { is: 'written', differences };
    }),
  );
}

async function storedRow(db: Queries, id: string) {
  const found = await sql<{ revision: string; digest: string; made_by: string }>`
    select revision, digest, made_by from derived.conflicts where conflict_id = ${id}`.execute(db);
  const [row] = found.rows;
  return row && { ...row, revision: Number(row.revision) };
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
