import type { Event } from '@trucewatch/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusAt } from './instants.ts';
import { Story } from './story/story.ts';
import { autumnStory, event, moment } from './testing/story.ts';
import { timeline } from './timeline.ts';
import type { Report } from './told.ts';

const start = Date.parse('2020-09-25T00:00:00Z');
const atHour = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
const hours = fc.integer({ min: 0, max: 60 * 24 });
const moments = fc.option(
  fc
    .tuple(hours, fc.constantFrom(0, 0, 24, 24 * 6))
    .map(([from, wide]) => moment(atHour(from), atHour(from + wide))),
);
const steps = [
  'agreed',
  'agreed',
  'declared',
  'took_effect',
  'violated',
  'violated',
  'collapsed',
  'observed',
] as const;
const actors = fc.subarray([
  'party:country:AM',
  'party:country:AZ',
  'initiator:country:AM',
  'initiator:country:AZ',
  'initiator:group:artsakh',
  'mediator:country:RU',
  'mediator:United States',
]);

const events = fc
  .record({
    step: fc.constantFrom(
      ...steps,
      'called_for',
      'extended',
      'suspended',
      'expired',
      'terminated',
      'rejected',
      null,
    ),
    actors,
    when: moments,
    effectiveAt: moments,
    until: fc.option(fc.constant(moment(atHour(30 * 24)))),
    reality: fc.constantFrom('actual', 'actual', 'actual', 'future', 'negated', 'historical', 'hypothetical'),
    ceasefireRefs: fc.subarray(['a', 'b']),
  })
  .map(({ step, ...telling }) =>
    event(step as Event['step'] & string, { ...telling, ...(step ? {} : { type: 'clash' }) }),
  );

const stories = fc
  .array(fc.tuple(fc.option(hours), fc.array(events, { maxLength: 5 })), { maxLength: 8 })
  .map((articles): Report[] => [
    ...autumnStory().slice(0, 3),
    ...articles.map(([published, told], index) => ({
      article: { id: `article ${index}`, publishedAt: published === null ? undefined : atHour(published) },
      events: told,
    })),
  ]);

