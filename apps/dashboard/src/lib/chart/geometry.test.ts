import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatusRow } from '../status/view.ts';
import { highestColumn, layOut } from './geometry.ts';
import type { ChartStory, EventMark } from './story.ts';

const sentence = {
  quote: 'The truce held.',
  href: '/articles/a/events/e',
  articleId: 'a',
  eventId: 'e',
  source: 'Demo Dispatch',
  publishedAt: null,
};

function row(from: string, to: string | null, status: Partial<StatusRow>): StatusRow {
  return { from, to, formal: 'none', compliance: 'no_reports', rule: null, because: [sentence], ...status };
}

function mark(at: string, lane = 0): EventMark {
  return { at, lane, group: 'fighting', title: 'Attack', when: at, sentence };
}

const story: ChartStory = {
  from: '2020-10-01T00:00:00.000Z',
  to: '2020-10-11T00:00:00.000Z',
  whole: { from: '2020-10-01T00:00:00.000Z', to: '2020-10-31T00:00:00.000Z' },
  usual: { from: '2020-10-01T00:00:00.000Z', to: '2020-10-31T00:00:00.000Z' },
  rows: [
    row('2020-09-01T00:00:00.000Z', '2020-10-03T00:00:00.000Z', {}),
    row('2020-10-03T00:00:00.000Z', '2020-10-06T00:00:00.000Z', { formal: 'in_effect' }),
    row('2020-10-06T00:00:00.000Z', null, { formal: 'in_effect', compliance: 'holding' }),
  ],
  ceasefires: [],
  lanes: ['Side A', 'Side B'],
  marks: [],
  coverage: [
    { day: '2020-10-02T00:00:00.000Z', articles: 2 },
    { day: '2020-10-05T00:00:00.000Z', articles: 4 },
  ],
};

describe('the chart', () => {
  it('joins rows that agree on an axis into one band, and keeps the reasons of all of them', () => {
    const { formal, compliance } = layOut(story);
    expect(formal.map((band) => [band.value, band.x, band.width])).toEqual([
      ['none', 0, 20],
      ['in_effect', 20, 80],
    ]);
    expect(formal[1]?.rows).toHaveLength(2);
    expect(compliance.map((band) => band.value)).toEqual(['no_reports', 'holding']);
  });

  it('leaves out what lies outside the range and cuts what reaches over its edge', () => {
    const later = layOut({ ...story, from: '2020-10-05T00:00:00.000Z' });
    expect(later.formal.map((band) => [band.value, band.x, band.width])).toEqual([['in_effect', 0, 100]]);
    expect(later.coverage.map((day) => day.articles)).toEqual([4]);
  });

  it('draws a ceasefire from announcement to effect to the stretch in which it ended', () => {
    const [placed] = layOut({
      ...story,
      ceasefires: [
        {
          id: 'c1',
          href: '/conflicts/war/ceasefires/c1',
          name: 'Truce of 2 October',
          outcome: 'Collapsed',
          announced: '2020-10-02T00:00:00.000Z',
          effective: '2020-10-03T00:00:00.000Z',
          ended: { earliest: '2020-10-05T00:00:00.000Z', latest: '2020-10-06T00:00:00.000Z' },
          sentence,
        },
      ],
    }).ceasefires;
    expect(placed?.promised).toEqual({ x: 10, width: 10 });
    expect(placed?.binding).toEqual({ x: 20, width: 20 });
    expect(placed?.ending).toEqual({ x: 40, width: 10 });
  });

  it('stacks marks of one column and counts those that do not fit', () => {
    const many = Array.from({ length: 7 }, () => mark('2020-10-05T06:00:00.000Z'));
    const [lane, other] = layOut({ ...story, marks: many }, 10).lanes;
    expect(lane?.marks.map((placed) => placed.level)).toEqual([0, 1, 2]);
    expect(lane?.overflow).toEqual([{ x: 45, count: 4 }]);
    expect(other?.marks).toEqual([]);
  });

  it('says the hour on the axis when the range is short', () => {
    const { ticks } = layOut({ ...story, to: '2020-10-02T00:00:00.000Z' });
    expect(ticks.map((tick) => tick.label)).toContain('12:00');
    expect(ticks[0]?.label).toBe('1 Oct');
  });

  it('never draws outside, loses no mark inside, and never puts two marks in one place', () => {
    const instants = fc.date({
      min: new Date('2020-09-25T00:00:00Z'),
      max: new Date('2020-10-20T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        fc.array(instants, { maxLength: 80 }),
        fc.integer({ min: 1, max: 90 }),
        (times, columns) => {
          const marks = times.map((time) => mark(time.toISOString()));
          const lane = layOut({ ...story, marks }, columns).lanes[0];
          const inside = marks.filter(({ at }) => at >= story.from && at < story.to).length;
          const drawn = lane?.marks ?? [];
          const counted = (lane?.overflow ?? []).reduce((sum, { count }) => sum + count, 0);
          expect(drawn.length + counted).toBe(inside);
          expect(drawn.every(({ x, level }) => x > 0 && x < 100 && level < highestColumn)).toBe(true);
          expect(new Set(drawn.map(({ x, level }) => `${x}/${level}`)).size).toBe(drawn.length);
        },
      ),
    );
  });
});
