import type { StoredReport } from '@trucewatch/store';
import { expect, it } from 'vitest';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { happeningsOf } from './happenings.ts';

const shelling = (id: string, article: string, hour: number, place: string) =>
  report(
    article,
    `2020-10-08T${hour}:30:00Z`,
    event(id, `${place} was shelled.`, {
      type: 'attack',
      mode: 'shelling',
      actors: ['initiator:Armenia', 'recipient:Azerbaijan'],
      when: moment(`2020-10-08T${hour}:00:00Z`),
      where: { name: place, level: 'city', mention: { start: 0, end: 5, quote: 'words' } },
    }),
  );
const one = shelling('a', 'one', 10, 'Terter');
const two = shelling('b', 'two', 11, 'Terter');
const corrected = shelling('b', 'two', 11, 'Ganja');
const three = shelling('c', 'three', 12, 'Barda');

function groups(reports: StoredReport[]) {
  const story = storyOf(reports);
  const [conflict] = story.timeline.conflicts;
  if (!conflict) throw new Error('The story has no conflict.');
  return happeningsOf(conflict, story).all.map(({ events }) =>
    events.map(({ articleId }) => articleId).join(),
  );
}

it('goes on from one revision to the next to what all reports at once would give', () => {
  expect(groups([one])).toEqual(['one']);
  expect(groups([one, two])).toEqual(['one,two']);
  expect(groups([one, two, three])).toEqual(['one,two', 'three']);
  // An article is read anew and tells of another town; then one is taken out.
  expect(groups([one, corrected, three])).toEqual(['one', 'two', 'three']);
  expect(groups([corrected, three])).toEqual(['two', 'three']);
  // An older revision may still be asked for.
  expect(groups([one, two])).toEqual(['one,two']);
});

it('leaves a revision that was handed out as it was', () => {
  const story = storyOf([one]);
  const [conflict] = story.timeline.conflicts;
  if (!conflict) throw new Error('The story has no conflict.');
  const before = happeningsOf(conflict, story);
  groups([one, two]);
  expect(before.all.length).toBe(1);
  expect(before.all.map((happening) => before.toldOf(happening).length)).toEqual([1]);
});
