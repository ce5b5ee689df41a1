import { expect, it } from 'vitest';
import type { EventRow } from './event-rows.ts';
import { drawn, drawnDays } from './thinned.ts';

const range = { from: '2020-01-01T00:00:00.000Z', to: '2020-03-01T00:00:00.000Z' };
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    at: Date.parse(range.from) + (index % 400) * 4 * 3_600_000,
    side: index % 2 === 0 ? 'One' : 'Other',
  })) as EventRow[];
const lane = ({ side }: EventRow) => (side === 'One' ? 0 : 1);

it('draws every event of a short story, wherever it lies', () => {
  const few = rows(300);
  expect(drawn(few, range, lane)).toEqual(few.map((row) => ({ row, more: 0 })));
});

it('draws of a long one what there is room for in the range, and counts every other event of it', () => {
  const many = rows(20_000);
  const inside = many.filter(({ at }) => at <= Date.parse(range.to));
  const marks = drawn(many, range, lane);
  expect(marks.length).toBeLessThanOrEqual(60 * 4 * 2 + 8);
  expect(marks.reduce((sum, { more }) => sum + 1 + more, 0)).toBe(inside.length);
  expect(new Set(marks.map(({ row }) => lane(row)))).toEqual(new Set([0, 1]));
});

it('draws the busiest day of each stretch where there are too many to see', () => {
  const coverage = Array.from({ length: 2_000 }, (_, index) => ({
    day: new Date(Date.parse(range.from) + index * 86_400_000).toISOString(),
    articles: index === 777 ? 99 : 1 + (index % 3),
  }));
  expect(drawnDays(coverage.slice(0, 200), range)).toEqual(coverage.slice(0, 200));
  expect(drawnDays(coverage, range)).toEqual(coverage.slice(0, 61));
  const whole = drawnDays(coverage, { from: range.from, to: coverage.at(-1)?.day ?? '' });
  expect(whole.length).toBeLessThanOrEqual(141);
  expect(whole).toContainEqual(coverage[777]);
});
