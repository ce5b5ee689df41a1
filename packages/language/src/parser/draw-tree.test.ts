import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawnArc, drawTree } from './draw-tree.ts';
import { textWidth } from './text-width.ts';
import { Sentence, type Token } from './tree.ts';

/** A sentence of words, each with the number of its head; -1 for the root. */
function tree(words: readonly (readonly [form: string, head: number, relation: string])[]): Sentence {
  let start = 0;
  return new Sentence(
    words.map(([form, head, relation], index): Token => {
      const token = {
        index,
        start,
        end: start + form.length,
        text: form,
        lower: form,
        lemma: form,
        upos: 'X',
        xpos: 'FW',
      };
      start += form.length + 1;
      return { ...token, head, relation };
    }),
  );
}

const shelled = tree([
  ['The', 1, 'det'],
  ['army', 2, 'nsubj'],
  ['shelled', -1, 'root'],
  ['two', 4, 'nummod'],
  ['villages', 2, 'obj'],
]);

test('words stand in a row, in their order, and do not touch', () => {
  const { words, width } = drawTree(shelled);
  expect(words.map(({ form }) => form)).toEqual(['The', 'army', 'shelled', 'two', 'villages']);
  for (let i = 1; i < words.length; i++) {
    const [left, right] = [words[i - 1], words[i]];
    if (!left || !right) throw new Error('A word is missing');
    const needed = (textWidth(left.form, 16) + textWidth(right.form, 16)) / 2;
    expect(right.x - left.x).toBeGreaterThan(needed);
  }
  expect(width).toBeGreaterThan(words.at(-1)?.x ?? 0);
});

test('an arc lies above those beneath it, and the root above its own', () => {
  const level = new Map(drawTree(shelled).arcs.map((arc) => [arc.relation, arc.level]));
  expect(level.get('det')).toBe(1);
  expect(level.get('nummod')).toBe(1);
  expect(level.get('obj')).toBe(2);
  expect(level.get('root')).toBe(3);
});

test('arcs that cross do not lie on one another', () => {
  const crossing = tree([
    ['a', 2, 'x'],
    ['b', 3, 'y'],
    ['c', -1, 'root'],
    ['d', 2, 'z'],
  ]);
  const [a, b] = drawTree(crossing).arcs;
  expect(a?.level).not.toBe(b?.level);
});

describe('any tree', () => {
  const trees = fc
    .array(
      fc.tuple(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom('nsubj', 'acl:relcl', 'x'),
      ),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((words) =>
      tree(
        words.map(([form, head, relation], i) => [
          form,
          i === 0 ? -1 : head % 3 === 0 ? 0 : head % i,
          relation,
        ]),
      ),
    );

  test('has one arc a word, inside the drawing, wide enough for its label', () => {
    fc.assert(
      fc.property(trees, (sentence) => {
        const { arcs, words, width, wordY, sizes } = drawTree(sentence);
        expect(arcs.map(({ dependent }) => dependent)).toEqual(words.map(({ index }) => index));
        for (const arc of arcs) {
          expect(arc.label.y).toBeGreaterThan(sizes.label / 2);
          expect(arc.label.y).toBeLessThan(wordY);
          for (const x of [...arc.line.matchAll(/[MH](-?[\d.]+)/gu)].map(([, x]) => Number(x))) {
            expect(x).toBeLessThan(width);
          }
          if (arc.head >= 0) expect(straight(arc)).toBeGreaterThan(textWidth(arc.relation, sizes.label));
        }
      }),
    );
  });
});

/** Length of the level stretch of an arc, negative when its corners overlap. */
function straight({ line }: DrawnArc): number {
  const [, from, to, end] = /Q\S+ \S+ (\S+) \S+H(\S+)Q(\S+)/.exec(line) ?? [];
  return (Number(to) - Number(from)) * Math.sign(Number(end) - Number(from));
}
