import { m } from '#lib/paraglide/messages.js';
import type { SourceCounts } from './view.ts';

/** What each count is called, and what exactly is counted. */
export const countWords: Record<keyof SourceCounts, { name: () => string; says: () => string }> = {
  articles: { name: m.sources_count_articles, says: m.sources_count_articles_says },
  events: { name: m.sources_count_events, says: m.sources_count_events_says },
  told: { name: m.sources_count_told, says: m.sources_count_told_says },
  first: { name: m.sources_count_first, says: m.sources_count_first_says },
  alone: { name: m.sources_count_alone, says: m.sources_count_alone_says },
  confirmed: { name: m.sources_count_confirmed, says: m.sources_count_confirmed_says },
  carried: { name: m.sources_count_carried, says: m.sources_count_carried_says },
  corrections: { name: m.sources_count_corrections, says: m.sources_count_corrections_says },
  withdrawn: { name: m.sources_count_withdrawn, says: m.sources_count_withdrawn_says },
};
