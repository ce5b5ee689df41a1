import type { Count } from '@trucewatch/schema';
import { expect, test } from 'vitest';
import { event, moment, onDay, report, town } from '../testing/story.ts';
import { type Report, toldEvents } from '../told.ts';
import { accountOf } from './account.ts';

const span = { start: 0, end: 5, quote: 'words' };
const killed = (low: number, high: number | null = low): Count => ({
  of: 'killed',
  group: 'civilians',
  low,
  high,
  qualifier: high === null ? 'at_least' : 'exact',
  span,
});
const sideOf = ({ id, name }: { id?: string | undefined; name: string }) =>
  ['country:AM', 'Armenia'].includes(id ?? name)
    ? 0
    : ['country:AZ', 'Azerbaijan'].includes(id ?? name)
      ? 1
      : -1;
const strike = (more = {}) =>
  event(null, { type: 'attack', when: onDay('2020-10-17'), where: town('Ganja', 'AZ'), ...more });
const account = (...reports: Report[]) => accountOf(toldEvents(reports), sideOf);
const field = (of: ReturnType<typeof account>, name: string) => of.fields.find((one) => one.field === name);

test('both versions of who did it stand side by side with who says them', () => {
  const told = account(
    report('a', '2020-10-17T10:00:00Z', strike({ by: ['Azerbaijan'], actors: ['initiator:country:AM'] })),
    report('b', '2020-10-17T11:00:00Z', strike({ by: ['Armenia'], actors: ['initiator:country:AZ'] })),
  );
  const who = field(told, 'perpetrator');
  expect(who?.values.map(({ saidBy }) => saidBy.map(({ by }) => by))).toEqual([['Azerbaijan'], ['Armenia']]);
  expect(who).toMatchObject({ comparable: 1, contradicting: 1 });
  // Time, place and that it happened are agreed on: one of four.
  expect(told.disagreement).toBe(1 / 4);
});

test('a denial contradicts; silence does not', () => {
  const denied = strike({ by: ['Azerbaijan'] });
  denied.claims.push({ by: 'Armenia', polarity: 'denies', voice: 'paraphrase', span });
  expect(field(account(report('a', '2020-10-17', denied)), 'happened')).toMatchObject({
    comparable: 1,
    contradicting: 1,
  });
  const alone = account(report('a', '2020-10-17', strike({ by: ['Azerbaijan'] })));
  expect(alone).toMatchObject({ disagreement: 0, comparable: 0 });
});

test('a toll that grows contradicts nothing; one that shrinks, or that of the other side, does', () => {
  const first = report('a', '2020-10-17T10:00:00Z', strike({ casualties: [killed(7)] }));
  const later = (count: Count, more = {}) =>
    report('b', '2020-10-18T10:00:00Z', strike({ casualties: [count], ...more }));
  const contradicting = (...reports: Report[]) =>
    field(account(...reports), 'killed civilians')?.contradicting;
  expect(contradicting(first, later(killed(13, null)))).toBe(0);
  expect(contradicting(first, later(killed(3)))).toBe(1);
  const theirs = report('a', '2020-10-17T10:00:00Z', strike({ casualties: [killed(7)], by: ['Armenia'] }));
  expect(contradicting(theirs, later(killed(13), { by: ['Azerbaijan'] }))).toBe(1);
});

test('one voice counts once, however many articles repeat it', () => {
  const times = ['2020-10-17T01:00:00Z', '2020-10-17T05:00:00Z'].map((at) => moment(at));
  const said = (id: string, by: string, when = times[0]) =>
    report(id, '2020-10-17T10:00:00Z', strike({ by: [by], when }));
  const told = account(
    said('a', 'Armenia'),
    said('b', 'Armenia'),
    said('c', 'Armenia'),
    said('d', 'Azerbaijan', times[1]),
  );
  expect(field(told, 'time')).toMatchObject({ comparable: 1, contradicting: 1 });
});
