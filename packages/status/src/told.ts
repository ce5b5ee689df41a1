import {
  type CeasefireStep,
  ceasefireSteps,
  type DecidedEvent,
  type Event,
  type EventRef,
  publicationInterval,
} from '@trucewatch/schema';
import { byText } from './compare.ts';
import { notAfter, placed, type Range, rangeOf } from './range.ts';

/** The events of one article, as the timeline takes them. */
export interface Report {
  article: ReportedArticle;
  events: Event[];
  /** By event id, what a person put it under: the ceasefire that another report tells of, or none. */
  pins?: ReadonlyMap<string, DecidedEvent | null>;
}

/** What the timeline knows of an article besides its events. */
export interface ReportedArticle {
  id: string;
  publishedAt?: string | undefined;
  source?: string | undefined;
  /** Who owns the publisher, or the publisher's name; reports of one family are one source. */
  family?: string | undefined;
  /** The news agency whose text it carries. */
  agency?: string | undefined;
  /** The side of the conflict that the publisher belongs to, as the conflict's `parties` name it. */
  side?: string | undefined;
  /** What `textSignature` made of its text, to tell copies by. */
  signature?: string | undefined;
  /** The article that this one corrects: from its publication on, that one's claims no longer count. */
  replaces?: string | undefined;
  /** The instant or bare date from which it no longer counts; true: it never did. */
  withdrawn?: string | true | undefined;
}

/** One event as one article tells it, with both clocks. */
export interface Told {
  readonly key: string;
  readonly ref: EventRef;
  readonly article: ReportedArticle;
  readonly event: Event;
  /** When the article came out; null when it does not say: then it counts as known from the beginning. */
  readonly published: Range | null;
  /** When it happened as far as the text gives it, never after publication unless it is told as to come. */
  readonly range: Range | null;
  /** Where the fold puts it; null when neither the text nor the publication dates it. */
  readonly at: number | null;
  /** A report of the ceasefire that a person put it under, or null for none; absent: nobody did. */
  readonly pin?: DecidedEvent | null;
}

/** The reports as a set: one entry an article and an event, in one order whatever order they came in. */
export function toldEvents(reports: readonly Report[]): Told[] {
  const articles = Map.groupBy(reports, ({ article }) => article.id);
  return [...articles.values()].flatMap((one) => tellingOf(one, null, null)).sort(inOrder);
}

/**
 * What the reports of one article tell, each event once, in order. With `asKnownAt` (epoch milliseconds) a report that
 * came out later is left out, with `until` what happened later; a bare publication date counts as known at the end of
 * that UTC day, an article without a date as always known.
 */
export function tellingOf(
  reports: readonly Report[],
  asKnownAt: number | null,
  until: number | null,
): Told[] {
  const byKey = new Map<string, Told>();
  for (const { article, events, pins } of reports) {
    const published = article.publishedAt ? publicationInterval(article.publishedAt) : null;
    if (asKnownAt !== null && published && published.latest > asKnownAt) continue;
    if (isWithdrawn(article, asKnownAt)) continue;
    for (const event of events) {
      const plain = tell(`${article.id}\n${event.id}`, article, event, published);
      const pin = pins?.get(event.id);
      const told = pin === undefined ? plain : { ...plain, pin };
      if (until !== null && told.at !== null && told.at > until) continue;
      const known = byKey.get(told.key);
      // The same event twice, perhaps in two versions: the choice must not depend on which came first.
      if (!known || versionOf(told) < versionOf(known)) byKey.set(told.key, told);
    }
  }
  return [...byKey.values()].sort(inOrder);
}

/** When a report came out, epoch milliseconds UTC: the last instant that its date allows; without a date it counts as always known. */
export function publicationOf({ article: { publishedAt } }: Report): number {
  return publishedAt ? publicationInterval(publishedAt).latest : Number.NEGATIVE_INFINITY;
}

/** When the article came out that tells this, as `publicationOf` its report. */
export function publishedOf(told: readonly Told[]): number {
  return told[0]?.published?.latest ?? Number.NEGATIVE_INFINITY;
}

function isWithdrawn({ withdrawn }: ReportedArticle, asKnownAt: number | null): boolean {
  if (withdrawn === undefined) return false;
  if (withdrawn === true || asKnownAt === null) return true;
  return publicationInterval(withdrawn).latest <= asKnownAt;
}

/** Decides between two tellings of one event under one id, whichever came first. */
export function versionOf({ published, event }: Told): string {
  return `${published?.latest ?? 0} ${JSON.stringify(event)}`;
}

function tell(key: string, article: ReportedArticle, event: Event, published: Range | null): Told {
  const isToCome = event.reality === 'future';
  const when = event.when && !isToCome ? rangeOf(event.when) : null;
  const range = when && published ? notAfter(when, published.latest) : when;
  const at = range ? placed(range) : (published?.latest ?? null);
  return { key, ref: { articleId: article.id, eventId: event.id }, article, event, published, range, at };
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
