import { Timeline } from '@trucewatch/schema';
import { describe, expect, test } from 'vitest';
import { nextKnownInstant, statusAt } from './instants.ts';
import { autumnStory, event, moment, newTruceArticle, onDay, report } from './testing/story.ts';
import { type TimelineOptions, timeline } from './timeline.ts';
import type { Report } from './told.ts';

const both = ['party:country:AM', 'party:country:AZ'];

function only(reports: Report[], options?: TimelineOptions) {
  const { conflicts } = Timeline.parse(timeline(reports, options));
  const [conflict] = conflicts;
  if (!conflict || conflicts.length > 1) throw new Error(`${conflicts.length} conflicts`);
  return conflict;
}

const axes = (conflict: ReturnType<typeof only>) =>
  conflict.intervals.map(({ formal, compliance, rule }) => `${formal} ${compliance} ${rule}`);

describe('one article that tells of two truces', () => {
  const conflict = only([newTruceArticle()]);
  const [old, fresh] = conflict.ceasefires;

  test('keeps them apart and leaves 1994 in the background', () => {
    expect(conflict.ceasefires).toHaveLength(2);
    expect(old).toMatchObject({ outcome: 'collapsed', mediators: ['Russia'], follows: null });
    expect(fresh).toMatchObject({
      outcome: 'in_effect',
      kind: 'bilateral',
      parties: ['Armenia', 'Azerbaijan'],
      purpose: ['humanitarian'],
      effectiveAt: { earliest: '2020-10-17T20:00:00.000Z' },
      follows: old?.id,
    });
  });

  test('what is alleged of the older truce does not mark the new one', () => {
    expect(statusAt(conflict, '2020-10-17T06:00:00Z')).toMatchObject({
      ceasefireId: old?.id,
      compliance: 'violations_alleged_both',
    });
    expect(statusAt(conflict, '2020-10-18T06:00:00Z')).toMatchObject({
      ceasefireId: fresh?.id,
      formal: 'in_effect',
      compliance: 'no_reports',
      rule: 'effect-time-passed',
    });
  });

  test('the passing of the agreed hour cites the event that announced it', () => {
    const [announcing] = newTruceArticle().events;
    const last = conflict.intervals.at(-1);
    expect(last?.because).toHaveLength(1);
    expect(announcing?.effectiveAt?.earliest).toBe(last?.from);
  });
});

describe('the older truce told with less', () => {
  const article = newTruceArticle();
  const without = (change: (event: Report['events'][number]) => Report['events'][number] | null) =>
    only([{ ...article, events: article.events.flatMap((one) => change(one) ?? []) }]);
  const isOld = (one: Report['events'][number]) => one.ceasefireRefs.includes('old');

  test.each([
    ['undated', without((one) => (isOld(one) && one.step === 'agreed' ? { ...one, when: null } : one))],
    ['never told as made', without((one) => (isOld(one) && one.step === 'agreed' ? null : one))],
  ])('%s, it still comes first, has collapsed, and leaves the new one alone', (_, conflict) => {
    expect(conflict.ceasefires.map(({ outcome }) => outcome)).toEqual(['collapsed', 'in_effect']);
    expect(conflict.ceasefires[1]?.follows).toBe(conflict.ceasefires[0]?.id);
    expect(statusAt(conflict, '2020-10-17T06:00:00Z')).toMatchObject({
      formal: 'unclear',
      compliance: 'violations_alleged_both',
    });
    expect(conflict.intervals.at(-1)).toMatchObject({ formal: 'in_effect', compliance: 'no_reports' });
  });

  test('mentioned a second time without a date or an end, it is no truce of its own', () => {
    const again = event('agreed', { actors: both, ceasefireRefs: ['mention'] });
    const [agreed] = article.events;
    const conflict = only([{ ...article, events: [agreed, again].filter((one) => one !== undefined) }]);
    expect(conflict.ceasefires).toHaveLength(1);
  });

  test('broken and nothing more, it is no truce of its own and does not become the new one', () => {
    const conflict = without((one) => (isOld(one) && one.step !== 'violated' ? null : one));
    expect(conflict.ceasefires).toHaveLength(1);
    expect(conflict.intervals.at(-1)).toMatchObject({ formal: 'in_effect', compliance: 'no_reports' });
  });
});

