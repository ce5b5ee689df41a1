import { sparkBands } from '#lib/chart/geometry.ts';
import { dayWords, instantWords, publishedWords } from '#lib/time/instant.ts';
import type { Card } from '../pictures/card.ts';
import type { ArticleView } from './article.ts';
import type { EventView } from './event.ts';
import type { StatusSummary } from './status-summary.ts';

interface Made {
  host: string;
  /** ISO instant. */
  now: string;
}

/** The preview of a conflict's page; of a ceasefire's with its name and what became of it. */
export function statusCard(
  { name, parties, asKnownAt, status, chart }: StatusSummary,
  { host, now }: Made,
  truce?: { name: string; outcome: string },
): Card {
  const { formal, compliance } = sparkBands(chart);
  const since = (at: string | null) => at && dayWords(at);
  return {
    kicker: truce ? name : 'Ceasefire status',
    title: truce ? truce.name : name,
    about: truce ? `${parties.join(' and ')}. ${truce.outcome}` : parties.join(' and '),
    statuses: [
      { axis: 'Formal status', value: status.formal.value, since: since(status.formal.since) },
      { axis: 'Compliance', value: status.compliance.value, since: since(status.compliance.since) },
    ],
    bands: { formal, compliance, from: dayWords(chart.from), to: dayWords(chart.to) },
    foot: `As known at ${instantWords(asKnownAt ?? `${now.slice(0, 13)}:00:00.000Z`)}`,
    host,
  };
}

/** The preview of an article's page: a text of others, of which no more than the headline is shown. */
export function articleCard(article: ArticleView, { host }: Pick<Made, 'host'>): Card {
  const count = article.events.length;
  return {
    kicker: 'Article',
    title: article.title ?? 'Article without a title',
    about: publication(article),
    foot: `${count} ${count === 1 ? 'event' : 'events'} with the sentences that say them`,
    host,
  };
}

/** The preview of an event's page: what it is said to be, and the sentence. */
export function eventCard({ event, quotes, article }: EventView, { host }: Pick<Made, 'host'>): Card {
  return {
    kicker: 'Event, as one article tells it',
    title: event.title,
    about: event.occasion,
    quote: quotes[0] ?? '',
    foot: publication(article),
    host,
  };
}

function publication({ source, publishedAt }: ArticleView): string {
  return publishedAt === null ? source : `${source}, ${publishedWords(publishedAt)}`;
}
