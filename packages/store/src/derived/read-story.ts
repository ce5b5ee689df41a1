import type { Act, Conflict } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { wideActs } from '../acts/read-acts.ts';
import type { Database } from '../database.ts';
import { reportsOf, type StoredReport } from '../extractions.ts';
import { readConflict } from './read-conflict.ts';

const Row = z.object({
  revision: z.coerce.number(),
  document: z.record(z.string(), z.unknown()),
});
const ArticleRow = z.object({
  article_id: z.string(),
  events: z.array(z.string()),
  extracted: z.coerce.number(),
});

/** One conflict as its rows have it, with what its articles say. */
export interface DerivedStory {
  /** At which its rows were last written. */
  readonly revision: number;
  /** Without `events`: `articles` has them. */
  readonly conflict: Conflict;
  /** The ids of the events that belong to the conflict, by article. */
  readonly articles: ReadonlyMap<string, readonly string[]>;
  /** Of the articles that the asker does not have. */
  readonly reports: readonly StoredReport[];
  /** What people decided of several articles at once. */
  readonly acts: readonly Act[];
}

/**
 * Reads a conflict's rows and the reports of its articles, of one moment; null when it has no rows. `has` says which
 * reports the asker has already: by article, and by the revision since which they are what the article says.
 */
export function readStory(
  db: Kysely<Database>,
  conflictId: string,
  has: (articleId: string, extracted: number) => boolean = () => false,
): Promise<DerivedStory | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const found = await sql`
        select revision, document from derived.conflicts where conflict_id = ${conflictId}`.execute(
        transaction,
      );
      if (!found.rows[0]) return null;
      const { revision, document } = Row.parse(found.rows[0]);
      const told = await sql`
        select article_id, document as events, extractions.revision as extracted
        from derived.articles join extractions using (article_id)
        where conflict_id = ${conflictId} and is_current`.execute(transaction);
      const articles = told.rows.map((row) => ArticleRow.parse(row));
      const wanted = articles.filter(({ article_id, extracted }) => !has(article_id, extracted));
      const reports: StoredReport[] = [];
      const ids = wanted.map(({ article_id }) => article_id);
      for await (const report of reportsOf(transaction, ids)) reports.push(report);
      return {
        revision,
        conflict: await readConflict(transaction, conflictId, document),
        articles: new Map(articles.map(({ article_id, events }) => [article_id, events])),
        reports,
        acts: (await wideActs(transaction)) ?? [],
      };
    });
}
