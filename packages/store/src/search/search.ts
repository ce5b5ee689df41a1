import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { type ArticlesFound, countArticles, searchArticles } from './search-articles.ts';
import { countEvents, type EventsFound, searchEvents } from './search-events.ts';
import { type NamesFound, searchNames } from './search-names.ts';
import type { SearchFilter, SearchOptions } from './terms.ts';

/** Full-text search over what is kept. An empty query finds nothing, and no query is an error. */
export function searchQueries(db: Kysely<Database>) {
  return {
    articles: (query: string, options?: SearchOptions): Promise<ArticlesFound> =>
      searchArticles(db, query, options),
    events: (query: string, options?: SearchOptions): Promise<EventsFound> =>
      searchEvents(db, query, options),
    /** How many there are without looking at them: much less work. */
    countArticles: (query: string, filter?: SearchFilter): Promise<number> =>
      countArticles(db, query, filter),
    countEvents: (query: string, filter?: SearchFilter): Promise<number> => countEvents(db, query, filter),
    names: (query: string): Promise<NamesFound> => searchNames(db, query),
  };
}
