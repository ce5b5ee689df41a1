import { publicationInterval } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import type { Report, ReportedArticle } from '../told.ts';

/**
 * The reports that count. Left out are articles that came out after `asKnownAt` (epoch milliseconds), those that
 * were withdrawn by then, and those that an article known by then replaces; with them goes all that rested on
 * them. What the replacing article says stands even when its predecessor was withdrawn; a replaced article does
 * not come back when its correction is withdrawn in turn. Without `asKnownAt` everything is known.
 */
export function standingReports(reports: readonly Report[], asKnownAt: number | null): Report[] {
  const known = reports.filter(({ article }) => isBy(article.publishedAt, asKnownAt));
  const isTouched = known.some(({ article }) => article.replaces !== undefined || article.withdrawn);
  if (!isTouched) return known;
  const replaced = replacedIds(known.map(({ article }) => article));
  return known.filter(
    ({ article: { id, withdrawn } }) =>
      !replaced.has(id) && !(withdrawn && (withdrawn === true || isBy(withdrawn, asKnownAt))),
  );
}

function isBy(at: string | undefined, limit: number | null): boolean {
  return limit === null || at === undefined || publicationInterval(at).latest <= limit;
}

/**
 * Which articles others replace. Data may be wrong: an article does not replace itself, and of articles that
 * replace one another in a circle the one that came out last stands.
 */
export function replacedIds(articles: Iterable<ReportedArticle>): Set<string> {
  const byId = new Map([...articles].map((article) => [article.id, article]));
  const replaced = new Set<string>();
  for (const article of byId.values()) {
    const target = article.replaces;
    if (target === undefined || target === article.id) continue;
    const circle = circleOf(article, byId);
    if (circle.length > 0 && latestOf(circle) === target) continue;
    replaced.add(target);
  }
  return replaced;
}

/** The articles met on the way from one along what each replaces back to itself; none when it is on no circle. */
function circleOf(start: ReportedArticle, byId: ReadonlyMap<string, ReportedArticle>): ReportedArticle[] {
  const met = new Set<ReportedArticle>();
  let next: ReportedArticle | undefined = start;
  while (next && !met.has(next)) {
    met.add(next);
    next = next.replaces === undefined ? undefined : byId.get(next.replaces);
  }
  return next === start ? [...met] : [];
}

function latestOf(circle: readonly ReportedArticle[]): string | undefined {
  const at = ({ publishedAt }: ReportedArticle) =>
    publishedAt === undefined ? 0 : publicationInterval(publishedAt).latest;
  return circle.toSorted((a, b) => at(b) - at(a) || byText(b.id, a.id))[0]?.id;
}
