import { Article, type Event, extractionOf } from '@trucewatch/schema';
import { extract } from '../extract.ts';

/** An article of one's own sentences, published on Saturday, 17 October 2020. */
export function articleOf(text: string, extra: Partial<Article> = {}): Article {
  return Article.parse({ id: 'test', text, publishedAt: '2020-10-17T20:00:00Z', ...extra });
}

/** Extracts and checks the result against the schema, every span included. */
export function eventsOf(text: string, extra: Partial<Article> = {}): Event[] {
  const article = articleOf(text, extra);
  return extractionOf(article).parse(extract(article)).events;
}

/** The ids, or else names, of those who play a role. */
export function who(event: Event | undefined, role: Event['actors'][number]['role']): string[] {
  return (event?.actors ?? []).filter((actor) => actor.role === role).map((actor) => actor.id ?? actor.name);
}

/** The first event of a type and, for truces, of a step. */
export function find(events: Event[], type: Event['type'], step?: Event['step']): Event | undefined {
  return events.find((event) => event.type === type && (step === undefined || event.step === step));
}
