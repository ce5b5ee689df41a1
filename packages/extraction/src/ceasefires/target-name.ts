import { weapons } from '../actors/actor-nouns.ts';
import type { Candidate, TruceNameDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import { nameAt } from './name-at.ts';
import type { Token } from './truce-slots.ts';

/** What is struck or spared: the word before it says of which kind. */
export const targets: ReadonlySet<string> = new Set(
  'facility infrastructure installation plant target object site grid network system sector supply strike attack raid raids shelling bombing asset'.split(
    ' ',
  ),
);

/** "agreed to halt strikes on energy infrastructure": energy. */
export function haltedTarget({ line, start, end }: Candidate): { noun: Token; name: TruceNameDraft } | null {
  for (const { verb, patients } of line.clauses) {
    const at = line.tokens[verb.head]?.start ?? -1;
    if (at < start || at >= end) continue;
    for (const { head } of patients) {
      const noun = line.tree.tokens[head];
      const name = noun && targetOf(noun, line);
      if (name) return { noun, name };
    }
  }
  return null;
}

/** "on energy facilities", "on drone attacks on energy infrastructure": energy. */
export function targetOf(noun: Token, line: Line): TruceNameDraft | null {
  if (!targets.has(noun.lemma) && !targets.has(noun.lower)) return null;
  const deeper = line.tree.children(noun, 'nmod').find(({ lemma }) => targets.has(lemma));
  if (deeper) return targetOf(deeper, line);
  const kind = line.tree.children(noun, 'compound').at(-1);
  return kind?.upos === 'NOUN' && !isMeans(kind, line) ? nameAt(kind.lower, line, kind) : null;
}

const means: ReadonlySet<string> = new Set('air missile rocket mortar suicide bomb ground'.split(' '));

/** "drone strikes", "long-range strikes": by what, not on what. */
function isMeans({ lower, index }: Token, { tokens }: Line): boolean {
  const isJoined = tokens[index - 1]?.lower === '-';
  return isJoined || means.has(lower) || weapons.has(lower) || weapons.has(`${lower}s`);
}
