import { readFileSync } from 'node:fs';
import { extract } from '@trucewatch/extraction';
import { Article, type Event } from '@trucewatch/schema';

/** A headline with the UCDP events that it was taken as a source of. */
export interface Headline {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly ucdpEvents: ReadonlySet<string>;
  readonly events: Event[];
}

interface Row {
  id: string;
  articles: { office?: string; date?: string; headline?: string }[];
}

/** The dated headlines of a UCDP sample, one each, with the events that we find in them. */
export function readHeadlines(path: string): Headline[] {
  const found = new Map<string, { date: string; text: string; ucdpEvents: Set<string> }>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line) as Row;
    for (const { office, date, headline } of row.articles) {
      if (!date || !headline || headline.trim().length < 4) continue;
      const key = `${office} ${date} ${headline}`;
      const known = found.get(key) ?? { date, text: headline, ucdpEvents: new Set() };
      known.ucdpEvents.add(row.id);
      found.set(key, known);
    }
  }
  return [...found.values()].map((one, index) => {
    const id = `headline ${index}`;
    return {
      ...one,
      id,
      events: extract(Article.parse({ id, text: one.text, publishedAt: one.date })).events,
    };
  });
}
