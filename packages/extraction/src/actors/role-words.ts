import roleLists from '../../data/roles.json' with { type: 'json' };
import type { RolePeriod } from './actor-row.ts';

export type Role = RolePeriod['role'];

const roleOf = new Map<string, Role>();
/** First words of names of roles that have several. */
const openers = new Set<string>();
let longest = 1;
for (const [role, list] of Object.entries(roleLists))
  for (const phrase of list.split('|')) {
    roleOf.set(phrase, role as Role);
    const words = phrase.split(' ');
    longest = Math.max(longest, words.length);
    if (words.length > 1) openers.add(words[0] as string);
  }

/** Words behind which the head of a phrase lies: "director | of central intelligence". */
const opensTail = new Set([
  'of',
  'in',
  'from',
  'for',
  'at',
  'on',
  'across',
  'with',
  'by',
  'near',
  'who',
  'that',
]);

/** Who has left: "retired", "former". */
export const former = /\b(?:former|ex|retired|onetime|one-time|late|ousted|deposed|outgoing|then)\b[- ]/u;

interface RoleWord {
  role: Role;
  /** Its word says what somebody does, another word for whom: "rebel spokesman". */
  light: boolean;
  words: number;
  inHead: boolean;
}

/**
 * The role that a phrase's words name, in PLOVER's codes: the longest of its phrases in the head, else in its
 * tail ("members of the army"); of two equally long ones the last, which is the head of an English compound. Words are folded.
 */
export function roleInWords(words: readonly string[]): Role | undefined {
  const tail = words.findIndex((word) => opensTail.has(word));
  let best: RoleWord | undefined;
  for (let start = 0; start < words.length; start++) {
    const most = openers.has(words[start] as string) ? longest : 1;
    for (let count = Math.min(most, words.length - start); count > 0; count--) {
      const phrase = words.slice(start, start + count);
      const role = lookUp(phrase);
      if (!role) continue;
      const light =
        count === 1 && lightHeads.has((phrase[0] ?? '').replace(/s$/u, '').replace(/men$/u, 'man'));
      const found = { role, light, words: count, inHead: tail < 0 || start < tail };
      if (!best || beats(found, best)) best = found;
      start += count - 1;
      break;
    }
  }
  return best?.role;
}

function beats(found: RoleWord, best: RoleWord): boolean {
  if (vague.has(best.role) !== vague.has(found.role)) return vague.has(best.role);
  if (found.light !== best.light && found.inHead === best.inHead) return best.light;
  if (found.inHead !== best.inHead) return found.inHead && found.words >= best.words;
  return found.words >= best.words;
}

/** Heads that take their role from the word before them: "police chief", "rebel commander", "union official". */
const lightHeads: ReadonlySet<string> = new Set(
  'leader chief official spokesman spokeswoman spokesperson commander adviser advisor negotiator president secretary director chairman force troop soldier delegation authority'.split(
    ' ',
  ),
);

/** "20 men", "savages": no role as soon as another word names one. */
const vague: ReadonlySet<Role> = new Set(['UNK', 'JNK']);

/** A phrase as it stands or in the singular. */
function lookUp(words: readonly string[]): Role | undefined {
  const phrase = words.join(' ');
  const last = words.at(-1) ?? '';
  const stem = phrase.slice(0, phrase.length - last.length);
  for (const form of [last, ...singulars(last)]) {
    const role = roleOf.get(stem + form);
    if (role) return role;
  }
  return undefined;
}

/** What a plural by rule may be the plural of: "armies", "churches", "gunmen", "thieves", "rebels". */
function singulars(word: string): string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('men')) return [`${word.slice(0, -3)}man`];
  if (word.endsWith('ves')) return [`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`, word.slice(0, -1)];
  if (word.endsWith('es')) return [word.slice(0, -2), word.slice(0, -1)];
  return word.endsWith('s') ? [word.slice(0, -1)] : [];
}
