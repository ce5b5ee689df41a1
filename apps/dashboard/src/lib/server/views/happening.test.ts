import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { happeningView } from './happening.ts';
import { happeningsOf } from './happenings.ts';

const common = {
  type: 'attack' as const,
  mode: 'shelling' as const,
  actors: ['initiator:Armenia', 'recipient:Azerbaijan'],
  when: moment('2020-10-08T10:00:00Z'),
};
const town = (name: string) => ({
  name,
  level: 'city' as const,
  mention: { start: 0, end: 5, quote: 'words' },
});
const killed = (low: number) => ({
  of: 'killed' as const,
  group: 'civilians' as const,
  low,
  high: low,
  qualifier: 'exact' as const,
  span: { start: 0, end: 5, quote: 'words' },
});
const story = storyOf([
  report(
    'wire',
    '2020-10-08T12:00:00Z',
    event('a', 'Shells killed 13 in Terter, Azerbaijan said.', {
      ...common,
      where: town('Terter'),
      casualties: [killed(13)],
      claims: ['accuses:Azerbaijan'],
    }),
  ),
  report(
    'paper',
    '2020-10-08T13:00:00Z',
    event('b', 'Armenia denied that it had shelled Terter.', {
      ...common,
      where: town('Terter'),
      claims: ['denies:Armenia'],
    }),
  ),
  report(
    'other',
    '2020-10-29T13:00:00Z',
    event('c', 'A town fell.', { ...common, type: 'capture', when: null }),
  ),
]);
const conflict = story.timeline.conflicts[0];
function see(articleId: string, eventId: string) {
  const ref = { articleId, eventId };
  const all = conflict ? happeningsOf(conflict, story).all : [];
  const happening = all.find(({ events }) => events.some((one) => isDeepStrictEqual(one, ref)));
  if (!conflict || !happening) throw new Error(`No happening has ${eventId}.`);
  return happeningView({ conflict, happening, reports: [...story.reports.values()] }, ref);
}

it('puts the reports of one happening side by side, with who denies it and how far they disagree', () => {
  const view = see('paper', 'b');
  expect(view.reports.map(({ isThis, sentence }) => [sentence.articleId, isThis])).toEqual([
    ['wire', false],
    ['paper', true],
  ]);
  expect(view.sources).toEqual({ independent: 2, unknown: 0, named: ['The wire', 'The paper'] });
  expect(view.fields[0]).toMatchObject({
    name: 'Whether it happened',
    state: 'contradicted',
    values: [
      { value: 'It did', saidBy: [{ name: 'Azerbaijan' }] },
      { value: 'It did not', saidBy: [{ name: 'Armenia' }] },
    ],
  });
  expect(view.fields.find(({ name }) => name === 'People: civilians killed')).toMatchObject({
    state: 'one',
    values: [{ value: '13 civilians killed' }],
  });
  expect([view.contradicting, view.comparable, view.disagreement]).toEqual([1, 1, 1]);
});

it('says in words why they are one, and with which weights', () => {
  const [link] = see('wire', 'a').links;
  expect(link?.features).toContainEqual({ words: 'their places meet', weight: 3 });
  expect(link?.sum).toBeGreaterThanOrEqual(link?.threshold ?? Number.POSITIVE_INFINITY);
});

it('has one report where nothing else tells of it', () => {
  expect(see('other', 'c')).toMatchObject({ reports: [{ isThis: true }], links: [], comparable: 0 });
});
