import { expect, test } from 'vitest';
import { autumnStory, event, moment, report } from '../testing/story.ts';
import { timeline } from '../timeline.ts';

const autumn = () => {
  const [conflict] = timeline(autumnStory()).conflicts;
  if (!conflict) throw new Error('no conflict');
  return conflict;
};

test('each time has the bounds that the reports leave', () => {
  const [first] = autumn().ceasefires;
  expect(first?.effectiveAt?.earliest).toBe('2020-10-10T08:00:00.000Z');
  expect(first?.measures?.announcementToEffect).toEqual({ min: 8, max: 8 });
  expect(first?.measures?.effectToFirstViolation).toEqual([
    { party: 'Armenia', hours: { min: 2, max: 2 } },
    { party: 'Azerbaijan', hours: { min: 4, max: 4 } },
  ]);
});

test('a truce that stands has lasted at least until the last report', () => {
  const last = autumn().ceasefires.at(-1);
  expect(last?.outcome).toBe('in_effect');
  expect(last?.measures?.effectToEnd?.max).toBe(null);
});

test('alleged breaches stand beside the number of articles of their day', () => {
  const breach = (by: string) =>
    event('violated', {
      actors: [`initiator:${by}`],
      when: moment('2020-10-11T06:00:00Z'),
      ceasefireRefs: ['c1'],
    });
  const story = [
    ...autumnStory(),
    report('day-1', '2020-10-11T09:00:00Z', breach('country:AZ'), breach('country:AM')),
    report('day-2', '2020-10-11T10:00:00Z', breach('country:AZ')),
  ];
  const [first] = timeline(story).conflicts[0]?.ceasefires ?? [];
  const onDay = first?.measures?.violationsAlleged.filter(({ day }) => day === '2020-10-11');
  expect(onDay).toEqual([
    { day: '2020-10-11', party: 'Armenia', alleged: 1, articles: 3 },
    { day: '2020-10-11', party: 'Azerbaijan', alleged: 2, articles: 3 },
  ]);
});

test('coverage counts articles and independent publishers a day, and days without any are missing', () => {
  const story = autumnStory();
  for (const one of story) one.article.source = one.article.id === 'moscow' ? 'Echo' : 'Courier';
  const again = report('moscow-again', '2020-10-10T07:00:00Z', ...(story[2]?.events ?? []));
  again.article.source = 'Echo';
  const days = timeline([...story, again]).conflicts[0]?.coverage;
  expect(days?.find(({ day }) => day === '2020-10-10')).toEqual({
    day: '2020-10-10',
    articles: 2,
    families: 1,
  });
  expect(days?.some(({ day }) => day === '2020-10-12')).toBe(false);
});
