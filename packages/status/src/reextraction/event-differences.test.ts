import type { Event } from '@trucewatch/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { event, onDay, town } from '../testing/story.ts';
import { eventDifferences, tallyOf } from './event-differences.ts';

const words = (start: number, quote: string) => ({ start, end: start + quote.length, quote });
const broken = event('violated', {
  id: 'broken',
  actors: ['initiator:country:AM'],
  evidence: [words(0, 'Armenian guns opened fire')],
});
const agreed = event('agreed', { id: 'agreed', evidence: [words(100, 'they agreed on a truce')] });
const shelled = event(null, {
  type: 'attack',
  id: 'shelled',
  evidence: [words(200, 'the town was shelled')],
});

describe('what differs between two extractions', () => {
  it('is nothing when only the ids are others, as those of another version are, or the order of keys', () => {
    const again = [broken, agreed].map((one) => ({
      ...Object.fromEntries(Object.entries(one).toReversed()),
      id: `2 ${one.id}`,
    })) as Event[];
    expect(eventDifferences([broken, agreed], again)).toEqual([]);
  });

  it('is what was added and removed, in the order of the text', () => {
    const differences = eventDifferences([broken, shelled], [agreed, shelled]);
    expect(differences).toEqual([
      { kind: 'removed', before: broken },
      { kind: 'added', after: agreed },
    ]);
    expect(tallyOf(differences)).toEqual({ removed: 1, added: 1 });
  });

  it('is told field by field for an event that is found again by its words', () => {
    const anew = {
      ...broken,
      id: '2',
      when: onDay('2020-10-10'),
      where: town('Tartar', 'AZ'),
      evidence: [words(0, 'Armenian guns opened fire at dawn')],
    };
    const differences = eventDifferences([broken], [anew]);
    expect(differences).toEqual([
      { kind: 'changed', before: broken, after: anew, fields: ['when', 'where', 'evidence'] },
    ]);
    expect(tallyOf(differences)).toEqual({ when: 1, where: 1, evidence: 1 });
  });

  it('is a change of type for another reading of the same words', () => {
    const clash = { ...shelled, id: '2', type: 'clash' as const };
    expect(eventDifferences([shelled], [clash])).toEqual([
      { kind: 'changed', before: shelled, after: clash, fields: ['type'] },
    ]);
  });

  it('pairs events of one sentence by who is in them', () => {
    const other = {
      ...broken,
      id: 'other',
      actors: event(null, { actors: ['initiator:country:AZ'] }).actors,
    };
    const later = [other, broken].map((one) => ({ ...one, id: `2 ${one.id}` }));
    expect(eventDifferences([broken, other], later)).toEqual([]);
  });
});

const reading = fc
  .record({
    type: fc.constantFrom('attack' as const, 'clash' as const),
    start: fc.integer({ min: 0, max: 6 }),
    actors: fc.subarray(['party:country:AM', 'party:country:AZ']),
    confidence: fc.constantFrom(0.5, 0.9),
  })
  .map(({ start, ...more }) => event(null, { ...more, evidence: [words(start * 4, 'four words here')] }));
const readings = fc.array(reading, { maxLength: 8 });

it('names each event at most once, pairs one with one, and finds nothing in the same', () => {
  fc.assert(
    fc.property(readings, readings, (before, after) => {
      const differences = eventDifferences(before, after);
      const olds = differences.flatMap((one) => (one.kind === 'added' ? [] : one.before.id));
      const news = differences.flatMap((one) => (one.kind === 'removed' ? [] : one.after.id));
      expect(new Set(olds).size).toBe(olds.length);
      expect(new Set(news).size).toBe(news.length);
      const count = (kind: string) => differences.filter((one) => one.kind === kind).length;
      expect(before.length - count('removed')).toBe(after.length - count('added'));
      expect(eventDifferences(before, before)).toEqual([]);
    }),
  );
});
