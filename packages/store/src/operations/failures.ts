import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { ArticleSummary, type Submission, summaryColumns } from '../article-row.ts';
import { record, type Who } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database } from '../database.ts';
import { instantColumn } from '../instant-column.ts';
import { amend } from './amend.ts';

const GroupRow = z
  .object({
    reason_group: z.string(),
    example: z.string(),
    number: z.coerce.number(),
    lately: z.coerce.number(),
    before: z.coerce.number(),
    first_at: instantColumn,
    last_at: instantColumn,
  })
  .transform((row) => ({
    /** The reason without what differs from article to article; names the group. */
    group: row.reason_group,
    /** The whole reason of the last one. */
    example: row.example,
    count: row.number,
    /** In the last ten minutes, and in the ten before. */
    lately: row.lately,
    before: row.before,
    firstAt: row.first_at,
    lastAt: row.last_at,
  }));
export type FailureGroup = z.infer<typeof GroupRow>;

export interface FailureFilter {
  /** Those of one group; of all without it. */
  group?: string | undefined;
  /** Those that were set aside, instead of those that were not. */
  isSetAside?: boolean;
}

/** Rows changed in one statement: a group may hold hundreds of thousands. */
const batch = 1_000;

export function failureQueries(db: Kysely<Database>) {
  return {
    /** What articles failed of, the largest group first. */
    async groups(isSetAside = false): Promise<FailureGroup[]> {
      const found = await sql`
        select reason_group, count(*) as number,
          (array_agg(reason order by ordinal desc))[1] as example,
          count(*) filter (where finished_at > now() - interval '10 minutes') as lately,
          count(*) filter (where finished_at <= now() - interval '10 minutes' and finished_at > now() - interval '20 minutes') as before,
          min(finished_at) as first_at, max(finished_at) as last_at
        from articles where state = 'failed' and (set_aside_at is not null) = ${isSetAside}
        group by reason_group order by number desc, reason_group limit 200`.execute(db);
      return z.array(GroupRow).parse(found.rows);
    },

    /** The articles of a group, newest first, 50 at a time. `before`: the last ordinal of the page before. */
    async articles({ group, isSetAside = false }: FailureFilter, before?: number): Promise<ArticleSummary[]> {
      let query = db
        .selectFrom('articles')
        .select(summaryColumns)
        .where('state', '=', 'failed')
        .where('set_aside_at', isSetAside ? 'is not' : 'is', null)
        .orderBy('ordinal', 'desc')
        .limit(50);
      if (group !== undefined) query = query.where('reason_group', '=', group);
      if (before !== undefined) query = query.where('ordinal', '<', String(before));
      return (await query.execute()).map((row) => ArticleSummary.parse(row));
    },

    /**
     * Accepts all failed articles of a group once more, or all there are, and gives their ids in batches: the caller
     * submits the jobs. Those set aside stay where they are.
     */
    async *retry(group: string | undefined, who: Who): AsyncGenerator<string[]> {
      let number = 0;
      for (;;) {
        const ids = await db.transaction().execute(async (transaction) => {
          const moved = await sql<{ id: string }>`
            update articles set state = 'accepted', reason = null, attempts = 0, started_at = null, finished_at = null
            where id in (
              select id from articles where state = 'failed' and set_aside_at is null
                and (${group ?? null}::text is null or reason_group = ${group ?? null})
              order by ordinal limit ${batch} for update skip locked)
            returning id`.execute(transaction);
          for (const { id } of moved.rows)
            await notify(transaction, { kind: 'article', articleId: id, state: 'accepted' });
          return moved.rows.map(({ id }) => id);
        });
        number += ids.length;
        if (ids.length > 0) yield ids;
        if (ids.length < batch) break;
      }
      await record(db, {
        who,
        act: 'failures.retried',
        details: { group: group ?? 'all', articles: number },
      });
    },

    /** Changes an article that failed and was never read, and accepts it once more; see `amend`. */
    amend: (id: string, submission: Submission, who: Who): Promise<void> => amend(db, id, submission, who),

    /** Puts failed articles of a group, or one, where nobody has to look at them, or back. Returns how many. */
    async setAside(
      which: { group: string } | { articleId: string },
      isSetAside: boolean,
      who: Who,
    ): Promise<number> {
      const these = 'group' in which ? sql`reason_group = ${which.group}` : sql`id = ${which.articleId}`;
      return db.transaction().execute(async (transaction) => {
        const changed = await sql`
          update articles set set_aside_at = ${isSetAside ? sql`now()` : null}
          where state = 'failed' and (set_aside_at is not null) <> ${isSetAside} and ${these}`.execute(
          transaction,
        );
        const articles = Number(changed.numAffectedRows ?? 0n);
        await record(transaction, {
          who,
          act: isSetAside ? 'failures.set_aside' : 'failures.brought_back',
          details: { ...which, articles },
        });
        return articles;
      });
    },
  };
}
