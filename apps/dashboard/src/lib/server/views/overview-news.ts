import type { StoredReport } from '@trucewatch/store';
import type { ConflictNews } from '#lib/status/conflict-summary.ts';
import type { StatusRow } from '#lib/status/view.ts';

/** Says of each change of status whether the viewer cannot have seen it at `since`; of none when there was no visit. */
export function newnessOf(
  reports: readonly StoredReport[],
  since: string | null,
  now: string,
): (row: StatusRow) => boolean {
  if (since === null) return () => false;
  const [from, to] = [Date.parse(since), Date.parse(now)];
  const fresh = new Set(newReports(reports, since).map(({ article }) => article.id));
  return (row) => {
    const at = Date.parse(row.from);
    // Without a new article an agreed start or a stated end may have come meanwhile.
    return row.because.some(({ articleId }) => fresh.has(articleId)) || (at > from && at <= to);
  };
}

/** What came in about a conflict since an instant: by arrival, because an old article may be new here. */
export function newsOf(
  reports: readonly StoredReport[],
  rows: readonly StatusRow[],
  isNew: (row: StatusRow) => boolean,
  since: string | null,
): ConflictNews | null {
  if (since === null) return null;
  const news = { articles: newReports(reports, since).length, changes: rows.slice(1).filter(isNew).length };
  return news.articles + news.changes > 0 ? news : null;
}

function newReports(reports: readonly StoredReport[], since: string): StoredReport[] {
  return reports.filter(({ article }) => Date.parse(article.receivedAt) > Date.parse(since));
}
