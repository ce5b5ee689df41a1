import type { Event } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import type { Who } from '../audit.ts';
import type { Database } from '../database.ts';
import { applyAccepted, decide, type ReextractionDecision } from './decide.ts';
import {
  CandidateRow,
  FieldRow,
  type ReadArticle,
  ReadRow,
  type ReadState,
  type Reextraction,
  RunRow,
  TouchedRow,
} from './reextraction-row.ts';
import { countWithin, resumeRun, settle, startRun, stopRun } from './runs.ts';
import type { Scope } from './scope.ts';
import { beginTask, type Finding, failTask, keepFinding, type Task } from './tasks.ts';

/** Candidates of a conflict that are read to see what they would do to it: some kilobytes each. */
const mostCandidates = 5_000;

export interface ReadFilter {
  states: readonly ReadState[];
  /** Only articles of which some event was `added` or `removed`, or differs in this field. */
  field?: string | undefined;
  limit: number;
  offset: number;
}

/** Runs that read articles anew: what they find counts when somebody has accepted it. */
export function reextractionQueries(db: Kysely<Database>) {
  const runs = (condition: ReturnType<typeof sql>) => sql`
    select reextractions.*, (
      select jsonb_object_agg(state, number) from (
        select state, count(*) as number from reextracted_articles where run_id = reextractions.id group by state
      ) as each
    ) as counts
    from reextractions where ${condition} order by ordinal desc limit 50`;

  return {
    /** How many articles a run would read. */
    count: (scope: Scope): Promise<number> => countWithin(db, scope),

    /**
     * Starts a run over the articles that are in the scope now; returns its id. The caller submits `advance-reextraction`.
     * @throws Refusal `nothing_to_read`
     */
    start: (scope: Scope, who: Who): Promise<string> => startRun(db, scope, who),
    stop: (id: string, who: Who): Promise<void> => stopRun(db, id, who),
    resume: (id: string, who: Who): Promise<void> => resumeRun(db, id, who),

    /** See `decide`; the caller goes on with `apply`, or submits `advance-reextraction`. */
    decide: (id: string, decision: ReextractionDecision, who: Who): Promise<number> =>
      decide(db, id, decision, who),
    /** See `applyAccepted`. */
    apply: (id: string): Promise<number> => applyAccepted(db, id),

    async get(id: string): Promise<Reextraction | null> {
      const [row] = (await runs(sql`id = ${id}`).execute(db)).rows;
      return row === undefined ? null : RunRow.parse(row);
    },
    /** The latest 50, newest first. */
    async list(): Promise<Reextraction[]> {
      return (await runs(sql`true`).execute(db)).rows.map((row) => RunRow.parse(row));
    },

    /** The ids of runs for which a worker has something to do. */
    async open(): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select id from reextractions where state = 'running' or exists (
          select from reextracted_articles where run_id = reextractions.id and state = 'accepting')
        order by ordinal`.execute(db);
      return found.rows.map(({ id }) => id);
    },

    /** Brings the state of a run that was left behind in the middle up to its articles. */
    settle: (id: string): Promise<void> => settle(db, id),

    /** The articles of a running run that nobody has read yet, in the order of arrival, at most so many. */
    async waiting(id: string, limit: number): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select article_id as id from reextracted_articles join reextractions on reextractions.id = run_id
        where run_id = ${id} and reextracted_articles.state = 'waiting' and reextractions.state = 'running'
        order by reextracted_articles.ordinal limit ${limit}`.execute(db);
      return found.rows.map((row) => row.id);
    },

    /** See `beginTask`. */
    begin: (id: string, articleId: string): Promise<Task | null> => beginTask(db, id, articleId),
    /** See `keepFinding`. */
    keep: (id: string, task: Task, finding: Finding, article: Parameters<typeof keepFinding>[4]) =>
      keepFinding(db, id, task, finding, article),
    /** See `failTask`. */
    fail: (id: string, articleId: string, reason: string): Promise<void> =>
      failTask(db, id, articleId, reason),

    /** Articles of a run in the order of arrival, with what differs of each. */
    async articles(
      id: string,
      { states, field, limit, offset }: ReadFilter,
    ): Promise<{ articles: ReadArticle[]; total: number }> {
      const these = sql`run_id = ${id} and task.state = any(${states})
        and (${field ?? null}::text is null or tally ? ${field ?? null})`;
      const [found, counted] = await Promise.all([
        sql`
          select article_id, task.ordinal, title, source, published_at, published_precision, task.state, task.reason,
                 read_before, read_now, differences
          from reextracted_articles as task join articles on articles.id = article_id
          where ${these} order by task.ordinal limit ${limit} offset ${offset}`.execute(db),
        sql<{
          number: string;
        }>`select count(*) as number from reextracted_articles as task where ${these}`.execute(db),
      ]);
      return {
        articles: found.rows.map((row) => ReadRow.parse(row)),
        total: Number(counted.rows[0]?.number ?? 0),
      };
    },

    /** In how many events and articles a run found each kind of difference, the most frequent first. */
    async fields(id: string): Promise<{ field: string; events: number; articles: number }[]> {
      const found = await sql`
        select key as field, sum(value::int) as events, count(*) as articles
        from reextracted_articles, jsonb_each_text(tally) where run_id = ${id}
        group by key order by events desc, key`.execute(db);
      return found.rows.map((row) => FieldRow.parse(row));
    },

    /** The conflicts that undecided articles tell of now, those with the most first. */
    async conflicts(id: string): Promise<{ id: string; name: string; articles: number }[]> {
      const found = await sql`
        select conflict_id as id, conflicts.document ->> 'name' as name, count(*) as articles
        from reextracted_articles join derived.articles as told using (article_id)
        join derived.conflicts as conflicts using (conflict_id)
        where run_id = ${id} and state = 'differs'
        group by conflict_id, conflicts.document ->> 'name'
        order by articles desc, conflict_id collate "C" limit 200`.execute(db);
      return found.rows.map((row) => TouchedRow.parse(row));
    },

    /** What was found anew, of undecided articles that tell of a conflict now or of none yet. */
    async candidates(id: string, conflictId: string): Promise<{ articleId: string; events: Event[] }[]> {
      const found = await sql`
        select article_id, candidate -> 'events' as events from reextracted_articles as task
        where run_id = ${id} and state = 'differs' and (
          exists (select from derived.articles as told
                  where told.article_id = task.article_id and conflict_id = ${conflictId})
          or not exists (select from derived.articles as told where told.article_id = task.article_id))
        order by ordinal limit ${mostCandidates}`.execute(db);
      return found.rows.map((row) => CandidateRow.parse(row));
    },
  };
}
