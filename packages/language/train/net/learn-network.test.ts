import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allSpellingRows } from '../../src/parser/net/word-features.ts';
import { ExampleMaker } from '../examples.ts';
import { fixedVectors } from '../fixed-vectors.ts';
import { normalFrom, randomFrom } from '../random.ts';
import { readTreebank } from '../read-treebank.ts';
import { LearningNetwork } from './learn-network.ts';

const sentences = readTreebank(join(import.meta.dirname, '../../treebank/conflict.conllu')).slice(0, 24);

function train(steps: number): { losses: number[]; values: Float32Array } {
  const maker = new ExampleMaker(sentences, fixedVectors());
  const examples = sentences.map((sentence) => maker.make(sentence));
  const random = randomFrom(5);
  const network = new LearningNetwork(
    {
      tags: maker.tags.length,
      relations: maker.relations.length,
      rows: maker.wordRows + allSpellingRows,
      most: 600,
    },
    random,
    normalFrom(random),
  );
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const loss = network.learn(examples, 3e-3);
    losses.push(loss.reduce((sum, one) => sum + one, 0));
  }
  return { losses, values: network.parameters.values.slice() };
}

describe('training', () => {
  test('learns: what is wrong shrinks, by gradients that point the right way', () => {
    const { losses } = train(25);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses.at(-1)).toBeLessThan((losses[0] as number) / 2);
  });

  test('gives the same numbers each time', () => {
    expect(train(3).values).toEqual(train(3).values);
  });
});
