import type { Count } from '@trucewatch/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { casualtiesView } from './casualties.ts';
import { type CountSaid, rangesByClaimant } from './casualty-claims.ts';

const span = { start: 0, end: 5, quote: 'words' };
const count = (low: number, high: number | null = low, more: Partial<Count> = {}): Count => ({
  of: 'killed',
  group: 'civilians',
  low,
  high,
  qualifier: high === null ? 'at_least' : 'exact',
  span,
  ...more,
});

const strike = (id: string, hour: number, claims: string[], casualties: Count[]) =>
  event(id, `A strike, ${id}.`, {
    type: 'attack',
    actors: ['initiator:Armenia', 'recipient:Azerbaijan'],
    when: moment(`2020-10-11T0${hour}:00Z`),
    where: { name: 'Ganja', id: 'place:ganja', level: 'city', mention: span },
    claims,
    casualties,
  });
const toll = (id: string, claims: string[], casualties: Count[]) =>
  event(id, `So far, ${id}.`, {
    type: 'attack',
    actors: ['party:Armenia', 'party:Azerbaijan'],
    claims,
    casualties: casualties.map((one) => ({ ...one, cumulative: true as const })),
  });

const story = storyOf([
  report(
    'courier',
    '2020-10-11T12:00:00Z',
    strike('first', 1, ['accuses:Azerbaijan', 'denies:Armenia'], [count(9)]),
    toll('tolls', ['asserts:Azerbaijan'], [count(40)]),
  ),
  report(
    'herald',
    '2020-10-12T12:00:00Z',
    strike('again', 1, ['accuses:Azerbaijan', 'asserts:The Red Cross'], [count(13, null)]),
    toll('tolls', ['asserts:Azerbaijan'], [count(60)]),
    toll('others', ['asserts:Armenia'], [count(500, 700, { group: 'military' })]),
  ),
  report('star', '2020-10-13T12:00:00Z', strike('second', 5, [], [count(2), count(4, 4, { of: 'wounded' })])),
]);

describe('casualties by who claims them', () => {
  const view = casualtiesView(story, 'nagorno-karabakh', { page: 1, now: '2020-11-01T00:00:00.000Z' });
  const of = (claims: NonNullable<typeof view>['tolls']) =>
    claims.map(({ of, group, whose, ranges }) => [
      `${of} ${group} ${whose}`,
      ranges.map(({ column, low, high }) => [column.kind === 'side' ? column.name : column.kind, low, high]),
    ]);

  it('has the last toll of each side apart from incidents, and adds nothing to it', () => {
    expect(of(view?.tolls ?? [])).toEqual([
      ['killed civilians null', [['Azerbaijan', 60, 60]]],
      ['killed military null', [['Armenia', 500, 700]]],
    ]);
  });

  it('has for an incident each column with its own range; who denies gives no number', () => {
    const incidents = view?.incidents ?? [];
    expect(incidents.length).toBe(view?.allIncidents);
    expect(of(incidents.at(-1)?.claims ?? [])).toEqual([
      [
        'killed civilians Azerbaijan',
        [
          ['Azerbaijan', 13, null],
          ['others', 13, null],
        ],
      ],
    ]);
    expect(of(incidents[0]?.claims ?? [])).toEqual([
      ['killed civilians Azerbaijan', [['narrators', 2, 2]]],
      ['wounded civilians Azerbaijan', [['narrators', 4, 4]]],
    ]);
  });

  it('says of all incidents the smallest and the largest, not their sum', () => {
    expect(of(view?.largest ?? [])[0]).toEqual([
      'killed civilians Azerbaijan',
      [
        ['Azerbaijan', 13, null],
        ['others', 13, null],
        ['narrators', 2, 2],
      ],
    ]);
  });

  it('gives no column more or less than the numbers that its voices give', () => {
    const said = fc.record({
      side: fc.constantFrom(-1, 0, 1),
      voice: fc.constantFrom('a', 'b'),
      low: fc.nat(100),
      more: fc.option(fc.nat(100), { nil: null }),
      published: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1 }), (rows) => {
        const counts = rows.map(
          ({ side, voice, low, more, published }): CountSaid => ({
            of: 'killed',
            group: 'unknown',
            whose: null,
            isToll: true,
            low,
            high: more === null ? null : low + more,
            said: {
              event: { articleId: 'a', eventId: 'e' },
              by: voice,
              side,
              polarity: 'asserts',
              published,
              voice: side >= 0 ? `side:${side}` : voice,
            },
            source: 'a',
            publishedAt: null,
          }),
        );
        for (const { column, low, high } of rangesByClaimant(counts, ['A', 'B'])[0]?.ranges ?? []) {
          const own = counts.filter(({ said: { side } }) =>
            column.kind === 'side' ? ['A', 'B'][side] === column.name : side < 0,
          );
          expect(own.map((one) => one.low)).toContain(low);
          if (high !== null) expect(own.map((one) => one.high)).toContain(high);
        }
      }),
    );
  });
});
