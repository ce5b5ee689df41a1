import {
  type CeasefireStep,
  ceasefireSteps,
  type Event,
  type EventRef,
  publicationInterval,
} from '@trucewatch/schema';
import { byText } from './compare.ts';
import { notAfter, placed, type Range, rangeOf } from './range.ts';

/** The events of one article, as the timeline takes them. */
export interface Report {
  article: { id: string; publishedAt?: string | undefined; source?: string | undefined };
  events: Event[];
}

/** One event as one article tells it, with both clocks. */
export interface Told {
  readonly key: string;
  readonly ref: EventRef;
  readonly event: Event;
  /** When the article came out; null when it does not say: then it counts as known from the beginning. */
  readonly published: Range | null;
  /** When it happened as far as the text gives it, never after publication unless it is told as to come. */
  readonly range: Range | null;
  /** Where the fold puts it; null when neither the text nor the publication dates it. */
  readonly at: number | null;
}

/**
 * The reports as a set: one entry an article and an event, in one order whatever order they came in.
 * With `asKnownAt` (epoch milliseconds) articles that came out later are left out; a bare publication date
 * counts as known at the end of that UTC day, an article without a date as always known.
 */
export function toldEvents(reports: readonly Report[], asKnownAt: number | null): Told[] {
  const byKey = new Map<string, { told: Told; text: string }>();
  for (const { article, events } of reports) {
    const published = article.publishedAt ? publicationInterval(article.publishedAt) : null;
    if (asKnownAt !== null && published && published.latest > asKnownAt) continue;
    for (const event of events) {
      const key = `${article.id}\n${event.id}`;
      const known = byKey.get(key);
      const told = tell(key, article.id, event, published);
      if (!known) {
        byKey.set(key, { told, text: '' });
        continue;
      }
      // The same event twice, perhaps in two versions: the choice must not depend on which came first.
      known.text ||= versionOf(known.told);
      const text = versionOf(told);
      if (text < known.text) byKey.set(key, { told, text });
    }
  }
  return [...byKey.values()].map(({ told }) => told).sort(inOrder);
}

function versionOf({ published, event }: Told): string {
  return `${published?.latest ?? 0} ${JSON.stringify(event)}`;
}

function tell(key: string, articleId: string, event: Event, published: Range | null): Told {
  const isToCome = event.reality === 'future';
  const when = event.when && !isToCome ? rangeOf(event.when) : null;
  const range = when && published ? notAfter(when, published.latest) : when;
  const at = range ? placed(range) : (published?.latest ?? null);
  return { key, ref: { articleId, eventId: event.id }, event, published, range, at };
}

/** By when they happened (undated last), then by the step in a truce's life, then by identity. */
export function inOrder(a: Told, b: Told): number {
  if (a.at !== b.at) return (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY);
  return stepRank(a.event.step) - stepRank(b.event.step) || byText(a.key, b.key);
}

/** Steps at one instant are applied in the order in which a truce lives through them. */
export function stepRank(step: CeasefireStep | undefined): number {
  return step ? ceasefireSteps.indexOf(step) : -1;
}
