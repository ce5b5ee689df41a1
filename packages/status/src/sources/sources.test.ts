import { expect, test } from 'vitest';
import { happenings } from '../happenings/merge.ts';
import { event, onDay, report, town } from '../testing/story.ts';
import type { ReportedArticle } from '../told.ts';
import { standingReports } from './corrections.ts';
import { sourcesOf } from './independent.ts';
import { sharedText, textSignature } from './signature.ts';

const sentences = Array.from(
  { length: 30 },
  (_, index) =>
    `In village ${index} of the valley shells fell at hour ${index % 12}, a council of ${index + 3} elders said.`,
);
const whole = sentences.join(' ');

test('a copy is known by its text, shortened or with another head; another report is not', () => {
  const signature = textSignature(whole);
  expect(sharedText(signature, textSignature(sentences.slice(0, 18).join(' ')))).toBeGreaterThan(0.4);
  expect(sharedText(signature, textSignature(`By our staff. ${whole} More follows.`))).toBeGreaterThan(0.8);
  const other =
    'Officials in the capital spoke of a quiet day along most of the line, and of talks to come next week in Geneva.';
  expect(sharedText(signature, textSignature(other))).toBeLessThan(0.1);
  expect(textSignature('too short')).toBe('');
});

test('copies, one agency and one owner are one source each; who is unknown proves nothing', () => {
  const signature = textSignature(whole);
  const articles: ReportedArticle[] = [
    { id: '1', source: 'Valley Wire', publishedAt: '2020-10-17T08:00:00Z', signature, side: 'Armenia' },
    { id: '2', source: 'Hill Post', publishedAt: '2020-10-17T09:00:00Z', signature },
    { id: '3', source: 'Morning', family: 'Grove', publishedAt: '2020-10-17T10:00:00Z' },
    { id: '4', source: 'Evening', family: 'Grove', publishedAt: '2020-10-17T11:00:00Z' },
    { id: '5', source: 'Far News', agency: 'Valley Wire', publishedAt: '2020-10-17T12:00:00Z' },
    { id: '6', publishedAt: '2020-10-17T13:00:00Z' },
  ];
  const sources = sourcesOf(articles);
  expect(sources).toMatchObject({
    reports: 6,
    independent: 2,
    unknown: 1,
    families: 4,
    bySide: { Armenia: 1, '': 1 },
  });
  expect(sources.sources.map(({ articles }) => articles)).toEqual([['1', '2', '5'], ['3', '4'], ['6']]);
  expect(sourcesOf([...articles, ...articles].reverse())).toEqual(sources);
});

const strike = () => event(null, { type: 'attack', when: onDay('2020-10-17'), where: town('Ganja', 'AZ') });
const wrong = report('wrong', '2020-10-17T10:00:00Z', strike(), event('collapsed'));
const right = report('right', '2020-10-18T10:00:00Z', strike());
right.article.replaces = 'wrong';
const at = (time: string) => Date.parse(time);
const ids = (...args: Parameters<typeof standingReports>) =>
  standingReports(...args).map(({ article }) => article.id);

test('a correction takes its predecessor and all that rested on it away; before it, it is still there', () => {
  expect(ids([wrong, right], null)).toEqual(['right']);
  expect(ids([wrong, right], at('2020-10-17T20:00:00Z'))).toEqual(['wrong']);
  expect(ids([wrong, right], at('2020-10-18T20:00:00Z'))).toEqual(['right']);
  expect(
    happenings([wrong, right]).flatMap(({ events }) => events.map(({ articleId }) => articleId)),
  ).toEqual(['right']);
  expect(ids([wrong], null)).toEqual(['wrong']);
});

test('a withdrawn article counts until it was withdrawn', () => {
  const withdrawn = { ...wrong, article: { ...wrong.article, withdrawn: '2020-10-19T00:00:00Z' } };
  expect(ids([withdrawn], at('2020-10-18T00:00:00Z'))).toEqual(['wrong']);
  expect(ids([withdrawn], at('2020-10-20T00:00:00Z'))).toEqual([]);
});

test('articles that replace one another in a circle leave the last one, and none replaces itself', () => {
  const circle = [
    { ...wrong, article: { ...wrong.article, replaces: 'right' } },
    right,
    report('self', '2020-10-17T10:00:00Z'),
  ];
  (circle[2] as typeof wrong).article.replaces = 'self';
  expect(ids(circle, null)).toEqual(['right', 'self']);
  expect(ids([...circle].reverse(), null).sort()).toEqual(['right', 'self']);
});
