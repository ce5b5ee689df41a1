import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestTree } from './spanning-tree.ts';

const words = 4;

/** All ways to give each word a head so that one word hangs on the root and all others below it. */
function allTrees(): number[][] {
  const found: number[][] = [];
  const choose = (heads: number[]): void => {
    if (heads.length < words) {
      for (let head = -1; head < words; head++) if (head !== heads.length) choose([...heads, head]);
      return;
    }
    if (heads.filter((head) => head < 0).length === 1 && heads.every((_, i) => reachesRoot(heads, i)))
      found.push(heads);
  };
  choose([]);
  return found;
}

function reachesRoot(heads: readonly number[], from: number): boolean {
  let at = from;
  for (let steps = 0; steps <= heads.length; steps++) {
    if (at < 0) return true;
    at = heads[at] as number;
  }
  return false;
}

const trees = allTrees();
const stride = words + 1;
const worth = (scores: Float32Array, heads: ArrayLike<number>) =>
  Array.from(heads).reduce(
    (sum, head, i) => sum + (scores[i * stride + (head < 0 ? words : head)] as number),
    0,
  );

test('the tree under the likeliest tops is a tree with one root, and no tree under the same root is better', () => {
  const matrix = fc.array(fc.integer({ min: -50, max: 50 }), {
    minLength: words * stride,
    maxLength: words * stride,
  });
  fc.assert(
    fc.property(matrix, (numbers) => {
      const scores = Float32Array.from(numbers);
      const heads = new Int32Array(words);
      bestTree(scores, words, stride, heads);
      expect(trees).toContainEqual([...heads]);
      const sameRoot = trees.filter((tree) => tree.indexOf(-1) === heads.indexOf(-1));
      expect(worth(scores, heads)).toBe(Math.max(...sameRoot.map((tree) => worth(scores, tree))));
    }),
    { numRuns: 2_000 },
  );
});

test('a long sentence in which every word wants its neighbour is one tree all the same', () => {
  const count = 120;
  const scores = new Float32Array(count * (count + 1));
  for (let i = 0; i < count; i++)
    scores[i * (count + 1) + (i % 2 === 0 ? Math.min(i + 1, count - 1) : i - 1)] = 5;
  const heads = new Int32Array(count);
  bestTree(scores, count, count + 1, heads);
  expect(heads.filter((head) => head < 0)).toHaveLength(1);
  expect([...heads].every((_, i) => reachesRoot([...heads], i))).toBe(true);
});
