import { describe, expect, it } from 'vitest';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { enteredTruces, truceCalendar } from './calendar.ts';
import { conflictCitation } from './citation.ts';
import { statusFeed } from './feed.ts';
import { statusRows } from './status-rows.ts';
import { transitionsOf } from './transitions.ts';

const both = ['party:Armenia', 'party:Azerbaijan'];
const origin = 'https://truce.example';
const now = '2020-10-20T00:00:00.000Z';
const reports = [
  report(
    'fighting',
    '2020-10-01T12:00:00Z',
    event('clash', 'They fought.', {
      type: 'clash',
      actors: ['initiator:Armenia', 'recipient:Azerbaijan'],
      when: moment('2020-10-01T08:00:00Z'),
    }),
  ),
  report(
    'first',
    '2020-10-17T16:00:00Z',
    event('agreed', 'A truce <b>was</b> agreed & sealed.', {
      step: 'agreed',
      actors: both,
      when: moment('2020-10-17T14:00:00Z'),
      effectiveAt: moment('2020-10-17T20:00:00Z'),
      until: moment('2020-10-24T20:00:00Z'),
      ceasefireRefs: ['first'],
    }),
  ),
  report(
    'late',
    '2020-10-19T09:00:00Z',
    event('breach', 'Shells fell on Sunday.', {
      step: 'violated',
      actors: ['initiator:Azerbaijan', 'recipient:Armenia'],
      claims: ['accuses:Armenia'],
      when: moment('2020-10-18T08:00:00Z'),
      ceasefireRefs: ['first'],
    }),
  ),
];
const story = storyOf(reports);
const conflicts = story.timeline.conflicts;
const truces = conflicts.flatMap((conflict) => enteredTruces(conflict, story.reports));
const feedAt = (now: string) =>
  statusFeed({
    title: 'T',
    subtitle: 'S',
    path: '/',
    self: '/feed.atom',
    transitions: conflicts.flatMap((one) => transitionsOf(one, statusRows(one, story.reports), now)),
    origin,
  });

describe('the feed of a conflict', () => {
  const feed = feedAt(now);
  const entries = feed.split('<entry>').slice(1);

  it('has each change, latest known first, with sentence, source, rule and link', () => {
    expect(entries.map((entry) => /<title>(.*?)<\/title>/.exec(entry)?.[1])).toEqual([
      'Nagorno-Karabakh: Violations alleged, one side',
      'Nagorno-Karabakh: In effect',
      'Nagorno-Karabakh: Scheduled',
    ]);
    expect(entries[2]).toContain('A truce &lt;b&gt;was&lt;/b&gt; agreed &amp; sealed.');
    expect(entries[2]).toContain(`<a href="${origin}/articles/first/events/agreed">The first, `);
    expect(entries[2]).toContain(`<a href="${origin}/method#rule-start-agreed">`);
  });

  it('dates a change when it could be known: by its report, or by the clock when nobody had to report', () => {
    const published = entries.map((entry) => /<published>(.*?)<\/published>/.exec(entry)?.[1]);
    expect(published).toEqual([
      '2020-10-19T09:00:00.000Z',
      '2020-10-17T20:00:00.000Z',
      '2020-10-17T16:00:00.000Z',
    ]);
  });

  it('keeps quiet of what lies ahead', () => {
    const early = feedAt('2020-10-17T17:00:00.000Z');
    expect(early.split('<entry>')).toHaveLength(2);
  });
});

describe('the calendar of a conflict', () => {
  it('has effect and expiry under names that stay, and says what is still ahead', () => {
    const calendar = truceCalendar({
      name: 'N',
      description: 'D',
      path: '/calendar.ics',
      truces,
      origin,
      now,
    });
    const entries = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatch(/UID:effect\.nagorno-karabakh:2020-10-17@truce\.example/);
    expect(entries[0]).toMatch(/DTSTART:20201017T200000Z\r\n(.*\r\n)*STATUS:CONFIRMED/);
    expect(entries[1]).toMatch(
      /UID:expiry\..*\r\n(.*\r\n)*DTSTART:20201024T200000Z\r\n(.*\r\n)*STATUS:TENTATIVE/,
    );
    expect(entries[1]).toContain('“A truce <b>was</b> agreed & sealed.” The first');
  });
});

describe('citing a conflict', () => {
  it('names the instant, to the minute when it is now, in words and in the address', () => {
    const [conflict] = conflicts;
    if (!conflict) throw new Error('the story tells of no conflict');
    const cited = conflictCitation(story, conflict, { origin, now: '2020-10-20T00:01:22.333Z' });
    expect(cited.url).toBe(`${origin}/conflicts/nagorno-karabakh?asKnownAt=2020-10-20T00:01Z`);
    expect(cited.versions[0]).toBe('rules 1');
    const then = storyOf(reports, '2020-10-18T00:00:00.000Z');
    const known = conflictCitation(then, then.timeline.conflicts[0] ?? conflict, { origin, now });
    expect(known.url).toContain('asKnownAt=2020-10-18T00:00Z');
  });
});
