import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairTree } from './repairs.ts';
import type { Token } from './tree.ts';

/** A tree as a line: each word as `form/UPOS/XPOS/head/relation`, heads counted from 1, 0 for the root. */
function tree(line: string): Token[] {
  let start = 0;
  return line.split(' ').map((entry, index) => {
    const [text = '', upos = '', xpos = '', head = '0', relation = ''] = entry.split('/');
    const token = {
      index,
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      lemma: text.toLowerCase(),
      upos,
      xpos,
      head: Number(head) - 1,
      relation,
    };
    start = token.end + 1;
    return token;
  });
}

function repaired(line: string): string[] {
  const tokens = tree(line);
  repairTree(tokens, (form) => form.toLowerCase());
  return tokens.map(({ text, head, relation }) => `${text} ${relation} ${tokens[head]?.text ?? '-'}`);
}

describe('repairs', () => {
  test('a participle after a noun gives the subject back to the verb', () => {
    const words = repaired(
      'Missiles/NOUN/NNS/2/nsubj fired/VERB/VBN/5/advcl from/ADP/IN/4/case trucks/NOUN/NNS/2/obl hit/VERB/VBD/0/root homes/NOUN/NNS/5/obj',
    );
    expect(words).toContain('Missiles nsubj hit');
    expect(words).toContain('fired acl Missiles');
  });

  test('who speaks after "in a statement" without a comma is no part of it', () => {
    const apposed =
      'In/ADP/IN/3/case a/DET/DT/3/det statement/NOUN/NN/6/obl the/DET/DT/5/det ministry/NOUN/NN/3/appos say/VERB/VBP/0/root so/ADV/RB/6/advmod';
    expect(repaired(apposed)).toEqual(
      expect.arrayContaining(['statement obl say', 'ministry nsubj say', 'In case statement']),
    );
    const joined =
      'In/ADP/IN/4/case a/DET/DT/4/det statement/NOUN/NN/4/compound Ostra/PROPN/NNP/5/nsubj say/VERB/VBP/0/root so/ADV/RB/5/advmod';
    expect(repaired(joined)).toEqual(
      expect.arrayContaining([
        'statement obl say',
        'Ostra nsubj say',
        'In case statement',
        'a det statement',
      ]),
    );
  });

  test('a by-phrase belongs to the passive before it, not to the participle after it', () => {
    const words = repaired(
      'spoken/VERB/VBN/0/root by/ADP/IN/3/case villagers/NOUN/NNS/4/obl:agent driven/VERB/VBN/1/obl away/ADV/RB/4/advmod',
    );
    expect(words).toContain('villagers obl:agent spoken');
    expect(words).toContain('driven acl villagers');
  });

  test("a passive's by-phrase says who does it, unless it says by how much, by when or by which means", () => {
    const by = (noun: string, tag = 'NNS') =>
      repaired(
        `roads/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass blocked/VERB/VBN/0/root by/ADP/IN/5/case ${noun}/NOUN/${tag}/3/obl`,
      ).at(-1);
    expect(by('farmers')).toBe('farmers obl:agent blocked');
    expect(by('noon', 'NN')).toBe('noon obl blocked');
    expect(by('means', 'NN')).toBe('means obl blocked');
    expect(by('half', 'NN')).toBe('half obl blocked');
  });

  test('of two subjects the first belongs to the verb that has none', () => {
    const words = repaired(
      'bridges/NOUN/NNS/3/nsubj engineers/NOUN/NNS/3/nsubj mined/VERB/VBD/0/root collapsed/VERB/VBD/3/ccomp',
    );
    expect(words).toContain('bridges nsubj collapsed');
    expect(words).toContain('mined acl:relcl bridges');
    expect(words).toContain('collapsed root -');
  });

  test('what commas set off is no main verb', () => {
    const words = repaired(
      'truce/NOUN/NN/3/nsubj ,/PUNCT/,/3/punct announced/VERB/VBD/0/root Sunday/PROPN/NNP/3/obl ,/PUNCT/,/6/punct held/VERB/VBD/3/ccomp',
    );
    expect(words).toContain('truce nsubj held');
    expect(words).toContain('announced acl truce');
  });

  test('a noun before the verb of a headline is its subject', () => {
    expect(repaired('Navy/NOUN/NN/2/compound sinks/VERB/VBZ/0/root boat/NOUN/NN/2/nmod')).toEqual([
      'Navy nsubj sinks',
      'sinks root -',
      'boat obj sinks',
    ]);
  });

  test('a good tree stays as it is', () => {
    expect(
      repaired(
        'Rebels/NOUN/NNS/2/nsubj shelled/VERB/VBD/0/root towns/NOUN/NNS/2/obj yesterday/NOUN/NN/2/obl',
      ),
    ).toEqual(['Rebels nsubj shelled', 'shelled root -', 'towns obj shelled', 'yesterday obl shelled']);
  });

  test('whatever the tree, it is one tree afterwards', () => {
    const word = fc.record({
      text: fc.constantFrom('truce', ',', 'held', 'by', 'army', 'bombing', 'to'),
      tags: fc.constantFrom('NOUN/NN', 'VERB/VBD', 'VERB/VBN', 'VERB/VB', 'PUNCT/,', 'ADP/IN', 'PROPN/NNP'),
      relation: fc.constantFrom(
        'nsubj',
        'obj',
        'obl',
        'advcl',
        'acl',
        'ccomp',
        'conj',
        'compound',
        'nmod',
        'mark',
      ),
      above: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        // Each word hangs on an earlier one, the first on nothing: any order of words, always a tree.
        const line = words.map(
          ({ text, tags, relation, above }, i) =>
            `${text}/${tags}/${i === 0 ? 0 : (above % i) + 1}/${i === 0 ? 'root' : relation}`,
        );
        const tokens = tree(line.join(' '));
        repairTree(tokens, (form) => form);
        expect(tokens.filter(({ head }) => head < 0)).toHaveLength(1);
        for (const token of tokens) {
          let at: Token | undefined = token;
          for (let steps = 0; at; steps++) {
            expect(steps).toBeLessThanOrEqual(tokens.length);
            at = tokens[at.head];
          }
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
