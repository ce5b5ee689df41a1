import type { TruceNameDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import { nameAt } from './name-at.ts';
import { occasions } from './occasions.ts';
import type { TruceMention } from './truce-mentions.ts';
import type { Token } from './truce-slots.ts';

/** "for the floods": flood; "for the feast of Eid al-Adha": eid al-adha. */
export function occasion(head: Token, line: Line): TruceNameDraft {
  const of = occasions.has(head.lemma) ? line.tree.child(head, 'nmod') : undefined;
  return wholeName(of && isOccasion(of, line) ? of : head, line);
}

/** So many words behind a truce it is said what for. */
const farthest = 16;

/** "The truce that the army declared for Eid", "declared a ceasefire with all groups for the floods". */
export function occasionApart(mention: TruceMention, line: Line): TruceNameDraft | null {
  const { tree } = line;
  for (let i = mention.last + 1; i <= mention.last + farthest; i++) {
    const token = tree.tokens[i];
    if (!token || (token.upos === 'VERB' && !token.relation.startsWith('acl'))) return null;
    const phrase = token.lower === 'for' && token.relation === 'case' ? tree.headOf(token) : undefined;
    if (phrase && isOccasion(phrase, line)) return occasion(phrase, line);
  }
  return null;
}

/** The noun with the names beside it, "Orthodox Easter", "Eid al-Adha"; a feast that has a name is called by it. */
function wholeName(noun: Token, line: Line): TruceNameDraft {
  const { tokens } = line.tree;
  const isName = (at: number): boolean => {
    const token = tokens[at];
    return (
      token !== undefined && (occasions.has(token.lower) || token.upos === 'PROPN' || token.lower === '-')
    );
  };
  let first = noun.index;
  let last = noun.index;
  while (isName(first - 1)) first--;
  while (isName(last + 1)) last++;
  if (last > first && plainFeasts.has(tokens[last]?.lemma ?? '')) last--;
  const start = tokens[first]?.start ?? noun.start;
  const end = tokens[last]?.end ?? noun.end;
  const words = first === last ? noun.lemma : line.source.slice(start, end);
  return nameAt(words.toLowerCase(), line, { start, end });
}

const plainFeasts: ReadonlySet<string> = new Set(['holiday', 'feast', 'festival']);

export function isOccasion(token: Token, line: Line): boolean {
  return (
    occasions.has(token.lower) ||
    occasions.has(token.lemma) ||
    line.tree.children(token, 'compound', 'flat').some(({ lower }) => occasions.has(lower))
  );
}
