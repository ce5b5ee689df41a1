import { describe, expect, it } from 'vitest';
import { lemmaByRule } from './lemma.ts';

describe('lemmas by spelling', () => {
  it.each([
    ['rebuffed', 'rebuff'],
    ['decreed', 'decree'],
    ['hopped', 'hop'],
    ['passed', 'pass'],
    ['patrolled', 'patrol'],
    ['repelled', 'repel'],
    ['quelled', 'quell'],
  ])('the base form of %s is %s, though no list knows the verb', (form, lemma) => {
    expect(lemmaByRule(form, form, 'VERB', 'VBD', new Set())).toBe(lemma);
  });
});
