import type { ArticlesFound, EventsFound, FacetCount, NamesFound, Store } from '@trucewatch/store';
import { mostHits } from '@trucewatch/store';
import { occasionWords } from '#lib/events/occasion.ts';
import { eventTitle, realityWords, roleWords } from '#lib/events/words.ts';
import { numberWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ArticleResult, EventResult, FacetView, NameLink, SearchView } from '#lib/search/view.ts';
import { pageSize, type SearchRequest, searchPath, searchRequest } from '../search-request.ts';
import { articlePath, conflictPath, eventPath, sourceName } from './sentence.ts';

/** What a search finds, as its page shows it. The kind that is not shown is counted. */
export async function searchView(store: Pick<Store, 'search'>, request: SearchRequest): Promise<SearchView> {
  const { q, kind, page } = request;
  const [found, names] = await Promise.all([find(store, request), store.search.names(q)]);
  const last = Math.max(1, Math.ceil(found.total / pageSize));
  const { conflict, type, source, year } = request;
  return {
    q,
    kind,
    tabs: [
      {
        kind: 'articles',
        label: m.search_articles(),
        count: countWords(found.counts.articles),
        href: searchPath({ ...request, kind: 'articles', page: 1 }),
      },
      {
        kind: 'events',
        label: m.search_events(),
        count: countWords(found.counts.events),
        href: searchPath({ ...request, kind: 'events', page: 1 }),
      },
    ],
    names: nameLinks(names),
    articles: found.articles,
    events: found.events,
    total: found.total,
    isCapped: found.total >= mostHits,
    facets: facetViews(request, found.facets),
    unfiltered: (conflict ?? type ?? source ?? year) ? searchPath({ q, kind }) : null,
    pages: {
      page,
      last,
      previous: page > 1 ? searchPath({ ...request, page: Math.min(page - 1, last) }) : null,
      next: page < last ? searchPath({ ...request, page: page + 1 }) : null,
    },
  };
}

/** The hits of the kind that is shown; of the other kind only how many there are. */
async function find({ search }: Pick<Store, 'search'>, request: SearchRequest) {
  const { q, kind, page, conflict, type, step, source, year } = request;
  const filter = { conflict, type, step, source, year };
  const shown = { ...filter, limit: pageSize, offset: (page - 1) * pageSize };
  if (kind === 'articles') {
    const [found, events] = await Promise.all([search.articles(q, shown), search.countEvents(q, filter)]);
    const { total, facets, hits } = found;
    return {
      total,
      facets,
      articles: hits.map(articleResult),
      events: [],
      counts: { articles: total, events },
    };
  }
  const [found, articles] = await Promise.all([search.events(q, shown), search.countArticles(q, filter)]);
  const { total, facets, hits } = found;
  return { total, facets, articles: [], events: hits.map(eventResult), counts: { articles, events: total } };
}

function countWords(total: number): string {
  return total >= mostHits ? m.search_at_least({ count: numberWords(mostHits) }) : numberWords(total);
}

function articleResult(hit: ArticlesFound['hits'][number]): ArticleResult {
  return {
    id: hit.id,
    path: articlePath(hit.id),
    title: hit.title ?? [{ text: m.event_untitled_article(), isHit: false }],
    source: sourceName(hit.source ?? undefined),
    publishedAt: hit.publishedAt ?? null,
    snippet: hit.snippet,
  };
}

function eventResult({ articleId, event, ...hit }: EventsFound['hits'][number]): EventResult {
  return {
    path: eventPath(articleId, event.id),
    title: eventTitle(event),
    occasion: occasionWords(event),
    actors: event.actors
      .map(({ role, name }) => m.event_role_of({ role: roleWords[role](), name }))
      .join(' · '),
    reality: event.reality === 'actual' ? null : realityWords[event.reality](),
    articlePath: articlePath(articleId),
    source: sourceName(hit.source ?? undefined),
    publishedAt: hit.publishedAt ?? null,
    snippet: hit.snippet,
  };
}

function nameLinks({ conflicts, actors, places }: NamesFound): NameLink[] {
  // In quotation marks the name is searched for as it stands; its own would end the phrase.
  const phrase = (name: string) => searchPath({ q: `"${name.replaceAll('"', ' ')}"`, kind: 'events' });
  return [
    ...conflicts.map(({ id, name }) => ({
      kind: m.search_conflict(),
      name,
      href: conflictPath(id),
      events: null,
    })),
    ...actors.map(({ name, events }) => ({ kind: m.search_actor(), name, href: phrase(name), events })),
    ...places.map(({ name, events }) => ({ kind: m.search_place(), name, href: phrase(name), events })),
  ];
}

function facetViews(request: SearchRequest, facets: ArticlesFound['facets']): FacetView[] {
  const { conflict, type, step, source, year } = request;
  const facet = (
    name: FacetView['name'],
    label: string,
    counts: FacetCount[],
    chosen: string | undefined,
    words: (count: Pick<FacetCount, 'value' | 'label'>) => string,
  ): FacetView => {
    const link = (value: string) => {
      const narrowed = new URLSearchParams(searchPath({ ...request, page: 1 }).split('?')[1]);
      narrowed.set(name, value);
      return `/search?${narrowed}`;
    };
    const without = new URLSearchParams(searchPath({ ...request, page: 1 }).split('?')[1]);
    without.delete(name);
    const known = counts.find(({ value }) => value === chosen);
    return {
      name,
      label,
      chosen:
        chosen === undefined
          ? null
          : { label: words(known ?? { value: chosen, label: chosen }), without: `/search?${without}` },
      values: counts
        .filter(() => chosen === undefined)
        .map((count) => ({ label: words(count), count: count.count, href: link(count.value) })),
    };
  };
  const plain = ({ label }: Pick<FacetCount, 'label'>) => label;
  return [
    facet('conflict', m.search_conflict(), facets.conflicts, conflict, plain),
    facet(
      'type',
      m.search_what_happened(),
      facets.types,
      type && (step ? `${type}:${step}` : type),
      typeLabel,
    ),
    facet('source', m.search_publisher(), facets.sources, source, plain),
    facet('year', m.search_year(), facets.years, year === undefined ? undefined : String(year), plain),
  ].filter(({ chosen, values }) => chosen !== null || values.length > 0);
}

function typeLabel({ value }: Pick<FacetCount, 'value'>): string {
  const { type, step } = searchRequest(new URLSearchParams({ type: value })) ?? {};
  return type ? eventTitle({ type, step }) : value;
}