const shuffledBy = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((value, index) => ({ value, order: Math.imul(index + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);

describe('laws of the timeline', () => {
  test('the order of reports, and of the events in one, changes nothing; nor does repeating them', () => {
    fc.assert(
      fc.property(stories, fc.integer(), (story, seed) => {
        const shuffled = shuffledBy([...story, ...story], seed).map((report) => ({
          ...report,
          events: shuffledBy(report.events, seed + 1),
        }));
        expect(timeline(shuffled)).toEqual(timeline(story));
      }),
    );
  });

  test('one article split into several reports is still one article', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const split = story.flatMap(({ article, events }) =>
          events.map((one) => ({ article, events: [one] })),
        );
        expect(timeline(split)).toEqual(timeline(story));
      }),
    );
  });

  test('articles put in one by one or in batches, replaced, taken out and put back: the same as told at once', () => {
    const acts = fc.array(fc.tuple(fc.nat(), fc.constantFrom('again', 'out', 'look', 'late')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(stories, fc.integer(), acts, (reports, seed, todo) => {
        const story = new Story();
        const arrived = shuffledBy(reports, seed);
        const late: Report[] = [];
        for (const [index, report] of arrived.entries()) {
          story.add([report]);
          const [which, act] = todo[index % (todo.length || 1)] ?? [0, 'look'];
          const other = arrived[which % (index + 1)] as Report;
          if (act === 'look') story.timeline();
          if (act === 'look') story.happenings('nagorno-karabakh');
          else if (act === 'again') story.replace(other);
          else {
            story.remove(other.article.id);
            late.push(other);
            if (act === 'late') story.timeline();
          }
        }
        for (const report of late) story.replace(report);
        expect(story.timeline()).toEqual(timeline(reports));
        const atOnce = new Story();
        atOnce.add(reports);
        for (const { id } of atOnce.timeline().conflicts)
          expect(story.happenings(id)?.happenings()).toEqual(atOnce.happenings(id)?.happenings());
      }),
    );
  });

  test('an article taken out is as if it had never been there', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (reports, which) => {
        const gone = reports[which % reports.length] as Report;
        const story = new Story();
        story.add(reports);
        story.timeline();
        story.remove(gone.article.id);
        expect(story.timeline()).toEqual(timeline(reports.filter((report) => report !== gone)));
      }),
    );
  });

  test('the status at an instant as known at another is that of the timeline told then', () => {
    fc.assert(
      fc.property(stories, fc.integer(), hours, hours, fc.nat(), (reports, seed, when, known, which) => {
        const story = new Story();
        story.add(reports);
        for (const report of shuffledBy(reports, seed).slice(0, which % 4)) story.replace(report);
        const [at, asKnownAt] = [atHour(when), atHour(known)];
        for (const { id, intervals } of timeline(reports, { asKnownAt }).conflicts) {
          const then = statusAt({ intervals }, at);
          const found = story.statusAt(id, Date.parse(at), Date.parse(asKnownAt));
          // The opening of a timeline, before anything moved it, is no status of its own.
          if (then?.rule === 'first-report') expect(found).toBe(null);
          else expect(found).toEqual(then);
        }
      }),
    );
  });

  test('an article that another replaces is as if it had never been there, from the correction on', () => {
    fc.assert(
      fc.property(stories, fc.nat(), fc.integer(), hours, (reports, which, seed, hour) => {
        const wrong = reports[which % reports.length] as Report;
        const correction: Report = {
          article: { id: 'correction', publishedAt: atHour(hour), replaces: wrong.article.id },
          events: [],
        };
        const story = new Story();
        for (const report of shuffledBy([...reports, correction], seed)) story.add([report]);
        expect(story.timeline().conflicts.map(({ intervals }) => intervals)).toEqual(
          timeline(reports.filter((report) => report !== wrong)).conflicts.map(({ intervals }) => intervals),
        );
        const before = { asKnownAt: atHour(hour - 1) };
        expect(timeline([...reports, correction], before)).toEqual(timeline(reports, before));
      }),
    );
  });

  test('without an event that decides a status it is another one', () => {
    fc.assert(
      fc.property(stories, (reports) => {
        const story = new Story();
        story.add(reports);
        const before = story.timeline();
        for (const { id, intervals } of before.conflicts) {
          const decisive = new Set(story.decisive(id, 0).map(({ ref }) => ref.eventId));
          for (const { eventId } of intervals.flatMap(({ because }) => because)) {
            const rest = reports.map((one) => ({
              ...one,
              events: one.events.filter((told) => told.id !== eventId),
            }));
            const without = timeline(rest).conflicts.find((conflict) => conflict.id === id)?.intervals ?? [];
            const statuses = (list: typeof intervals) =>
              list
                .filter(({ rule }) => rule !== 'first-report')
                .map(({ from, formal, compliance, ceasefireId }) => [from, formal, compliance, ceasefireId]);
            const differs = JSON.stringify(statuses(without)) !== JSON.stringify(statuses(intervals));
            if (decisive.has(eventId)) expect(differs).toBe(true);
          }
        }
        expect(story.timeline()).toEqual(before);
      }),
    );
  });

  test('as known at an instant equals never having had what came out later', () => {
    fc.assert(
      fc.property(stories, hours, (story, hour) => {
        const asKnownAt = atHour(hour);
        const had = story.filter(
          ({ article }) => !article.publishedAt || Date.parse(article.publishedAt) <= Date.parse(asKnownAt),
        );
        expect(timeline(story, { asKnownAt })).toEqual(timeline(had));
      }),
    );
  });

  test('intervals touch in order, and each cites events that were given', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const given = new Set(
          story.flatMap(({ article, events }) => events.map(({ id }) => `${article.id} ${id}`)),
        );
        for (const { intervals, ceasefires } of timeline(story).conflicts) {
          for (const [index, { from, to, because, ceasefireId }] of intervals.entries()) {
            const next = intervals[index + 1];
            expect(to).toBe(next ? next.from : null);
            if (to) expect(from < to).toBe(true);
            expect(because.length).toBeGreaterThan(0);
            expect(because.every(({ articleId, eventId }) => given.has(`${articleId} ${eventId}`))).toBe(
              true,
            );
            if (ceasefireId) expect(ceasefires.map(({ id }) => id)).toContain(ceasefireId);
          }
        }
      }),
    );
  });

  test('until ends the timeline and never looks past it', () => {
    fc.assert(
      fc.property(stories, hours, (story, hour) => {
        const until = atHour(hour);
        for (const { intervals } of timeline(story, { until }).conflicts) {
          expect(intervals.every(({ from }) => from <= until)).toBe(true);
        }
      }),
    );
  });

  test('swapping the sides mirrors the story', () => {
    const swap = (text: string) =>
      text.replace(/country:A[MZ]|Armenia|Azerbaijan/g, (name) => mirror[name as keyof typeof mirror]);
    const mirror = {
      'country:AM': 'country:AZ',
      'country:AZ': 'country:AM',
      Armenia: 'Azerbaijan',
      Azerbaijan: 'Armenia',
    };
    // Artsakh has no counterpart on the other side: it stands for Armenia here.
    const plain = (story: Report[]) => JSON.stringify(story).replaceAll('group:artsakh', 'country:AM');
    fc.assert(
      fc.property(stories, (story) => {
        const one = timeline(JSON.parse(plain(story)));
        const other = timeline(JSON.parse(swap(plain(story))));
        const named = (conflicts: typeof one.conflicts, name: (text: string) => string) =>
          conflicts.map(({ ceasefires, intervals }) => ({
            intervals,
            ceasefires: JSON.parse(JSON.stringify(ceasefires), (key, value) => {
              if (key === 'party' && value !== null) return name(value);
              if (key === 'parties') return value.map(name).sort();
              const isBySide = ['declarations', 'effectToFirstViolation', 'violationsAlleged'].includes(key);
              return isBySide ? value.map((entry: unknown) => JSON.stringify(entry)).sort() : value;
            }),
          }));
        expect(named(other.conflicts, (text) => text)).toEqual(named(one.conflicts, swap));
      }),
    );
  });
});
