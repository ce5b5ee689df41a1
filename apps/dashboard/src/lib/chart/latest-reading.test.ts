import { expect, it } from 'vitest';
import { latestReading } from './latest-reading.ts';
import type { ChartStory, EventMark } from './story.ts';

const mark = (at: string, title: string) =>
  ({ at, title, when: at, lane: 0, group: 'fighting', sentence: { quote: title } }) as unknown as EventMark;
const story = (...marks: EventMark[]) =>
  ({ from: '2020-10-01T00:00:00Z', to: '2020-10-31T00:00:00Z', marks }) as unknown as ChartStory;

it('is the last event that the range shows', () => {
  const later = mark('2020-11-02T00:00:00Z', 'after the range');
  const read = latestReading(
    story(mark('2020-10-09T00:00:00Z', 'early'), later, mark('2020-10-17T20:00:00Z', 'shown last')),
  );
  expect(read?.title).toBe('shown last');
});

it('is nothing where the range shows no event', () => {
  expect(latestReading(story(mark('2020-09-09T00:00:00Z', 'before')))).toBeNull();
});
