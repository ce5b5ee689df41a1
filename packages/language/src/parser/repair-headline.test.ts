import { describe, expect, test } from 'vitest';
import { analyse } from '../analyse.ts';

/** Verb, subjects and object of a line, as the tree has them. */
function told(line: string): string {
  const [sentence] = analyse(line).sentences;
  const tree = sentence?.tree;
  const root = tree?.root;
  if (!tree || root?.upos !== 'VERB') return '';
  const subject = tree.child(root, 'nsubj');
  const names = subject ? [subject, ...tree.children(subject, 'conj')].map(({ text }) => text) : [];
  return `${names.join('+')} ${root.lemma} ${tree.child(root, 'obj')?.text ?? ''}`.trim();
}

describe('verbs of headlines that look like nouns', () => {
  test.each([
    ['Kyiv strikes refinery near Samara', 'Kyiv strike refinery'],
    ['Houthis fire missile at Israel', 'Houthis fire missile'],
    ['Taliban free two Americans in swap', 'Taliban free Americans'],
    ['Armenia, Azerbaijan trade blame over border clash', 'Armenia+Azerbaijan trade blame'],
    ['Gaza truce: Hamas hands over four bodies', 'Hamas hand bodies'],
  ])('%s', (line, parts) => {
    expect(told(line)).toBe(parts);
  });

  test.each(['Quetta market bomb blast', 'Rebel attacks in Congo', 'Israeli strikes damage survey'])(
    'no verb in: %s',
    (line) => {
      expect(told(line)).toBe('');
    },
  );

  test('the parts of a headline are sentences of their own', () => {
    expect(analyse('Pakistan jets pound hideouts in Khost; Kabul vows revenge').sentences.length).toBe(2);
    expect(analyse('THE GUNS STOP AT 4:00 A.M. ON SATURDAY, THE ARMY SAID.').sentences.length).toBe(1);
  });
});
