import type { Event, MergeDecision } from '@trucewatch/schema';
import { expect, test } from 'vitest';
import { event, onDay, report, town } from '../testing/story.ts';
import { type Report, toldEvents } from '../told.ts';
import { decidedEvent } from './find-decided.ts';
import { HappeningIndex } from './happening-index.ts';

const quoted = (quote: string, more: Partial<Event> = {}) =>
  event(null, {
    type: 'attack',
    when: onDay('2020-10-17'),
    evidence: [{ start: 100, end: 100 + quote.length, quote }],
    ...more,
    actors: [],
  });
const ganja = { where: town('Ganja', 'AZ') };

const decide = (kind: MergeDecision['kind'], at: string, ...reports: Report[]): MergeDecision => ({
  kind,
  events: reports.map(({ article, events: [one] }) => decidedEvent(article.id, one as Event)),
  by: 'ana',
  at: `2020-10-20T${at}:00Z`,
  reason: 'read both',
});

const a = report('a', '2020-10-17T10:00:00Z', quoted('a missile hit Ganja', ganja));
const b = report('b', '2020-10-17T12:00:00Z', quoted('Ganja was struck', ganja));
const c = report('c', '2020-10-19T12:00:00Z', quoted('the strike of Saturday', { when: null }));
const indexOf = (decisions: MergeDecision[], ...reports: Report[]) => {
  const index = new HappeningIndex({ decisions });
  index.add(toldEvents(reports));
  return index;
};
const articles = (index: HappeningIndex) =>
  index.happenings().map(({ events }) => events.map(({ articleId }) => articleId).join());

test('a person splits what was joined and joins what was not', () => {
  expect(articles(indexOf([], a, b, c))).toEqual(['a,b', 'c']);
  expect(articles(indexOf([decide('split', '10:00', a, b)], a, b, c))).toEqual(['a', 'b', 'c']);
  const joined = indexOf([decide('join', '10:00', a, c)], a, b, c);
  expect(articles(joined)).toEqual(['a,b,c']);
  expect(
    joined
      .happenings()[0]
      ?.links.map(({ by }) => by)
      .sort(),
  ).toEqual(['likeness', 'person']);
});

test('of two decisions that contradict one another the later one counts, and the other says that it is overruled', () => {
  const early = decide('join', '10:00', a, c);
  const late = decide('split', '11:00', c, a);
  const index = indexOf([early, late], a, b, c);
  expect(articles(index)).toEqual(['a,b', 'c']);
  expect(index.outcomes.map(({ decision, isOverruled }) => [decision.kind, isOverruled])).toEqual([
    ['split', false],
    ['join', true],
  ]);
  // Apart by way of a third: c is with b, and b is not with a.
  const chain = [
    decide('join', '10:00', a, c),
    decide('join', '11:00', b, c),
    decide('split', '12:00', a, b),
  ];
  expect(articles(indexOf(chain, a, b, c))).toEqual(['a', 'b,c']);
});

test('a decision finds its event again after a new extraction, by its words and who is in it', () => {
  const decision = decide('split', '10:00', a, b);
  const [old] = b.events as [Event];
  const anew = {
    ...b,
    events: [{ ...old, id: 'other', evidence: [{ start: 98, end: 119, quote: 'x Ganja was struck it' }] }],
  };
  const index = indexOf([decision], a, anew, c);
  expect(articles(index)).toEqual(['a', 'b', 'c']);
  expect(index.outcomes[0]?.notFound).toEqual([]);
});

test('an event of a decision that is no longer there is named', () => {
  const index = indexOf([decide('join', '10:00', a, b, c)], a, b, c);
  index.remove('c');
  expect(index.outcomes[0]?.notFound.map(({ articleId }) => articleId)).toEqual(['c']);
  expect(articles(index)).toEqual(['a,b']);
  index.add(toldEvents([c]));
  expect(articles(index)).toEqual(['a,b,c']);
});
