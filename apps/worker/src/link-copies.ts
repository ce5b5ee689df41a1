import { copyFrom, correctionNotice, likeness } from '@trucewatch/ingest';
import { type Decision, publicationInterval, publisherKey } from '@trucewatch/schema';
import type { Store, StoredArticle } from '@trucewatch/store';

type Stores = Pick<Store, 'articles' | 'acts'>;

/**
 * Links an article to the one whose text it hardly differs from: to the one that came out first, or that one's copies to it
 * when it came out before them. What came out at an unknown time is taken for later. An article whose headline says that it
 * corrects or takes back another of its publisher does that instead. Twice has the effect of once.
 */
export async function linkCopies(store: Stores, article: StoredArticle): Promise<void> {
  const notice = correctionNotice(article.title ?? '');
  if (notice?.is === 'withdraws') return takeBack(store, article, notice.title);
  for (const other of await store.articles.near(article.id)) {
    const alike = likeness(article.text, other.text);
    if (alike < copyFrom) continue;
    const isFirst = cameOut(article.publishedAt) < cameOut(other.publishedAt);
    const isOwn =
      article.source !== undefined && publisherKey(article.source) === publisherKey(other.source ?? '');
    if (notice && isOwn && !isFirst) {
      const decision = { kind: 'correct_article', articleId: article.id, replaces: other.id } as const;
      return decide(store, decision, 'Its headline says that it corrects the other.');
    }
    await store.articles.linkCopy({ id: article.id, other: other.id, isFirst, likeness: alike });
    return;
  }
}

/** "WITHDRAWN: Truce signed": the publisher's article of that headline counts no more from when the notice came out. */
async function takeBack(store: Stores, { id, publishedAt }: StoredArticle, title: string): Promise<void> {
  const articleId = await store.articles.sameHeadline({ id, title });
  if (articleId === null) return;
  const decision = { kind: 'withdraw_article', articleId, from: publishedAt ?? true } as const;
  await decide(store, decision, `Its publisher took it back (article ${id}).`);
}

async function decide(
  { acts }: Stores,
  decision: Extract<Decision, { articleId: string }>,
  reason: string,
): Promise<void> {
  const known = await acts.list({ subject: `article:${decision.articleId}` });
  const isSame = (other: Decision) => JSON.stringify(other) === JSON.stringify(decision);
  if (known.some((act) => isSame(act.decision))) return;
  await acts.add({ author: 'ingest', reason, decision });
}

function cameOut(publishedAt: string | undefined): number {
  return publishedAt === undefined ? Number.POSITIVE_INFINITY : publicationInterval(publishedAt).latest;
}
