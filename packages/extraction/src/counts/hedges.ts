import type { Count } from '@trucewatch/schema';

const hedges: readonly (readonly [string, Count['qualifier']])[] = [
  ['at least', 'at_least'],
  ['atleast', 'at_least'],
  ['no fewer than', 'at_least'],
  ['not fewer than', 'at_least'],
  ['no less than', 'at_least'],
  ['not less than', 'at_least'],
  ['a minimum of', 'at_least'],
  ['more than', 'more_than'],
  ['over', 'more_than'],
  ['upwards of', 'more_than'],
  ['upward of', 'more_than'],
  ['in excess of', 'more_than'],
  ['exceeding', 'more_than'],
  ['exceeded', 'more_than'],
  ['exceeds', 'more_than'],
  ['higher than', 'more_than'],
  ['higher than the', 'more_than'],
  ['greater than', 'more_than'],
  ['greater than the', 'more_than'],
  ['above', 'more_than'],
  ['up to', 'up_to'],
  ['as many as', 'up_to'],
  ['at most', 'up_to'],
  ['no more than', 'up_to'],
  ['not more than', 'up_to'],
  ['a maximum of', 'up_to'],
  ['fewer than', 'up_to'],
  ['less than', 'up_to'],
  ['under', 'up_to'],
  ['about', 'about'],
  ['around', 'about'],
  ['some', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['close to', 'about'],
  ['circa', 'about'],
  ['well over', 'more_than'],
];
/** Hedges by their last word, longest first: one look a number. */
const byLastWord = new Map<string, { words: string[]; qualifier: Count['qualifier'] }[]>();
for (const [text, qualifier] of hedges) {
  const words = text.split(' ');
  const list = [...(byLastWord.get(words.at(-1) ?? '') ?? []), { words, qualifier }];
  byLastWord.set(
    words.at(-1) ?? '',
    list.sort((a, b) => b.words.length - a.words.length),
  );
}

/** The hedge that ends right before a token, and where it begins. */
export function hedgeBefore(
  words: readonly string[],
  at: number,
): { qualifier: Count['qualifier']; from: number; below: boolean } | null {
  for (const hedge of byLastWord.get(words[at - 1] ?? '') ?? []) {
    const from = at - hedge.words.length;
    if (from >= 0 && hedge.words.every((word, i) => words[from + i] === word))
      return {
        qualifier: hedge.qualifier,
        from,
        below: /^(?:fewer|less|under)$/u.test(hedge.words[0] ?? ''),
      };
  }
  return null;
}
