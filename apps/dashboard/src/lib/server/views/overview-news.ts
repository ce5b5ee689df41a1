import type { ConflictDigest, DigestRow } from '@trucewatch/store';
import type { ConflictNews } from '#lib/status/conflict-summary.ts';

/**
 * Says of each change of status, by its instant, whether the viewer cannot have seen it at `since`; of none when there
 * was no visit.
 */
export function newnessOf(
  rows: readonly DigestRow[],
  since: string | null,
  now: string,
): (from: string) => boolean {
  if (since === null) return () => false;
  // Without a new article an agreed start or a stated end may have come meanwhile.
  const isNew = ({ from, arrived }: DigestRow) =>
    (arrived !== null && arrived > since) || (from > since && from <= now);
  const fresh = new Set(rows.filter(isNew).map(({ from }) => from));
  return (from) => fresh.has(from);
}

/** What came in about a conflict since an instant: by arrival, because an old article may be new here. */
export function newsOf(
  { rows, arrivals }: Pick<ConflictDigest, 'rows' | 'arrivals'>,
  isNew: (from: string) => boolean,
  since: string | null,
): ConflictNews | null {
  if (since === null) return null;
  const seen = arrivals.findIndex((at) => at > Date.parse(since));
  const news = {
    articles: seen === -1 ? 0 : arrivals.length - seen,
    changes: rows.slice(1).filter(({ from }) => isNew(from)).length,
  };
  return news.articles + news.changes > 0 ? news : null;
}
