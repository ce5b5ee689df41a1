import type { Actor, Event, Moment, Place } from '@trucewatch/schema';
import type { Report } from '../told.ts';

const span = { start: 0, end: 5, quote: 'words' };

/** A moment from one instant or from two; the level follows from its width closely enough for tests. */
export function moment(earliest: string, latest = earliest): Moment {
  const iso = (at: string) => new Date(at).toISOString();
  return {
    earliest: iso(earliest),
    latest: iso(latest),
    level: earliest === latest ? 'minute' : 'day',
    basis: 'stated',
  };
}

/** The whole UTC day of a date. */
export function onDay(date: string): Moment {
  return moment(`${date}T00:00:00.000Z`, `${date}T23:59:59.999Z`);
}

export function town(name: string, countryCode: string): Place {
  return { name, countryCode, level: 'city', mention: span };
}

/** `party:country:AM` or, for a name without an id, `initiator:the rebels`. */
function actor(text: string): Actor {
  const [role, ...rest] = text.split(':') as [Actor['role'], ...string[]];
  const name = rest.join(':');
  return rest.length > 1 ? { role, name, id: name, mention: span } : { role, name, mention: span };
}

type Telling = Partial<Omit<Event, 'actors' | 'claims'>> & { actors?: string[]; by?: string[] };

let made = 0;

/** A ceasefire event of the given step, or an event of another type where `type` says so. */
export function event(step: NonNullable<Event['step']> | null, telling: Telling = {}): Event {
  const { actors = [], by = [], ...rest } = telling;
  return {
    id: `e${++made}`,
    type: 'ceasefire',
    ...(step ? { step } : {}),
    reality: 'actual',
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [span],
    confidence: 0.9,
    actors: actors.map(actor),
    claims: by.map((name) => ({ by: name, polarity: 'asserts', voice: 'paraphrase', span })),
    ...rest,
  };
}

export function report(id: string, publishedAt: string | undefined, ...events: Event[]): Report {
  return { article: { id, publishedAt }, events };
}

const both = ['party:country:AM', 'party:country:AZ'];

/** One article of 17 October 2020: a new truce for the night, the one of a week before broken and fallen apart. */
export function newTruceArticle(): Report {
  const today = moment('2020-10-16T20:00:00Z', '2020-10-17T19:59:59.999Z');
  return report(
    'new-truce',
    '2020-10-17T22:30:00Z',
    event('agreed', {
      actors: both,
      when: today,
      effectiveAt: moment('2020-10-17T20:00:00Z'),
      ceasefireRefs: ['new'],
      purpose: ['humanitarian'],
    }),
    event('agreed', {
      actors: [...both, 'mediator:country:RU'],
      when: moment('2020-10-09T20:00:00Z', '2020-10-10T19:59:59.999Z'),
      ceasefireRefs: ['old'],
    }),
    event('collapsed', { actors: both, ceasefireRefs: ['old'] }),
    event('violated', {
      actors: ['initiator:country:AM', 'recipient:country:AZ'],
      by: ['Azerbaijan'],
      when: moment('2020-10-16T20:00:00Z', '2020-10-17T08:00:00Z'),
      ceasefireRefs: ['old'],
    }),
    event('violated', {
      actors: ['initiator:country:AZ', 'recipient:country:AM'],
      by: ['Armenia'],
      when: moment('2020-10-16T20:00:00Z', '2020-10-17T08:00:00Z'),
      ceasefireRefs: ['old'],
    }),
    event('agreed', {
      actors: both,
      when: onDay('1994-05-12'),
      reality: 'historical',
      ceasefireRefs: ['1994'],
    }),
  );
}

/** Seven articles, in order of publication, of which the one above is the fifth. */
export function autumnStory(): Report[] {
  return [
    report(
      'outbreak',
      '2020-09-27T18:00:00Z',
      event(null, { type: 'clash', actors: both, when: onDay('2020-09-27') }),
    ),
    report(
      'appeal',
      '2020-10-01T18:00:00Z',
      event('called_for', { actors: ['initiator:country:FR', ...both] }),
    ),
    report(
      'moscow',
      '2020-10-10T06:00:00Z',
      event('agreed', {
        actors: [...both, 'mediator:country:RU'],
        when: moment('2020-10-10T00:00:00Z'),
        effectiveAt: moment('2020-10-10T08:00:00Z'),
        reality: 'actual',
        ceasefireRefs: ['c1'],
      }),
    ),
    report(
      'accusations',
      '2020-10-11T12:00:00Z',
      event('violated', {
        actors: ['initiator:group:artsakh', 'recipient:country:AZ'],
        by: ['Baku'],
        when: moment('2020-10-10T10:00:00Z'),
        ceasefireRefs: ['c1'],
      }),
      event('violated', {
        actors: ['initiator:country:AZ', 'recipient:group:artsakh'],
        by: ['Yerevan'],
        when: moment('2020-10-10T12:00:00Z'),
        ceasefireRefs: ['c1'],
      }),
    ),
    newTruceArticle(),
    report(
      'washington',
      '2020-10-25T23:00:00Z',
      event('agreed', {
        actors: [...both, 'mediator:country:US'],
        when: onDay('2020-10-25'),
        effectiveAt: moment('2020-10-26T04:00:00Z'),
        ceasefireRefs: ['c1'],
      }),
    ),
    report(
      'statement',
      '2020-11-10',
      event('agreed', {
        actors: [...both, 'party:country:RU'],
        when: moment('2020-11-09T20:00:00Z', '2020-11-10T19:59:59.999Z'),
        effectiveAt: moment('2020-11-09T21:00:00Z'),
        ceasefireRefs: ['c1'],
      }),
    ),
  ];
}
