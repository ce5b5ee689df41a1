import { expect, it } from 'vitest';
import { step, storyAt, told } from '#lib/testing/told-story.ts';
import { compareView, lastReportedDay } from './compare.ts';

const agreed = step('agreed', '2020-10-10T01:00:00.000Z', 'They agreed in Moscow to stop at noon.', {
  effectiveAt: {
    earliest: '2020-10-10T08:00:00.000Z',
    latest: '2020-10-10T08:00:00.000Z',
    level: 'minute',
    basis: 'stated',
  },
});
const moscow = told('moscow', '2020-10-10T02:00:00Z', [agreed]);
const broken = told('broken', '2020-10-10T18:00:00Z', [
  step('violated', '2020-10-10T08:05:00.000Z', 'Shells fell minutes after noon.'),
]);
const collapse = told('collapse', '2020-10-12T09:00:00Z', [
  step('collapsed', '2020-10-11T12:00:00.000Z', 'The truce has collapsed.'),
]);
const all = [moscow, broken, collapse];
const id = 'nagorno-karabakh';

function compared(a: string, b: string) {
  const view = compareView(
    { today: storyAt(all, null), before: storyAt(all, a), after: storyAt(all, b) },
    id,
  );
  if (!view) throw new Error('the conflict is not known');
  return view;
}

it('says when the status differs, on which axis, and which new sentence made it so', () => {
  const { statuses, articles, newEvents } = compared('2020-10-10T12:00:00.000Z', '2020-10-10T20:00:00.000Z');
  expect(statuses).toMatchObject([
    {
      from: '2020-10-10T08:05:00.000Z',
      to: '2020-10-10T12:00:00.000Z',
      place: 'past',
      formal: { isDifferent: false, after: 'in_effect' },
      compliance: { before: 'no_reports', after: 'violations_alleged_one_side', isDifferent: true },
      because: [{ isNew: true, sentence: { articleId: 'broken', quote: 'Shells fell minutes after noon.' } }],
    },
    { place: 'between', from: '2020-10-10T12:00:00.000Z', to: null },
  ]);
  expect([articles.map((article) => article.id), newEvents]).toEqual([['broken'], 1]);
});

it('tells a ceasefire that came from one that changed, each change with its article', () => {
  const came = compared('2020-10-09T00:00:00.000Z', '2020-10-10T12:00:00.000Z');
  expect(came.before.status).toBeNull();
  expect(came.ceasefires).toMatchObject([{ kind: 'came', because: { sentence: { articleId: 'moscow' } } }]);

  const { ceasefires } = compared('2020-10-10T20:00:00.000Z', '2020-10-13T00:00:00.000Z');
  expect(ceasefires).toMatchObject([{ kind: 'changed' }]);
  expect(ceasefires[0]?.fields).toMatchObject([
    { label: 'Ended', before: null, because: { isNew: true, sentence: { articleId: 'collapse' } } },
    {
      label: 'Outcome',
      before: 'In effect',
      after: 'Collapsed',
      because: { sentence: { articleId: 'collapse' } },
    },
  ]);
});

it('knows one ceasefire again when its announcement is dated otherwise', () => {
  const dated = told('dated', '2020-10-10T03:00:00Z', [
    step('agreed', '2020-10-09T22:00:00.000Z', 'The agreement was signed on Friday night.', {
      effectiveAt: agreed.effectiveAt,
    }),
  ]);
  const view = compareView(
    {
      today: storyAt([moscow, dated], null),
      before: storyAt([moscow, dated], '2020-10-10T02:30:00.000Z'),
      after: storyAt([moscow, dated], '2020-10-10T04:00:00.000Z'),
    },
    id,
  );
  expect(view?.ceasefires.map(({ kind }) => kind)).toEqual(['changed']);
  expect(view?.ceasefires[0]?.fields[0]).toMatchObject({
    label: 'Announced',
    because: { sentence: { articleId: 'dated' } },
  });
});

it('finds no difference where no article came out, and none between an instant and itself', () => {
  for (const [a, b] of [
    ['2020-10-10T19:00:00.000Z', '2020-10-12T08:00:00.000Z'],
    ['2020-10-12T10:00:00.000Z', '2020-10-12T10:00:00.000Z'],
  ] as const) {
    expect(compared(a, b)).toMatchObject({ statuses: [], ceasefires: [], articles: [], gone: [] });
  }
});

it('links to the days about it, and over the quiet ones to those on which articles came out', () => {
  const { days } = compared('2020-10-12T23:59:59.000Z', '2020-10-13T23:59:59.000Z');
  expect(days.map(({ day, href }) => [day, href])).toEqual([
    ['2020-10-12', `/conflicts/${id}/compare?a=2020-10-11&b=2020-10-12`],
    ['2020-10-14', `/conflicts/${id}/compare?a=2020-10-13&b=2020-10-14`],
  ]);
  const quiet = compared('2020-10-10T23:59:59.000Z', '2020-10-11T23:59:59.000Z').days;
  expect(quiet.map(({ day }) => day)).toEqual(['2020-10-10', '2020-10-12']);
  expect(lastReportedDay(storyAt(all, null), id)).toBe('2020-10-12');
});

it('knows nothing of a conflict of which no article tells', () => {
  const story = storyAt(all, '2020-10-13T00:00:00.000Z');
  expect(compareView({ today: storyAt(all, null), before: story, after: story }, 'no-such-war')).toBeNull();
});