describe('a story of several articles', () => {
  const conflict = only(autumnStory());

  test('makes each truce once, in a chain', () => {
    expect(
      conflict.ceasefires.map(({ id, mediators, outcome, effectiveAt }) => [
        id.split(':')[1],
        mediators.join(),
        outcome,
        effectiveAt?.earliest.slice(0, 16),
      ]),
    ).toEqual([
      ['2020-10-10', 'Russia', 'collapsed', '2020-10-10T08:00'],
      ['2020-10-17', '', 'superseded', '2020-10-17T20:00'],
      ['2020-10-26', 'United States', 'superseded', '2020-10-26T04:00'],
      ['2020-11-09', 'Russia', 'in_effect', '2020-11-09T21:00'],
    ]);
    const ids = conflict.ceasefires.map(({ id }) => id);
    expect(conflict.ceasefires.map(({ follows }) => follows)).toEqual([null, ...ids.slice(0, -1)]);
  });

  test('tells of both axes over time', () => {
    const seen = conflict.intervals.map(
      ({ from, formal, compliance }) => `${from.slice(5, 16)} ${formal} ${compliance}`,
    );
    expect(seen).toEqual([
      '09-27T09:00 none no_reports',
      '10-01T18:00 called_for no_reports',
      '10-10T00:00 scheduled no_reports',
      '10-10T08:00 in_effect no_reports',
      '10-10T10:00 in_effect violations_alleged_one_side',
      '10-10T12:00 in_effect violations_alleged_both',
      '10-17T07:59 scheduled no_reports',
      '10-17T20:00 in_effect no_reports',
      '10-25T11:30 scheduled no_reports',
      '10-26T04:00 in_effect no_reports',
      '11-09T21:00 in_effect no_reports',
    ]);
  });

  test('as known on 11 October it knows of one truce', () => {
    const then = only(autumnStory(), { asKnownAt: '2020-10-11' });
    expect(then.ceasefires).toHaveLength(1);
    expect(then.intervals.at(-1)).toMatchObject({ compliance: 'violations_alleged_both', to: null });
  });

  test('an article with a bare date is known only at the end of that day', () => {
    expect(only(autumnStory(), { asKnownAt: '2020-11-10T12:00:00Z' }).ceasefires).toHaveLength(3);
    expect(only(autumnStory(), { asKnownAt: '2020-11-11T00:00:00Z' }).ceasefires).toHaveLength(4);
  });

  test('an option that is no instant says what to write', () => {
    expect(() => timeline([], { until: 'yesterday' })).toThrow(/2020-10-17T15:00:00Z/);
  });
});

test('the start of a truce agreed for later is known in advance, and pending until then', () => {
  const reports = [
    report(
      'a',
      '2020-10-10T06:00:00Z',
      event('agreed', {
        actors: both,
        when: onDay('2020-10-10'),
        effectiveAt: moment('2020-10-12T08:00:00Z'),
      }),
    ),
  ];
  const now = only(reports, { until: '2020-10-11T00:00:00Z' });
  expect(now.ceasefires[0]?.outcome).toBe('pending');
  expect(axes(now)).toEqual(['scheduled no_reports start-agreed']);
  expect(nextKnownInstant(only(reports), '2020-10-11T00:00:00Z')).toBe('2020-10-12T08:00:00.000Z');
});

test('a truce told as to come for a certain hour is scheduled; one only expected is none', () => {
  const effectiveAt = moment('2020-10-12T08:00:00Z');
  const future = (telling: object) => [
    report('a', '2020-10-10T06:00:00Z', event('agreed', { actors: both, reality: 'future', ...telling })),
  ];
  expect(axes(only(future({ effectiveAt })))).toEqual([
    'scheduled no_reports start-agreed',
    'in_effect no_reports effect-time-passed',
  ]);
  expect(only(future({})).ceasefires).toEqual([]);
});

