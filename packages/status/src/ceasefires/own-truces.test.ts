import { Timeline } from '@trucewatch/schema';
import { expect, test } from 'vitest';
import { event, onDay, report } from '../testing/story.ts';
import { timeline } from '../timeline.ts';
import type { Report } from '../told.ts';

const rebels = 'initiator:group:ira';
const loyalists = 'initiator:group:uvf';

function truces(...reports: Report[]) {
  const fight = event(null, { type: 'clash', actors: ['party:country:GB', 'party:group:ira'] });
  const { conflicts } = Timeline.parse(
    timeline([report('fight', '1994-08-01T10:00:00Z', fight), ...reports]),
  );
  return conflicts.find(({ id }) => id === 'northern-ireland')?.ceasefires ?? [];
}
const own = (id: string, day: string, who: string) =>
  report(
    id,
    `${day}T18:00:00Z`,
    event('declared', { actors: [who], when: onDay(day), ceasefireRefs: ['t'] }),
  );

test('each side has a truce of its own beside the other, and ends its own', () => {
  const [first, second, ...more] = truces(
    own('a', '1994-08-31', rebels),
    own('b', '1994-10-13', loyalists),
    report(
      'c',
      '1996-02-09T20:00:00Z',
      event('terminated', { actors: [rebels], when: onDay('1996-02-09'), ceasefireRefs: ['t'] }),
    ),
  );
  expect(more).toEqual([]);
  expect(first).toMatchObject({ kind: 'unilateral', parties: ['Irish republicans'], outcome: 'terminated' });
  expect(second).toMatchObject({ kind: 'unilateral', outcome: 'pending', endedAt: null });
});

test('a truce that one side declared stays its own when it only says again that it agreed', () => {
  const again = event('agreed', { actors: ['party:group:ira'], ceasefireRefs: ['t'] });
  const declared = own('a', '1994-08-31', rebels);
  const [alone] = truces({ ...declared, events: [...declared.events, again] });
  expect(alone?.kind).toBe('unilateral');
  const joined = event('agreed', {
    actors: ['party:group:uvf'],
    when: onDay('1994-08-31'),
    ceasefireRefs: ['t'],
  });
  const [both] = truces({ ...declared, events: [...declared.events, joined] });
  expect(both?.kind).toBe('bilateral');
});

test('what is told long after a war, without a day, is none of its events', () => {
  const told = event('violated', { actors: ['initiator:country:ID'], by: ['Fretilin'] });
  const { conflicts } = Timeline.parse(
    timeline([
      report('late', '2026-05-05T10:00:00Z', {
        ...told,
        actors: [
          ...told.actors,
          {
            role: 'recipient',
            name: 'Fretilin',
            id: 'group:fretilin',
            mention: { start: 0, end: 5, quote: 'words' },
          },
        ],
      }),
    ]),
  );
  expect(conflicts.map(({ id }) => id)).not.toContain('east-timor');
});

test('a truce agreed long ago and never heard of gives way to what one side declares', () => {
  const agreed = event('agreed', {
    actors: ['party:group:ira', 'party:country:GB'],
    when: onDay('1993-02-05'),
    ceasefireRefs: ['old'],
  });
  const { conflicts } = Timeline.parse(
    timeline([report('old', '1993-02-05T10:00:00Z', agreed), own('a', '1994-08-31', rebels)]),
  );
  const [conflict] = conflicts;
  expect(conflict?.ceasefires.map(({ outcome }) => outcome)).toEqual(['superseded', 'pending']);
  expect(conflict?.intervals.at(-1)?.ceasefireId).toBe(conflict?.ceasefires[1]?.id);
});

test('a truce that two states make for the soil of a third is of the war there, and they are no foes', () => {
  const syria = {
    name: 'Syria',
    countryCode: 'SY',
    level: 'country',
    mention: { start: 0, end: 5, quote: 'words' },
  } as const;
  const agreed = event('agreed', {
    actors: ['party:country:US', 'party:country:RU'],
    where: syria,
    when: onDay('2016-02-22'),
    ceasefireRefs: ['t'],
  });
  const begun = event('took_effect', {
    actors: ['party:country:US', 'party:country:RU'],
    when: onDay('2016-02-27'),
    ceasefireRefs: ['t'],
  });
  const { conflicts } = Timeline.parse(timeline([report('a', '2016-02-27T10:00:00Z', agreed, begun)]));
  expect(conflicts.map(({ id, ceasefires }) => [id, ceasefires.length])).toEqual([['syria', 1]]);
});
