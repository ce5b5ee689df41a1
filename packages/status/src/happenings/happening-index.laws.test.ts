import type { Event, MergeDecision } from '@trucewatch/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, moment, report, town } from '../testing/story.ts';
import { type Report, toldEvents } from '../told.ts';
import { decidedEvent } from './find-decided.ts';
import { HappeningIndex } from './happening-index.ts';

const start = Date.parse('2020-10-01T00:00:00Z');
const atHour = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
const places = { Ganja: [40.68, 46.36], Barda: [40.37, 47.13], Hadrut: [39.52, 47.03] } as const;

const sideOf = ({ id }: { id?: string | undefined }) =>
  ({ 'country:AM': 0, 'group:artsakh': 0, 'country:AZ': 1 })[id ?? ''] ?? -1;

const events = fc
  .record({
    type: fc.constantFrom('attack', 'attack', 'attack', 'clash', 'ceasefire'),
    hour: fc.option(fc.integer({ min: 0, max: 24 * 6 })),
    wide: fc.constantFrom(0, 24, 24, 24 * 7),
    place: fc.option(fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[]))),
    actors: fc.subarray([
      'initiator:country:AM',
      'initiator:country:AZ',
      'recipient:country:AZ',
      'party:group:artsakh',
    ]),
    killed: fc.option(fc.constantFrom(1, 7, 13, 14)),
    reality: fc.constantFrom('actual', 'actual', 'actual', 'future', 'negated'),
  })
  .map(({ type, hour, wide, place, actors, killed, reality }) => {
    const span = { start: 0, end: 5, quote: 'words' };
    const [lat = 0, lon = 0] = place ? places[place] : [];
    return event(type === 'ceasefire' ? 'violated' : null, {
      type: type as Event['type'],
      reality: reality as Event['reality'],
      actors,
      when: hour === null ? null : moment(atHour(hour), atHour(hour + wide)),
      where: place ? { ...town(place, 'AZ'), id: `place:${place}`, lat, lon } : null,
      casualties: killed
        ? [{ of: 'killed', group: 'unknown', low: killed, high: killed, qualifier: 'exact', span }]
        : [],
    });
  });

/** Other days, long before: with them around, a change is small beside the whole, and only what it reaches is placed anew. */
const history = Array.from({ length: 150 }, (_, index) =>
  report(
    `old ${index}`,
    atHour(-24 * 4 * (index + 2)),
    event(null, { type: 'attack', where: town('Ganja', 'AZ') }),
  ),
);

const stories = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 24 * 7 }), fc.array(events, { minLength: 1, maxLength: 3 })), {
    maxLength: 14,
  })
  .map((articles): Report[] =>
    articles.map(([published, told], index) => report(`article ${index}`, atHour(published), ...told)),
  );

const decided = fc.array(
  fc.record({
    kind: fc.constantFrom('join', 'split'),
    picks: fc.array(fc.nat(), { minLength: 2, maxLength: 3 }),
  }),
  { maxLength: 4 },
);

function decisionsOn(
  story: readonly Report[],
  picked: readonly { kind: string; picks: number[] }[],
): MergeDecision[] {
  const all = story.flatMap(({ article, events }) => events.map((one) => decidedEvent(article.id, one)));
  if (all.length === 0) return [];
  return picked.map(({ kind, picks }, index) => ({
    kind: kind as MergeDecision['kind'],
    events: picks.map((pick) => all[pick % all.length] as (typeof all)[number]),
    by: 'operator',
    at: atHour(200 + index),
    reason: 'seen',
  }));
}

const shuffled = fc.tuple(stories, decided, fc.infiniteStream(fc.nat({ max: 1000 })));
const fresh = (story: readonly Report[], decisions: readonly MergeDecision[] = []) => {
  const index = new HappeningIndex({ sideOf, decisions });
  index.add(toldEvents([...history, ...story]));
  return index.happenings();
};

test('order, repetition and batches of any size change nothing; nor does when people decided', () => {
  fc.assert(
    fc.property(shuffled, ([story, picked, lots]) => {
      const decisions = decisionsOn(story, picked);
      const told = toldEvents(story).map((one) => ({ one, lot: lots.next().value as number }));
      const order = told.sort((a, b) => a.lot - b.lot).map(({ one }) => one);
      const index = new HappeningIndex({ sideOf });
      index.add(toldEvents(history));
      const half = order.length >> 1;
      index.add(order.slice(0, half));
      index.decide(decisions);
      for (const one of order.slice(half)) index.add([one]);
      index.add(order);
      expect(index.happenings()).toEqual(fresh(story, decisions));
    }),
    { numRuns: 120 },
  );
});

test('an article taken out, and a decision taken back, is as if it had never been', () => {
  fc.assert(
    fc.property(shuffled, fc.nat({ max: 13 }), ([story, picked], gone) => {
      const decisions = decisionsOn(story, picked);
      const index = new HappeningIndex({ sideOf, decisions });
      index.add(toldEvents(history));
      for (const one of toldEvents(story)) index.add([one]);
      const id = `article ${gone}`;
      index.remove(id);
      const rest = story.filter(({ article }) => article.id !== id);
      expect(index.happenings()).toEqual(fresh(rest, decisions));
      index.decide([]);
      expect(index.happenings()).toEqual(fresh(rest));
    }),
    { numRuns: 120 },
  );
});

test('swapping the sides mirrors it', () => {
  const mirror = (text: string) =>
    text.replace(/country:A[MZ]/g, (id) => (id === 'country:AM' ? 'country:AZ' : 'country:AM'));
  fc.assert(
    fc.property(stories, (story) => {
      const plain = JSON.stringify(story).replaceAll('group:artsakh', 'country:AM');
      const unnamed = (text: string) => fresh(JSON.parse(text)).map(({ id: _, ...rest }) => rest);
      expect(unnamed(mirror(plain))).toEqual(unnamed(plain));
    }),
  );
});

test('every event is in one happening, and changes tell of each that is another', () => {
  fc.assert(
    fc.property(stories, stories, (story, more) => {
      const index = new HappeningIndex({ sideOf });
      const kept = new Map<string, unknown>();
      const follow = () => {
        const { made, gone } = index.takeChanges();
        for (const id of gone) kept.delete(id);
        for (const one of made) kept.set(one.id, one);
      };
      for (const part of [story, more]) {
        for (const one of toldEvents(part)) {
          index.add([one]);
          follow();
        }
      }
      index.remove('article 1');
      follow();
      const now = index.happenings();
      expect(new Map(now.map((one) => [one.id, one]))).toEqual(kept);
      const refs = now.flatMap(({ events }) =>
        events.map(({ articleId, eventId }) => `${articleId} ${eventId}`),
      );
      expect(new Set(refs).size).toBe(refs.length);
    }),
  );
});

test('one happening has no two times or towns that exclude one another, and no toll of a war', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const index = new HappeningIndex({ sideOf });
      index.add(toldEvents(story));
      for (const happening of index.happenings()) {
        const told = index.toldOf(happening);
        const towns = new Set(told.flatMap(({ event }) => event.where?.name ?? []));
        expect(told[0]?.event.type === 'ceasefire' || towns.size <= 1).toBe(true);
        expect(new Set(told.map(({ event }) => event.type)).size).toBe(1);
      }
    }),
  );
});
