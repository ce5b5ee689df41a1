import { type Kysely, sql } from 'kysely';
import { publicationColumns, Submission } from '../article-row.ts';
import { record, type Who } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database } from '../database.ts';
import { Refusal, refusingData, sqlState } from '../refusal.ts';

/**
 * Puts other words in the place of an article that failed and accepts it once more. Only one that was never read can be
 * changed: no quote points into it yet. The caller submits the job.
 * @throws Refusal `unknown_article` when it does not exist or did not fail; `already_read`; `id_taken` when an article
 * with the new words is there already; `unstorable`
 */
export async function amend(db: Kysely<Database>, id: string, input: Submission, who: Who): Promise<void> {
  const { id: _, publishedAt, title, text, source, url, language, fingerprint } = Submission.parse(input);
  const values = {
    title: title ?? null,
    text,
    source: source ?? null,
    url: url ?? null,
    language: language ?? null,
    fingerprint,
    ...publicationColumns(publishedAt),
  };
  await refusingData('The article', () =>
    db.transaction().execute(async (transaction) => {
      const before = await transaction
        .selectFrom('articles')
        .select(['state', 'fingerprint'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (before?.state !== 'failed')
        throw new Refusal('unknown_article', `There is no article ${id} that failed.`);
      const read = await sql`select from extractions where article_id = ${id} limit 1`.execute(transaction);
      if (read.rows.length > 0)
        throw new Refusal(
          'already_read',
          'This article was read before and quotes point into it: hand in the corrected text as a new article.',
        );
      await sql`
        update articles set title = ${values.title}, text = ${values.text}, source = ${values.source},
          url = ${values.url}, language = ${values.language}, fingerprint = ${values.fingerprint},
          published_at = ${values.published_at}, published_precision = ${values.published_precision},
          state = 'accepted', reason = null, attempts = 0, started_at = null, finished_at = null, set_aside_at = null
        where id = ${id}`
        .execute(transaction)
        .catch((error: unknown) => {
          if (sqlState(error) !== '23505') throw error;
          throw new Refusal('id_taken', 'An article with these words is there already.');
        });
      await record(transaction, {
        who,
        act: 'article.amended',
        subject: id,
        details: { fingerprintBefore: before.fingerprint, fingerprint },
      });
      await notify(transaction, { kind: 'article', articleId: id, state: 'accepted' });
    }),
  );
}
