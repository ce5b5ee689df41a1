import { expect, it } from 'vitest';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { ceasefireDetail } from './ceasefire-detail.ts';

const both = ['party:Armenia', 'party:Azerbaijan'];
const now = '2020-11-01T00:00:00.000Z';
const reports = [
  report(
    'first',
    '2020-10-11T12:00:00Z',
    event('agreed', 'A truce was agreed in Moscow.', {
      step: 'agreed',
      actors: [...both, 'mediator:Russia'],
      claims: ['confirms:Sergey Lavrov'],
      when: moment('2020-10-09T20:00:00Z', '2020-10-10T19:59:59.999Z'),
      effectiveAt: moment('2020-10-10T08:00:00Z'),
      ceasefireRefs: ['first'],
    }),
    event('breach', 'Five minutes later shells fell.', {
      step: 'violated',
      actors: ['initiator:Azerbaijan', 'recipient:Armenia'],
      claims: ['accuses:Armenia'],
      when: moment('2020-10-10T08:05:00Z'),
      ceasefireRefs: ['first'],
    }),
    event('collapse', 'It had fallen apart.', {
      step: 'collapsed',
      actors: both,
      when: moment('2020-10-10T10:00:00Z', '2020-10-10T18:00:00Z'),
      ceasefireRefs: ['first'],
    }),
  ),
  report(
    'second',
    '2020-10-17T22:00:00Z',
    event('again', 'A second truce was agreed.', {
      step: 'agreed',
      actors: both,
      when: moment('2020-10-17T13:00:00Z'),
      effectiveAt: moment('2020-10-17T20:00:00Z'),
      ceasefireRefs: ['second'],
    }),
  ),
];

it('tells a truce from announcement to end, with every time as wide as the reports leave it', () => {
  const detail = ceasefireDetail(storyOf(reports), 'nagorno-karabakh', 'nagorno-karabakh:2020-10-10', now);
  expect(detail?.moments.map(({ name, value, bounds }) => [name, value, bounds])).toEqual([
    ['Announced', '10 Oct 2020', 'between 9 Oct 2020, 20:00 UTC and 10 Oct 2020, 19:59 UTC'],
    ['In effect from', '10 Oct 2020, 08:00 UTC', null],
    ['Stated end', null, null],
    ['Ended', '10 Oct 2020, 10:00 to 18:00 UTC', null],
  ]);
  expect(detail?.declarations).toMatchObject([{ parties: 'Armenia and Azerbaijan' }]);
  expect(detail?.mediation).toMatchObject([
    { name: 'Russia', isSure: true, saidBy: 'said by Sergey Lavrov' },
  ]);
  const measures = new Map(detail?.measures.map(({ name, value, absent }) => [name, value ?? absent]));
  expect(measures.get('From effect to the first breach laid to Azerbaijan')).toBe('5 min');
  expect(measures.get('From effect to the first breach laid to Armenia')).toBe('none with a date is alleged');
  expect(measures.get('From effect to reported collapse')).toBe('2 h to 10 h');
  expect(detail?.reports.map(({ id }) => id)).toEqual(['agreed', 'breach', 'collapse']);
  expect(detail?.breaches?.rows.find(({ day }) => day === '2020-10-10')?.alleged).toEqual([0, 1]);
});

it('links the truces of a chain both ways, and keeps the known time in the links', () => {
  const known = '2020-10-18T00:00:00.000Z';
  const story = storyOf(reports, known);
  const [first, second] = ['nagorno-karabakh:2020-10-10', 'nagorno-karabakh:2020-10-17'].map((id) =>
    ceasefireDetail(story, 'nagorno-karabakh', id, now),
  );
  expect(first?.later).toMatchObject([{ relation: 'After its end came', name: 'Truce of 17 Oct 2020' }]);
  expect(second?.earlier).toMatchObject([
    { name: 'Truce of 10 Oct 2020', isLinked: true, sentences: [{ quote: 'It had fallen apart.' }] },
  ]);
  expect(second?.earlier[0]?.href).toContain(`asKnownAt=${encodeURIComponent(known)}`);
});

it('is nothing before the truce was told of, or under an unknown address', () => {
  const before = storyOf(reports, '2020-10-12T00:00:00.000Z');
  expect(ceasefireDetail(before, 'nagorno-karabakh', 'nagorno-karabakh:2020-10-17', now)).toBeNull();
  expect(ceasefireDetail(before, 'no-such-war', 'nagorno-karabakh:2020-10-10', now)).toBeNull();
});
