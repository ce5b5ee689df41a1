import { hash } from 'node:crypto';
import type { Article, Event } from '@trucewatch/schema';

/** A short, stable id from the article's text, the extractor's version and what the event says. */
export function eventId(
  article: Article,
  version: string,
  event: Omit<Event, 'id'>,
  ordinal: number,
): string {
  const spans = event.evidence.map((span) => `${span.in ?? 'text'}:${span.start}-${span.end}`).join(',');
  const actors = event.actors.map((actor) => `${actor.role}:${actor.id ?? actor.name}`).join(',');
  const key = [version, textKey(article), event.type, event.step ?? '', spans, actors, ordinal].join(
    '\u0000',
  );
  return `ev-${hash('sha256', key).slice(0, 16)}`;
}

const keys = new WeakMap<Article, string>();
function textKey(article: Article): string {
  const known = keys.get(article);
  if (known) return known;
  const key = hash('sha256', `${article.title ?? ''}\u0000${article.text}`);
  keys.set(article, key);
  return key;
}
