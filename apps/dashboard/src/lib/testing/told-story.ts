import { type Event, publicationInterval } from '@trucewatch/schema';
import { timeline } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import { counted, type Story } from '../server/stories.ts';

/** For tests: what an article of a publisher says, published and received at an ISO instant. */
export function told(id: string, publishedAt: string, events: Event[]): StoredReport {
  return {
    article: {
      id,
      title: `Title of ${id}`,
      source: `Publisher of ${id}`,
      url: undefined,
      publishedAt,
      receivedAt: new Date(publishedAt).toISOString(),
      signature: undefined,
    },
    ordinal: 1,
    extractor: 'test 1',
    revision: 1,
    events,
    acts: [],
  };
}

/** For tests: a step of a ceasefire between Armenia and Azerbaijan at an instant, with its quote. */
export function step(
  name: NonNullable<Event['step']>,
  at: string,
  quote: string,
  more: Partial<Event> = {},
): Event {
  const span = { start: 0, end: quote.length, quote };
  const when = { earliest: at, latest: at, level: 'minute' as const, basis: 'stated' as const };
  const actor = (country: string, name: string, role: 'party' | 'initiator') => ({
    role,
    name,
    id: `country:${country}`,
    mention: span,
  });
  const parties =
    name === 'violated'
      ? [actor('AZ', 'Azerbaijan', 'initiator')]
      : [actor('AM', 'Armenia', 'party'), actor('AZ', 'Azerbaijan', 'party')];
  return {
    id: `${name}-${at}`,
    type: 'ceasefire',
    step: name,
    reality: 'actual',
    actors: parties,
    when,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    claims: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [span],
    confidence: 0.9,
    ...more,
  };
}

/** For tests: the story of these reports as known at an instant. */
export function storyAt<At extends string | null>(
  reports: StoredReport[],
  asKnownAt: At,
): Story & { asKnownAt: At } {
  const known = reports.filter(({ article: { publishedAt } }) => {
    if (asKnownAt === null || !publishedAt) return true;
    return publicationInterval(publishedAt).latest <= Date.parse(asKnownAt);
  });
  return {
    revision: 1,
    asKnownAt,
    reports: new Map(known.map((report) => [report.article.id, counted(report)])),
    acts: [],
    timeline: timeline(known, asKnownAt === null ? {} : { asKnownAt }),
  };
}