test('a stated end expires, unless it is extended', () => {
  const actors = ['party:yemeni government', 'party:group:houthis'];
  const reports = [
    report(
      'a',
      '2022-04-01T18:00:00Z',
      event('agreed', {
        actors: [...actors, 'mediator:United Nations'],
        when: onDay('2022-04-01'),
        effectiveAt: moment('2022-04-02T16:00:00Z'),
        until: moment('2022-06-02T16:00:00Z'),
      }),
    ),
  ];
  expect(only(reports).intervals.at(-1)).toMatchObject({
    from: '2022-06-02T16:00:00.000Z',
    formal: 'expired',
  });
  expect(only(reports, { until: '2022-05-01' }).ceasefires[0]).toMatchObject({
    outcome: 'in_effect',
    mediators: ['United Nations'],
  });
  reports.push(
    report(
      'b',
      '2022-06-02T12:00:00Z',
      event('extended', { actors, when: onDay('2022-06-02'), until: moment('2022-08-02T16:00:00Z') }),
    ),
  );
  expect(only(reports).ceasefires).toHaveLength(1);
  expect(statusAt(only(reports), '2022-07-01T00:00:00Z')?.formal).toBe('in_effect');
  expect(statusAt(only(reports), '2022-08-03T00:00:00Z')?.formal).toBe('expired');
});

test("one side's own truce is unilateral, a side's word that it keeps it is no report that it holds", () => {
  const conflict = only([
    report(
      'a',
      '2023-01-05T18:00:00Z',
      event('declared', {
        actors: ['initiator:country:RU'],
        when: onDay('2023-01-05'),
        effectiveAt: moment('2023-01-06T09:00:00Z'),
        until: moment('2023-01-07T21:00:00Z'),
        ceasefireRefs: ['x'],
      }),
      event(null, { type: 'clash', actors: ['party:country:RU', 'party:country:UA'] }),
      event('observed', {
        actors: ['initiator:country:RU'],
        when: onDay('2023-01-06'),
        ceasefireRefs: ['x'],
      }),
    ),
  ]);
  expect(conflict.id).toBe('russia-ukraine');
  expect(conflict.ceasefires).toMatchObject([{ kind: 'unilateral', parties: ['Russia'] }]);
  expect(conflict.intervals.map(({ compliance }) => compliance)).not.toContain('holding');
});

test('a suspended truce that takes effect again is the same truce', () => {
  const story = [
    report(
      'made',
      '2020-10-10T06:00:00Z',
      event('agreed', { actors: both, when: onDay('2020-10-10'), ceasefireRefs: ['a'] }),
    ),
    report(
      'suspended',
      '2020-10-20T06:00:00Z',
      event('suspended', { actors: both, when: onDay('2020-10-19'), ceasefireRefs: ['a'] }),
    ),
    report(
      'again',
      '2020-10-30T06:00:00Z',
      event('took_effect', { actors: both, when: onDay('2020-10-29'), ceasefireRefs: ['a'] }),
    ),
  ];
  const [conflict] = timeline(story).conflicts;
  expect(conflict?.ceasefires).toHaveLength(1);
  expect(conflict?.intervals.slice(-2).map(({ formal }) => formal)).toEqual(['suspended', 'in_effect']);
});

test('a collapse leaves no truce until one holds again or is made', () => {
  const agreed = event('agreed', {
    actors: both,
    effectiveAt: moment('2020-10-10T08:00:00Z'),
    ceasefireRefs: ['c'],
  });
  const collapsed = event('collapsed', { when: moment('2020-10-12T08:00:00Z'), ceasefireRefs: ['c'] });
  const reports = [report('a', '2020-10-12T12:00:00Z', agreed, collapsed)];
  expect(axes(only(reports)).at(-1)).toBe('none collapsed_reported collapse-reported');
  const later = event('observed', { actors: both, when: moment('2020-10-14T08:00:00Z') });
  reports.push(report('b', '2020-10-14T12:00:00Z', later));
  expect(axes(only(reports)).at(-1)).toBe('in_effect holding holding-after-collapse');
  expect(only(reports).ceasefires[0]?.outcome).toBe('in_effect');
});

