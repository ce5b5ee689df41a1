import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { eachAlone, together } from './together.ts';

const refusal = new Refusal('unstorable', 'no');

test('a call alone goes at once; those that come meanwhile go together, and each gets its own answer', async () => {
  const groups: number[][] = [];
  const doubled = together(async (inputs: number[]) => {
    groups.push(inputs);
    return inputs.map((input) => (input < 0 ? refusal : 2 * input));
  });
  const answers = await Promise.allSettled([1, 2, -3, 4].map(doubled));
  expect(groups).toEqual([[1], [2, -3, 4]]);
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))).toEqual([
    2,
    4,
    refusal,
    8,
  ]);
});

test('an outage is told to all of a group, and the next group is tried', async () => {
  let isAway = true;
  const kept = together(async (inputs: number[]) => {
    if (isAway) throw new Error('away');
    return inputs;
  });
  await expect(kept(1)).rejects.toThrow('away');
  isAway = false;
  expect(await kept(2)).toBe(2);
});

test('what cannot be stored is found alone, and the others are kept', async () => {
  const kept: number[] = [];
  const answers = await eachAlone([1, 2, 3], async (inputs) => {
    if (inputs.includes(2)) throw refusal;
    kept.push(...inputs);
    return inputs;
  });
  expect([answers, kept]).toEqual([
    [1, refusal, 3],
    [1, 3],
  ]);
});
