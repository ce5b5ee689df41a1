import type { Token } from '@trucewatch/language';

const negations = new Set(['no', 'not', "n't", 'never', 'without', 'neither', 'nor', 'none', 'nobody']);
/** So far before a number a "not" still denies it. */
const reach = 4;

/** "none of the 12 was hurt", "did not kill 12": what did not happen counts nobody. "No fewer than 12" and "not only" do. */
export function isDenied(tokens: readonly Token[], words: readonly string[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - reach); i--) {
    const word = words[i] ?? '';
    if (word === ',' || word === ';' || word === 'and' || word === 'but') return false;
    if (!negations.has(word)) continue;
    if (word === 'not' && /^(?:only|just|least|fewer|less)$/u.test(words[i + 1] ?? '')) return false;
    return word !== 'no' || tokens[i + 1]?.upos !== 'NOUN' || i === from - 1;
  }
  return false;
}