test('a breach of a truce that nobody told the making of opens no ceasefire', () => {
  const breach = event('violated', { actors: ['initiator:country:AM', 'recipient:country:AZ'] });
  const conflict = only([report('a', '2020-07-12T12:00:00Z', breach)]);
  expect(conflict.ceasefires).toEqual([]);
  expect(axes(conflict)).toEqual(['unclear violations_alleged_one_side unknown-truce-violated']);
});

test('what has no time at all is kept as evidence and moves nothing', () => {
  const conflict = only([report('a', undefined, event('agreed', { actors: both }))]);
  expect(conflict.ceasefires).toMatchObject([
    { announcedAt: null, outcome: 'unknown', because: [{ articleId: 'a' }] },
  ]);
  expect(conflict.intervals).toEqual([]);
});

test('only an outsider who is known as one verifies a breach', () => {
  const confirmedBy = (by: string) => {
    const claim = {
      by,
      polarity: 'confirms',
      voice: 'paraphrase',
      span: { start: 0, end: 1, quote: 'x' },
    } as const;
    const breach = event('violated', { actors: ['initiator:country:AM', 'recipient:country:AZ'] });
    const agreed = event('agreed', { actors: both, effectiveAt: moment('2020-10-10T08:00:00Z') });
    return axes(only([report('a', '2020-10-12T12:00:00Z', agreed, { ...breach, claims: [claim] })])).at(-1);
  };
  expect(confirmedBy('OSCE monitors')).toBe('in_effect violations_verified violation-verified');
  expect(confirmedBy('Baku')).toBe('in_effect violations_alleged_one_side violation-alleged');
  expect(confirmedBy('a colonel')).toBe('in_effect violations_alleged_one_side violation-alleged');
});

test('what is dated before the only known truce began is not told of it', () => {
  const effectiveAt = moment('2020-10-17T20:00:00Z');
  const agreed = event('agreed', { actors: both, effectiveAt, ceasefireRefs: ['c'] });
  const collapsed = event('collapsed', { actors: both, when: onDay('2020-10-16'), ceasefireRefs: ['c'] });
  const conflict = only([report('a', '2020-10-17T22:30:00Z', agreed, collapsed)]);
  expect(conflict.ceasefires).toMatchObject([{ outcome: 'in_effect' }]);
  expect(axes(conflict)).toEqual([
    'none collapsed_reported unknown-truce-collapsed',
    'in_effect no_reports effect-time-passed',
  ]);
});

test('a collapse told to the day comes after the breaches alleged on that day', () => {
  const ceasefireRefs = ['c'];
  const agreed = event('agreed', {
    actors: both,
    effectiveAt: moment('2020-10-10T08:00:00Z'),
    ceasefireRefs,
  });
  const breach = event('violated', {
    actors: ['initiator:country:AM', 'recipient:country:AZ'],
    when: moment('2020-10-10T18:00:00Z'),
    ceasefireRefs,
  });
  const collapsed = event('collapsed', { actors: both, when: onDay('2020-10-10'), ceasefireRefs });
  expect(axes(only([report('a', '2020-10-12T12:00:00Z', agreed, breach, collapsed)]))).toEqual([
    'in_effect no_reports effect-time-passed',
    'in_effect violations_alleged_one_side violation-alleged',
    'none collapsed_reported collapse-reported',
  ]);
});

test('holding told without a time does not answer a breach that the same article dates', () => {
  const ceasefireRefs = ['c'];
  const agreed = event('agreed', {
    actors: both,
    effectiveAt: moment('2020-11-09T21:00:00Z'),
    ceasefireRefs,
  });
  const breach = event('violated', {
    actors: ['initiator:country:AM', 'recipient:country:AZ'],
    when: moment('2020-11-11T10:00:00Z'),
    ceasefireRefs,
  });
  const observed = event('observed', { actors: both, by: ['OSCE monitors'], ceasefireRefs });
  const last = only([report('a', '2020-11-11T16:00:00Z', agreed, breach, observed)]).intervals.at(-1);
  expect(last).toMatchObject({ formal: 'in_effect', compliance: 'violations_alleged_one_side' });
  // First what the interval is named after.
  expect(last?.because.map(({ eventId }) => eventId)).toEqual([breach.id, observed.id]);
});
