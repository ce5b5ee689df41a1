import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdFor, judge, type Present, type Told } from './judge.ts';

const hour = 3_600_000;
const now = Date.parse('2024-05-10T12:00:00Z');
const told: Told = {
  formal: 'in_effect',
  compliance: 'holding',
  knownAt: now - 10 * hour,
  isTold: true,
  late: null,
};
const any = { axis: null, values: [] };

/** A present status that began, and whose articles came out, so many hours ago. */
function present(
  formal: Present['formal']['value'],
  compliance: Present['compliance']['value'],
  { began, out = began }: { began: number; out?: number | null },
): Present {
  const at = out === null ? null : now - out * hour;
  const rest = { since: now - began * hour, published: at === null ? null : { earliest: at, latest: at } };
  return { formal: { value: formal, ...rest }, compliance: { value: compliance, ...rest } };
}

describe('what is news', () => {
  test('what came out after what was told is told at once, also of something that happened before', () => {
    const verdict = judge(told, present('terminated', 'holding', { began: 30, out: 1 }), any, now);
    expect(verdict).toEqual({ is: 'changed', axes: ['formal'], knownAt: now - hour });
  });

  test('a planned instant is told when it has passed, though nothing came out', () => {
    const verdict = judge(told, present('expired', 'holding', { began: 1, out: 80 }), any, now);
    expect(verdict).toMatchObject({ is: 'changed', axes: ['formal'] });
  });

  test('only the axis and the values that are wanted are told, and the others are noted', () => {
    const both = present('terminated', 'collapsed_reported', { began: 1 });
    expect(judge(told, both, { axis: 'compliance', values: [] }, now)).toMatchObject({
      axes: ['compliance'],
    });
    expect(judge(told, both, { axis: null, values: ['terminated'] }, now)).toMatchObject({
      axes: ['formal'],
    });
    expect(judge(told, both, { axis: null, values: ['expired'] }, now)).toMatchObject({ is: 'noted' });
  });
});

describe('late news', () => {
  const late = present('suspended', 'holding', { began: 50 });
  const stood = { formal: 'suspended', compliance: 'holding' } as const;

  test('corrects what was told once it has stood for a while', () => {
    expect(judge(told, late, any, now)).toEqual({ is: 'held' });
    expect(judge({ ...told, late: { ...stood, at: now - holdFor + 1 } }, late, any, now)).toEqual({
      is: 'held',
    });
    expect(judge({ ...told, late: { ...stood, at: now - holdFor } }, late, any, now)).toMatchObject({
      is: 'corrected',
      axes: ['formal'],
      knownAt: told.knownAt,
    });
  });

  test('is noted in silence where nothing was ever told', () => {
    expect(judge({ ...told, isTold: false }, late, any, now)).toEqual({ is: 'noted', knownAt: told.knownAt });
  });

  test('corrects a value that was asked for though the right one was not', () => {
    const waited = { ...told, late: { ...stood, at: 0 } };
    expect(judge(waited, late, { axis: null, values: ['in_effect'] }, now)).toMatchObject({
      is: 'corrected',
    });
    expect(judge(waited, late, { axis: null, values: ['expired'] }, now)).toMatchObject({ is: 'noted' });
  });
});

test('the law: what is known never goes back, and nothing beyond now is ever known', () => {
  const hours = fc.double({ min: -5, max: 200, noNaN: true });
  const value = fc.constantFrom('none', 'in_effect', 'terminated') as fc.Arbitrary<'none'>;
  fc.assert(
    fc.property(value, hours, fc.option(hours), fc.boolean(), (formal, began, out, isTold) => {
      const verdict = judge({ ...told, isTold }, present(formal, 'holding', { began, out }), any, now);
      if (!('knownAt' in verdict)) return;
      expect(verdict.knownAt).toBeGreaterThanOrEqual(told.knownAt);
      expect(verdict.knownAt).toBeLessThanOrEqual(now);
    }),
  );
});
