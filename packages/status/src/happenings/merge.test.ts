import type { Count } from '@trucewatch/schema';
import { expect, test } from 'vitest';
import { event, onDay, report, town } from '../testing/story.ts';
import { happenings } from './merge.ts';

const killed = (low: number, high: number | null, more: Partial<Count> = {}): Count => ({
  of: 'killed',
  group: 'civilians',
  low,
  high,
  qualifier: high === null ? 'at_least' : 'exact',
  span: { start: 0, end: 5, quote: 'words' },
  ...more,
});

const strike = (casualties: Count[], more = {}) =>
  event(null, { type: 'attack', when: onDay('2020-10-17'), where: town('Ganja', 'AZ'), casualties, ...more });

test('three reports of one strike are one happening, though the toll grew', () => {
  const reports = [
    report('a', '2020-10-17T10:00:00Z', strike([killed(7, 7)])),
    report('b', '2020-10-17T14:00:00Z', strike([killed(12, 12)])),
    report('c', '2020-10-18T14:00:00Z', strike([killed(13, null)])),
  ];
  const [one, ...rest] = happenings(reports);
  expect(rest).toEqual([]);
  expect(one?.events).toHaveLength(3);
  expect(one?.links).toHaveLength(2);
  for (const link of one?.links ?? []) {
    if (link.by !== 'likeness') throw new Error('no person joined them');
    const verdict = Object.fromEntries(link.features.map(({ feature, verdict }) => [feature, verdict]));
    expect(verdict).toMatchObject({ time: 'agree', place: 'agree', doer: 'silent' });
    expect(link.features.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(link.sum);
    expect(link.sum).toBeGreaterThanOrEqual(link.threshold);
  }
  expect(happenings([...reports].reverse())).toEqual(happenings(reports));
});

test('another town, another day or another attacker is another happening', () => {
  const first = report('a', '2020-10-17T10:00:00Z', strike([], { actors: ['initiator:country:AM'] }));
  for (const other of [
    { where: town('Barda', 'AZ') },
    { when: onDay('2020-10-11') },
    { actors: ['initiator:country:AZ'] },
  ]) {
    expect(happenings([first, report('b', '2020-10-17T11:00:00Z', strike([], other))])).toHaveLength(2);
  }
});

test('one article tells of one happening once, and days that touch do not chain', () => {
  expect(happenings([report('a', '2020-10-17T10:00:00Z', strike([]), strike([]))])).toHaveLength(2);
  const days = ['2020-10-17', '2020-10-18', '2020-10-19'].map((date) =>
    report(date, `${date}T23:00:00Z`, strike([], { when: onDay(date) })),
  );
  expect(happenings(days).length).toBeGreaterThan(1);
});

test('what is denied or feared joins nothing', () => {
  const denied = strike([], { reality: 'negated' });
  expect(
    happenings([report('a', '2020-10-17T10:00:00Z', denied), report('b', '2020-10-17T10:00:00Z', denied)]),
  ).toHaveLength(2);
});

test('a toll since the war began joins no incident, and says that it is one', () => {
  const reports = [
    report('a', '2020-10-17T10:00:00Z', strike([killed(13, 13)])),
    report('b', '2020-10-17T11:00:00Z', strike([killed(13, 13, { cumulative: true })])),
    report('c', '2020-10-17T12:00:00Z', strike([killed(13, 13), killed(700, 700, { cumulative: true })])),
  ];
  const merged = happenings(reports).map(({ kind, events }) => [
    kind,
    events.map(({ articleId }) => articleId),
  ]);
  expect(merged).toEqual([
    ['incident', ['a', 'c']],
    ['toll', ['b']],
  ]);
});

test('every name of a side is that side', () => {
  const sideOf = ({ name }: { name: string }) =>
    /Azer|Baku|AZ/.test(name) ? 1 : /Yerevan/.test(name) ? 0 : -1;
  const broke = (actor: string) =>
    event('violated', {
      when: onDay('2020-10-17'),
      where: town('Hadrut', 'AZ'),
      actors: [`initiator:${actor}`],
    });
  const names = ['country:AZ', 'Azerbaijani forces', 'Baku'];
  const theirs = names.map((name, index) => report(name, `2020-10-17T1${index}:00:00Z`, broke(name)));
  const ours = report('other', '2020-10-17T13:00:00Z', broke('Yerevan'));
  const merged = happenings([...theirs, ours], { sideOf });
  expect(merged.map(({ events }) => events.length)).toEqual([3, 1]);
});
