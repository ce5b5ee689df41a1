import type { Actor, Claim, Event, Moment } from '@trucewatch/schema';
import { timeline } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import { counted, type Story } from '../stories.ts';

const span = { start: 0, end: 5, quote: 'words' };

/** An instant, or the stretch between two. */
export function moment(earliest: string, latest = earliest): Moment {
  const iso = (at: string) => new Date(at).toISOString();
  const level = earliest === latest ? 'minute' : 'day';
  return { earliest: iso(earliest), latest: iso(latest), level, basis: 'stated' };
}

type Telling = Partial<Omit<Event, 'actors' | 'claims'>> & {
  /** `party:Armenia` */
  actors?: string[];
  /** `denies:Azerbaijan` */
  claims?: string[];
};

/** An event with the quote `quote`. */
export function event(id: string, quote: string, { actors = [], claims = [], ...telling }: Telling): Event {
  return {
    id,
    type: 'ceasefire',
    reality: 'actual',
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [{ start: 0, end: quote.length, quote }],
    confidence: 0.9,
    actors: actors.map((text) => {
      const [role, name] = text.split(':') as [Actor['role'], string];
      return { role, name, mention: span };
    }),
    claims: claims.map((text) => {
      const [polarity, by] = text.split(':') as [Claim['polarity'], string];
      return { by, polarity, voice: 'paraphrase', span: { ...span, quote: `${by} said so.` } };
    }),
    ...telling,
  };
}

/** What one article of a publisher of its own says. */
export function report(id: string, publishedAt: string, ...events: Event[]): StoredReport {
  const article = {
    id,
    title: id,
    source: `The ${id}`,
    url: undefined,
    publishedAt,
    receivedAt: publishedAt,
    signature: undefined,
  };
  return { article, events, ordinal: 0, extractor: 'rules 1', revision: 1, acts: [] };
}

/** The story that the reports tell, as the pages get it. */
export function storyOf(reports: StoredReport[], asKnownAt: string | null = null): Story {
  const known = reports.filter(({ article }) => !asKnownAt || (article.publishedAt ?? '') <= asKnownAt);
  return {
    revision: 1,
    asKnownAt,
    reports: new Map(known.map((one) => [one.article.id, counted(one)])),
    acts: [],
    timeline: timeline(known, asKnownAt === null ? {} : { asKnownAt }),
  };
}
