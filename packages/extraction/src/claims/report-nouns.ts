import type { Token } from '@trucewatch/language';
import { reference } from '../actors/actors-of-phrase.ts';
import type { Line } from '../document.ts';
import type { Attribution } from './attributions.ts';

const tellingNouns = new Set(['report', 'claim', 'allegation', 'rumour', 'rumor', 'accusation']);

/** "amid reports that …", "reports surfaced that …": nobody is named, but it is not the narrator who says it. */
export function reportsTold(line: Line): Attribution[] {
  return line.tokens.flatMap((noun): Attribution[] => {
    if (!tellingNouns.has(noun.lemma) || !isNoun(noun, line)) return [];
    const head = line.tree.headOf(noun);
    // "denied accusations that …": who denies speaks.
    if (head && noun.relation === 'obj' && /^(?:deny|reject|dismiss|refute|rebut|dispute)$/u.test(head.lemma))
      return [];
    const said =
      line.tree.children(noun, 'acl', 'ccomp', 'acl:relcl').find((child) => opensWithThat(child, line)) ??
      (noun.relation === 'nsubj' &&
      head &&
      /^(?:surface|emerge|circulate|spread|come|say|suggest|indicate)$/u.test(head.lemma)
        ? line.tree.children(head, 'ccomp', 'advcl', 'xcomp').find((child) => opensWithThat(child, line))
        : undefined);
    const next = line.tree.tokens[noun.index + 1];
    const amid = line.tree.tokens[noun.index - 1]?.lower === 'amid' && noun.lower.endsWith('s');
    if (!said && next?.lower !== 'that' && !(amid && next && /^(?:PROPN|PRON|DET)$/u.test(next.upos)))
      return [];
    const first = line.tree.children(noun, 'amod', 'compound', 'nmod:poss')[0] ?? noun;
    const range = { start: Math.min(first.start, noun.start), end: noun.end };
    // "amid reports that …": where the tree hangs it elsewhere, what follows is reported.
    const { start, end } = said ? line.tree.span(said) : { start: next?.start ?? noun.end, end: line.end };
    return [
      {
        by: reference(line, range),
        polarity: 'asserts',
        ...range,
        from: start,
        to: end,
        clause: null,
        accused: [],
      },
    ];
  });
}

/** "amid reports that": the tagger may take it for a verb. */
function isNoun(word: Token, line: Line): boolean {
  const before = line.tree.tokens[word.index - 1];
  return word.upos === 'NOUN' || before?.upos === 'ADP' || before?.upos === 'DET' || before?.lower === 'amid';
}

function opensWithThat(clause: Token, line: Line): boolean {
  return line.tree.children(clause, 'mark').some(({ lower }) => lower === 'that');
}
