import { publicationInterval } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import { plainName } from '../conflicts/names.ts';
import type { ReportedArticle } from '../told.ts';
import { sharedText } from './signature.ts';

/**
 * From this share of common runs of five words two texts are copies. A wire story cut by half still shares half;
 * two reporters who quote the same statement share about a tenth.
 */
const copied = 0.4;

/** One origin of news: articles that copy one another, carry one agency's text or come from one publisher's family. */
export interface Source {
  /** In order of publication; the first is taken for the origin. */
  readonly articles: readonly string[];
  /** The families, agencies or publishers known of its articles. */
  readonly names: readonly string[];
  /** The side of the conflict that its origin belongs to; null: none, or not known. */
  readonly side: string | null;
}

/** Who stands behind a happening. */
export interface Sources {
  /** How many articles tell of it. */
  readonly reports: number;
  /** How many of the sources have a known publisher: nothing less shows that two are independent. */
  readonly independent: number;
  /** Sources without any known publisher: each may be one of the others. */
  readonly unknown: number;
  /** How many publisher families. */
  readonly families: number;
  /** Independent sources by the side that their origin belongs to; those of no side under the empty name. */
  readonly bySide: Readonly<Record<string, number>>;
  readonly sources: readonly Source[];
}

/** Counts what copies one another once. An article given several times counts once; the order does not matter. */
export function sourcesOf(reported: Iterable<ReportedArticle>): Sources {
  const byId = new Map<string, ReportedArticle>();
  for (const article of reported) if (!byId.has(article.id)) byId.set(article.id, article);
  const articles = [...byId.values()].sort(byPublication);
  const sources = joined(articles).map(sourceOf);
  const known = sources.filter(({ names }) => names.length > 0);
  const bySide: Record<string, number> = {};
  for (const { side } of known) bySide[side ?? ''] = (bySide[side ?? ''] ?? 0) + 1;
  return {
    reports: articles.length,
    independent: known.length,
    unknown: sources.length - known.length,
    families: new Set(articles.flatMap((article) => familyOf(article) ?? [])).size,
    bySide,
    sources,
  };
}

/** The articles in sets of one origin, each set and the list of sets in order of publication. */
function joined(articles: readonly ReportedArticle[]): ReportedArticle[][] {
  const parent = articles.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] as number;
    parent[index] = at;
    return at;
  };
  const unite = (a: number, b: number) => {
    const [one, other] = [root(a), root(b)];
    parent[Math.max(one, other)] = Math.min(one, other);
  };
  const byName = new Map<string, number>();
  for (const [index, article] of articles.entries()) {
    for (const name of namesOf(article)) {
      const first = byName.get(name);
      if (first === undefined) byName.set(name, index);
      else unite(first, index);
    }
    const { signature } = article;
    if (!signature) continue;
    for (let other = 0; other < index; other++) {
      if (root(other) === root(index)) continue;
      if (sharedText(signature, articles[other]?.signature ?? '') >= copied) unite(other, index);
    }
  }
  const sets = Map.groupBy(articles.keys(), root);
  return [...sets.values()].map((set) => set.map((index) => articles[index] as ReportedArticle));
}

function sourceOf(articles: readonly ReportedArticle[]): Source {
  return {
    articles: articles.map(({ id }) => id),
    names: [...new Set(articles.flatMap(namesOf))].sort(byText),
    side: articles[0]?.side ?? null,
  };
}

/** What ties an article to others of its origin. Agencies and publishers are compared by name: AFP writes as both. */
function namesOf(article: ReportedArticle): string[] {
  return [familyOf(article), plain(article.agency)].flatMap((name) => name ?? []);
}

function familyOf({ family, source }: ReportedArticle): string | undefined {
  return plain(family) ?? plain(source);
}

function plain(name: string | undefined): string | undefined {
  return name === undefined || name.trim() === '' ? undefined : plainName(name);
}

function byPublication(a: ReportedArticle, b: ReportedArticle): number {
  const at = ({ publishedAt }: ReportedArticle) =>
    publishedAt ? publicationInterval(publishedAt).latest : 0;
  return at(a) - at(b) || byText(a.id, b.id);
}
