import { ceasefireSteps } from '@trucewatch/schema';
import { expect, test } from 'vitest';
import { statusRules } from './rules.ts';
import { initial, type Status, transition } from './transition.ts';

const steps = [...ceasefireSteps, 'effect_time_passed', 'stated_end_passed'] as const;

const scopes = {
  one: { kind: 'bilateral', sides: [0, 1], place: null, names: [] },
  two: { kind: 'unilateral', sides: [0], place: null, names: [] },
} as const;

/** Every status that some sequence of changes leads to, found by trying all of them. */
function reachable(): Status[] {
  const seen = new Map<string, Status>([[JSON.stringify(initial), initial]]);
  for (const state of seen.values()) {
    for (const step of steps) {
      for (const ceasefireId of [null, 'one', 'two'] as const) {
        for (const flag of [false, true]) {
          for (const start of ['later', 'unknown'] as const) {
            const next = transition(state, {
              at: 0,
              step,
              ceasefireId,
              start,
              takesOver: [],
              scope: ceasefireId === null ? null : scopes[ceasefireId],
              accused: step === 'violated' ? [flag ? 0 : 1] : [],
              isOneSidesWord: flag,
              isVerified: flag && start === 'later',
              because: [],
            });
            seen.set(JSON.stringify(next), next);
          }
        }
      }
    }
  }
  return [...seen.values()];
}

const all = reachable();

test('every rule that a status can name is explained, and every explained rule can be met', () => {
  expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(statusRules.map(({ name }) => name)));
});

test('after a reported collapse no formal status stands on', () => {
  const after = all.filter(({ compliance }) => compliance === 'collapsed_reported');
  expect(new Set(after.map(({ formal }) => formal))).toEqual(new Set(['none', 'unclear']));
});

test('both sides stand accused only after two different sides were', () => {
  for (const { compliance, accused } of all) {
    if (compliance === 'violations_alleged_both') expect(accused.filter((side) => side >= 0)).toHaveLength(2);
    if (compliance === 'violations_alleged_one_side') expect(accused).toHaveLength(1);
  }
});
