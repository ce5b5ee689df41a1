import { copyFrom, likeness } from '@trucewatch/ingest';
import { publicationInterval } from '@trucewatch/schema';
import type { Store, StoredArticle } from '@trucewatch/store';

/**
 * Links an article to the one whose text it hardly differs from: to the one that came out first, or that one's copies to it
 * when it came out before them. What came out at an unknown time is taken for later. Twice has the effect of once.
 */
export async function linkCopies(store: Pick<Store, 'articles'>, article: StoredArticle): Promise<void> {
  for (const other of await store.articles.near(article.id)) {
    const alike = likeness(article.text, other.text);
    if (alike < copyFrom) continue;
    const isFirst = cameOut(article.publishedAt) < cameOut(other.publishedAt);
    await store.articles.linkCopy({ id: article.id, other: other.id, isFirst, likeness: alike });
    return;
  }
}

function cameOut(publishedAt: string | undefined): number {
  return publishedAt === undefined ? Number.POSITIVE_INFINITY : publicationInterval(publishedAt).latest;
}
