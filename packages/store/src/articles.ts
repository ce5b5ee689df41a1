import { type ArticleState, articleStates } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import { type Accepted, acceptMany, knownFingerprints, withdraw } from './accept-articles.ts';
import {
  ArticleSummary,
  type StoredArticle,
  type Submission,
  storedArticle,
  summaryColumns,
} from './article-row.ts';
import { record, type Who } from './audit.ts';
import { notify, notifyAll } from './changes.ts';
import { type CopyLink, linkCopy, near, sameHeadline } from './copies.ts';
import type { Database } from './database.ts';
import { Refusal } from './refusal.ts';
import { type Stages, stages } from './stages.ts';
import { together } from './together.ts';
import { withoutWaiting } from './without-waiting.ts';

export interface ArticleFilter {
  state?: ArticleState | undefined;
  /** Part of the headline, the publisher's name or the address. */
  search?: string | undefined;
  /** At most so many; 50 by default. */
  limit?: number;
  /** Only articles that arrived before the one with this ordinal: the last of the page before. */
  before?: number | undefined;
}

export function articleQueries(db: Kysely<Database>) {
  const acceptTogether = together((inputs: Parameters<typeof acceptMany>[1]) => acceptMany(db, inputs));
  const beginTogether = together((ids: string[]) => begin(db, ids));
  const nearTogether = together((ids: string[]) => near(db, ids));
  return {
    /**
     * Keeps an article for extraction. The same fingerprint again changes nothing and names the first article;
     * both are written to the audit trail.
     * @throws Refusal `id_taken` when the id belongs to an article with other content, `unstorable` for a NUL character
     */
    accept: (submission: Submission, who: Who): Promise<Accepted> => acceptTogether({ submission, who }),

    /**
     * The same for many in one transaction, in their order: an answer for each, a refusal where there is one. Nothing is kept
     * when the database goes away meanwhile.
     */
    acceptMany: (submissions: Submission[], who: Who): Promise<(Accepted | Refusal)[]> =>
      acceptMany(
        db,
        submissions.map((submission) => ({ submission, who })),
      ),

    /** Which of these fingerprints are known, and of which article. */
    known: (fingerprints: string[]): Promise<Map<string, string>> => knownFingerprints(db, fingerprints),

    /** Takes back whatever is the latest under this origin. False when nothing is. */
    withdraw: (withdrawal: { origin: string; at?: string | undefined; reason: string }): Promise<boolean> =>
      withdraw(db, withdrawal),

    /** Articles whose text shares much with this one's, likeliest first; `shared` is an estimate within 0.13. */
    near: nearTogether,

    /** The last earlier article of the same publisher under a headline, or null. */
    sameHeadline: (of: { id: string; title: string }): Promise<string | null> => sameHeadline(db, of),

    /** Keeps that one article is a copy of another, or that the other is a copy of what came out earlier. */
    linkCopy: (link: CopyLink): Promise<void> => linkCopy(db, link),

    /** When each stage was reached, as far as it was. */
    stages: (id: string): Promise<Stages | null> => stages(db, id),

    async get(id: string): Promise<StoredArticle | null> {
      const columns = [...summaryColumns, 'text', 'fingerprint'] as const;
      const row = await db.selectFrom('articles').select(columns).where('id', '=', id).executeTakeFirst();
      return row ? storedArticle(row) : null;
    },

    /** Newest first. */
    async list({ state, search, limit = 50, before }: ArticleFilter = {}): Promise<ArticleSummary[]> {
      let query = db.selectFrom('articles').select(summaryColumns).orderBy('ordinal', 'desc').limit(limit);
      if (state) query = query.where('state', '=', state);
      if (search !== undefined) {
        const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
        query = query.where(({ eb, or }) =>
          or((['title', 'source', 'url'] as const).map((column) => eb(column, 'ilike', pattern))),
        );
      }
      if (before !== undefined) query = query.where('ordinal', '<', String(before));
      return (await query.execute()).map((row) => ArticleSummary.parse(row));
    },

    async counts(): Promise<Record<ArticleState, number>> {
      const rows = await db
        .selectFrom('articles')
        .select(['state', (count) => count.fn.countAll().as('number')])
        .groupBy('state')
        .execute();
      const numbers = new Map(rows.map((row) => [row.state, Number(row.number)]));
      const counts = articleStates.map((state) => [state, numbers.get(state) ?? 0]);
      return Object.fromEntries(counts) as Record<ArticleState, number>;
    },

    /**
     * Ids of articles that still lack a result, oldest first: accepted ones that wait longer than `accepted` seconds,
     * and ones being extracted since more than `extracting` seconds, whose worker is taken for dead.
     */
    async unfinished(age: { accepted: number; extracting: number }): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select id from articles
        where (state = 'accepted' and received_at <= now() - make_interval(secs => ${age.accepted}))
           or (state = 'extracting' and started_at <= now() - make_interval(secs => ${age.extracting}))
        order by ordinal`.execute(db);
      return found.rows.map((row) => row.id);
    },

    /**
     * Marks it as being extracted and counts the attempt; what has its result already is left as it is, which its state
     * says. Null when there is no such article.
     */
    begin: beginTogether,

    /** Keeps why it could not be extracted. Does nothing to an article whose extraction succeeded meanwhile. */
    async fail(id: string, reason: string): Promise<void> {
      await move(db, id, ['accepted', 'extracting', 'failed'], {
        state: 'failed',
        reason,
        finished_at: new Date(),
      });
    },

    /** Undoes `begin` for work that was broken off through no fault of the article, as at a shutdown. */
    async giveBack(id: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const given = await transaction
          .updateTable('articles')
          .set((each) => ({ state: 'accepted', started_at: null, attempts: each('attempts', '-', 1) }))
          .where('id', '=', id)
          .where('state', '=', 'extracting')
          .returning('id')
          .executeTakeFirst();
        if (given) await notify(transaction, { kind: 'article', articleId: id, state: 'accepted' });
      });
    },

    /** Extracted articles whose text has no signature yet, at most so many. */
    async unsigned(limit: number): Promise<{ id: string; text: string }[]> {
      return db
        .selectFrom('articles')
        .select(['id', 'text'])
        .where('signature', 'is', null)
        .where('state', '=', 'extracted')
        .limit(limit)
        .execute();
    },

    /** Keeps what copies of an article's text are told by. */
    async sign(id: string, signature: string): Promise<void> {
      await db.updateTable('articles').set({ signature }).where('id', '=', id).execute();
    },

    /**
     * Accepts a failed or an extracted article once more, with its attempts forgotten; the old events count until
     * there are new ones. The caller submits the job.
     * @throws Refusal `unknown_article`
     */
    async again(id: string, who: Who): Promise<void> {
      const fresh = {
        state: 'accepted' as const,
        reason: null,
        attempts: 0,
        started_at: null,
        finished_at: null,
        set_aside_at: null,
      };
      const found = await move(db, id, [...articleStates], fresh, { who, act: 'article.again' });
      if (!found) throw new Refusal('unknown_article', `There is no article ${id}.`);
    },
  };
}

/** Marks those that lack a result; of each what it is afterwards. */
async function begin(db: Kysely<Database>, ids: string[]): Promise<(StoredArticle | null)[]> {
  return db.transaction().execute(async (transaction) => {
    await withoutWaiting(transaction);
    const columns = sql.join([...summaryColumns, 'text', 'fingerprint'].map((name) => sql.ref(name)));
    const found = await sql<{ is_begun: boolean }>`
      with found as (select * from articles where id = any(${ids}) order by id for update),
      begun as (
        update articles set state = 'extracting', reason = null, started_at = ${new Date()}, finished_at = null,
                            attempts = articles.attempts + 1
        from found where articles.id = found.id and found.state in ('accepted', 'extracting')
        returning articles.*)
      select true as is_begun, ${columns} from begun
      union all
      select false, ${columns} from found where id not in (select id from begun)`.execute(transaction);
    const begun = found.rows.filter(({ is_begun }) => is_begun).map((row) => storedArticle(row));
    await notifyAll(
      transaction,
      begun.map(({ id }) => ({ kind: 'article', articleId: id, state: 'extracting' })),
    );
    const others = found.rows.filter(({ is_begun }) => !is_begun).map((row) => storedArticle(row));
    const articles = new Map([...begun, ...others].map((article) => [article.id, article]));
    return ids.map((id) => articles.get(id) ?? null);
  });
}

interface NewState {
  state: ArticleState;
  reason: string | null;
  attempts?: number;
  started_at?: Date | null;
  finished_at: Date | null;
  set_aside_at?: null;
}

async function move(
  db: Kysely<Database>,
  id: string,
  from: ArticleState[],
  to: NewState,
  deed?: { who: Who; act: string },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const moved = await transaction
      .updateTable('articles')
      .set(to)
      .where('id', '=', id)
      .where('state', 'in', from)
      .returning('id')
      .executeTakeFirst();
    if (!moved) return false;
    if (deed) await record(transaction, { ...deed, subject: id });
    await notify(transaction, { kind: 'article', articleId: id, state: to.state });
    return true;
  });
}
