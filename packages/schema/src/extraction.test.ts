import { describe, expect, test } from 'vitest';
import type { Event } from './event.ts';
import { type Extraction, extractionOf } from './extraction.ts';
import type { Moment } from './moment.ts';
import { cutSpan } from './span.ts';

const article = {
  id: 'a1',
  title: 'Border truce agreed',
  text: 'The two governments agreed to a truce from Monday, the mediator said. At least 13 people had died.',
};

const sentence = cutSpan(article, 0, 69);
const monday: Moment = {
  earliest: '2020-10-19T00:00:00.000Z',
  latest: '2020-10-19T23:59:59.999Z',
  level: 'day',
  basis: 'derived',
  span: cutSpan(article, 43, 49),
};
const event: Event = {
  id: 'e1',
  type: 'ceasefire',
  step: 'agreed',
  reality: 'actual',
  actors: [{ role: 'party', name: 'The two governments', mention: cutSpan(article, 0, 19) }],
  when: null,
  effectiveAt: monday,
  until: null,
  where: null,
  casualties: [],
  claims: [{ by: 'the mediator', polarity: 'asserts', voice: 'paraphrase', span: sentence }],
  ceasefireRefs: ['c1'],
  purpose: [],
  codes: { plover: 'AGREE' },
  evidence: [sentence],
  confidence: 0.8,
};
const extraction: Extraction = {
  articleId: 'a1',
  extractor: { name: 'by-hand', version: '1' },
  events: [event],
  warnings: [],
};

/** The messages with which the extraction is refused, or none. */
function refusals(changed: unknown): string[] {
  const result = extractionOf(article).safeParse(changed);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

function withEvent(change: Partial<Event>): Extraction {
  return { ...extraction, events: [{ ...event, ...change }] };
}

describe('an extraction', () => {
  test('comes back from JSON as it was', () => {
    expect(extractionOf(article).parse(JSON.parse(JSON.stringify(extraction)))).toEqual(extraction);
  });

  test('is refused when evidence does not quote the text', () => {
    const altered = { ...sentence, quote: sentence.quote.replace('truce', 'peace') };
    expect(refusals(withEvent({ evidence: [altered] }))).toEqual([
      'events.0.evidence.0: the quote is not what the text has at 0..69',
    ]);
  });

  test('is refused for a false quote anywhere, however deep', () => {
    const shifted = { start: 44, end: 50, quote: 'Monday' };
    expect(refusals(withEvent({ effectiveAt: { ...monday, span: shifted } }))).toEqual([
      'events.0.effectiveAt.span: the quote is not what the text has at 44..50',
    ]);
  });

  test('is refused when it quotes the text for the title', () => {
    expect(refusals(withEvent({ evidence: [{ ...sentence, in: 'title' }] }))).toHaveLength(1);
  });

  test('is refused when it is of another article', () => {
    expect(refusals({ ...extraction, articleId: 'a2' })).toEqual(['articleId: it is not of article a1']);
  });
});

describe('an event', () => {
  test('needs at least one quote', () => {
    expect(refusals(withEvent({ evidence: [] }))).toHaveLength(1);
  });

  test('has a step when it is about a ceasefire, and only then', () => {
    expect(refusals(withEvent({ step: undefined }))).toEqual([
      'events.0.step: a ceasefire event needs a step',
    ]);
    expect(refusals(withEvent({ type: 'attack' }))).toEqual([
      'events.0.step: only a ceasefire event has a step',
    ]);
  });

  test('is refused with a type, step or reality that the vocabulary does not have', () => {
    for (const change of [{ type: 'armistice' }, { step: 'broken' }, { reality: 'maybe' }]) {
      expect(refusals({ ...extraction, events: [{ ...event, ...change }] })).toHaveLength(1);
    }
  });

  test('counts no more than the upper bound, and subsets of counts that are there', () => {
    const count = {
      of: 'killed' as const,
      group: 'unknown' as const,
      low: 13,
      high: null,
      qualifier: 'at_least' as const,
      span: cutSpan(article, 70, 82),
    };
    expect(refusals(withEvent({ casualties: [count] }))).toEqual([]);
    expect(refusals(withEvent({ casualties: [{ ...count, high: 12 }] }))).toEqual([
      'events.0.casualties.0: low lies above high',
    ]);
    expect(refusals(withEvent({ casualties: [{ ...count, subsetOf: 1 }] }))).toEqual([
      'events.0.casualties.0.subsetOf: it names no other count of this event',
    ]);
  });

  test('has no moment that ends before it begins', () => {
    const backwards = { ...monday, latest: '2020-10-18T00:00:00.000Z' };
    expect(refusals(withEvent({ effectiveAt: backwards }))).toEqual([
      'events.0.effectiveAt: earliest lies after latest',
    ]);
  });
});
