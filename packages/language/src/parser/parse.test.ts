import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, type Sentence, toConllu } from './index.ts';

function only(text: string): Sentence {
  const sentences = parse(text);
  expect(sentences).toHaveLength(1);
  return sentences[0] as Sentence;
}

function isTree({ tokens }: Sentence): boolean {
  const roots = tokens.filter(({ head }) => head < 0);
  return (
    roots.length === 1 &&
    tokens.every((token) => {
      let at = token;
      for (let steps = 0; at.head >= 0; steps++) {
        const head = tokens[at.head];
        if (!head || steps > tokens.length) return false;
        at = head;
      }
      return true;
    })
  );
}

describe('who did what to whom', () => {
  const agentAndPatient = (text: string, verb: string) => {
    const sentence = only(text);
    const found = sentence.tokens.find((token) => token.text === verb);
    if (!found) throw new Error(`No ${verb} in ${text}`);
    return {
      agent: sentence.child(found, 'nsubj', 'obl:agent')?.text,
      patient: sentence.child(found, 'obj', 'nsubj:pass')?.text,
    };
  };

  test.each([
    ['The army shelled the village.', 'shelled', { agent: 'army', patient: 'village' }],
    ['The village was shelled by the army.', 'shelled', { agent: 'army', patient: 'village' }],
    ['A convoy was attacked on Sunday.', 'attacked', { agent: undefined, patient: 'convoy' }],
    [
      'The ministry said that rebels had seized the bridge.',
      'seized',
      { agent: 'rebels', patient: 'bridge' },
    ],
  ])('%s', (text, verb, expected) => {
    expect(agentAndPatient(text, verb)).toEqual(expected);
  });

  test('a report in capitals is read like any other', () => {
    const sentence = only('THE GUERRILLAS ATTACKED A POLICE STATION IN THE CAPITAL.');
    const verb = sentence.tokens.find((token) => token.text === 'ATTACKED');
    expect(verb?.upos).toBe('VERB');
    expect(verb && sentence.child(verb, 'nsubj')?.text).toBe('GUERRILLAS');
  });
});

describe('the tree', () => {
  test('gives lemmas, subtrees and spans', () => {
    const text = 'Troops bombed three small towns near the border.';
    const sentence = only(text);
    const towns = sentence.tokens.find((token) => token.text === 'towns');
    if (!towns) throw new Error('No towns');
    expect(sentence.root?.lemma).toBe('bomb');
    expect(towns.lemma).toBe('town');
    const { start, end } = sentence.span(towns);
    expect(text.slice(start, end)).toContain('three small towns');
  });

  test('is written as CoNLL-U, one token a line, with its sentence', () => {
    const text = 'Guns fell silent.';
    const lines = toConllu('a1', text, parse(text)).split('\n');
    expect(lines.slice(0, 2)).toEqual(['# sent_id = a1-1', '# text = Guns fell silent.']);
    const columns = lines.slice(2, 6).map((line) => line.split('\t'));
    expect(columns.map(([id, form]) => [id, form])).toEqual([
      ['1', 'Guns'],
      ['2', 'fell'],
      ['3', 'silent'],
      ['4', '.'],
    ]);
    expect(columns.every((fields) => fields.length === 10)).toBe(true);
    expect(columns[2]?.[9]).toBe('SpaceAfter=No');
  });
});

describe('laws', () => {
  const words = fc.constantFrom(
    'the',
    'army',
    'said',
    'rebels',
    ',',
    'killed',
    '.',
    'who',
    '"',
    '(',
    ')',
    'and',
    'by',
    'truce',
    'U.S.',
    '13',
    '-',
    '\n',
    'THE',
    '“',
    '—',
  );
  const news = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ maxLength: 300 }),
    news,
  );

  test('whatever the text: offsets reproduce the tokens, in order, and every sentence is one tree', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const sentence of parse(text)) {
          expect(isTree(sentence)).toBe(true);
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            last = token.end;
          }
        }
        // Nothing but white space lies between the tokens.
        const covered = parse(text).flatMap(({ tokens }) => tokens.map((token) => token.text));
        expect(covered.join('')).toBe(text.replace(/[\s\u0085]/gu, ''));
      }),
      { numRuns: 3_000 },
    );
  });

  test('a sentence of ten thousand words is one tree', () => {
    expect(isTree(only(`Troops ${'and rebels '.repeat(5_000)}fled.`))).toBe(true);
  });
});
