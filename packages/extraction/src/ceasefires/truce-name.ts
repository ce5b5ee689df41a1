import { weapons } from '../actors/actor-nouns.ts';
import { type Role, roleInWords } from '../actors/role-words.ts';
import type { Candidate, TruceNameDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { months, seasons, weekdays } from '../times/time-words.ts';
import { nameBehind } from './name-behind.ts';
import { occasions } from './occasions.ts';
import { isOfWar } from './place-of-truce.ts';
import { haltedTarget } from './target-name.ts';
import { givings } from './term-words.ts';
import { type TruceMention, truceMentions } from './truce-mentions.ts';
import type { Token } from './truce-slots.ts';

/** Adjectives that say where or on what a truce holds. Any other judges it, counts it or says whose it is. */
const ofExtent: ReadonlySet<string> = new Set(
  'nationwide countrywide national local localised localized regional municipal provincial maritime naval aerial coastal urban sectoral'.split(
    ' ',
  ),
);

/** Verbs of headlines that pass for nouns: "Leaders sign ceasefire". */
const headlineVerbs: ReadonlySet<string> = new Set(
  'sign order call end halt break vote demand push bid offer plan deal talk hope fear fight risk mark face eye back near pledge promise breach reject accept seek hold keep set reach strike welcome hail slam blast threaten vow announce declare agree extend renew broker violate test watch report say'.split(
    ' ',
  ),
);

/** Nouns before a truce that say how far it has come or of what make it is, not what it is for. */
const ofMake: ReadonlySet<string> = new Set(
  'draft trial interim stopgap emergency peace lull landmark compromise proposal breakthrough sham paper test mini phase round key goodwill gesture deadline start blanket proxy model shuttle ad hoc new status record surprise framework standstill side ground war prime conflict second minute hour day night week weekend fortnight month year midnight noon dawn dusk morning evening afternoon eve today yesterday tomorrow term time date long no all any both full stage step package plan initiative core joint cross general last first third'.split(
    ' ',
  ),
);

/** Behind these a place says more. */
const ofSomePart: ReadonlySet<string> = new Set(
  'local localised localized regional municipal provincial urban'.split(' '),
);

/** How the text names the truce of a candidate apart from others: by words before its noun, else by those behind it. */
export function truceNameOf(candidate: Candidate, story: Story): TruceNameDraft | null {
  const mention = mentionOf(candidate);
  if (!mention) return haltedTarget(candidate)?.name ?? null;
  return nameOfMention(mention, candidate, story);
}

/** The name that the words around a mention give. */
export function nameOfMention(
  mention: TruceMention,
  told: Pick<Candidate, 'line' | 'clause'>,
  story: Story,
): TruceNameDraft | null {
  if (mention.plural) return null;
  const before = nameBefore(mention, told.line, story);
  if (before && !before.words.split(' ').every((word) => ofSomePart.has(word))) return before;
  return nameBehind(mention, told, story) ?? before;
}

/** The mention on which a candidate stands: at one end of it lies its noun, at the other its verb. */
export function mentionOf({ line, start, end }: Candidate): TruceMention | undefined {
  const within = truceMentions(line).filter((mention) => mention.start < end && start < mention.end);
  return within.find((mention) => mention.start === start || mention.end === end) ?? within[0];
}

/** "energy ceasefire", "the Black Sea truce", "a shaky, US-brokered 60-day local ceasefire". */
function nameBefore(mention: TruceMention, line: Line, story: Story): TruceNameDraft | null {
  const kept: Token[][] = [];
  const described = wordsBefore(mention, line);
  for (const [index, word] of described.entries()) {
    const start = (word[0] as Token).start;
    const place = line.places.find((one) => one.start <= start && start < one.end);
    const names = place ? isOfWar(place, line, story) : isTelling(word, described[index + 1], line);
    if (names) kept.push(word);
  }
  const tokens = kept.flat();
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return null;
  const words = kept
    .flatMap((word) => word.flatMap((token) => (isHyphen(token) ? [] : token.lower)))
    .join(' ');
  return { words, line, start: first.start, end: last.end };
}

/** So many words before its noun a truce is described in. */
const farthest = 12;

/** The words before the noun within its phrase, in order, each with what hyphens join to it: "60-day", "US-brokered". */
function wordsBefore(mention: TruceMention, line: Line): Token[][] {
  const { tokens } = line.tree;
  let first = mention.head;
  while (
    first > 0 &&
    mention.head - first < farthest &&
    isBefore(tokens[first - 1] as Token, tokens, mention)
  )
    first--;
  const words: Token[][] = [];
  for (let i = first; i < mention.head; i++) {
    const token = tokens[i] as Token;
    const last = words.at(-1)?.at(-1);
    const joins =
      last?.end === token.start && (isHyphen(token) || isHyphen(last) || token.relation === 'case');
    if (joins) words.at(-1)?.push(token);
    else if (token.upos !== 'PUNCT') words.push([token]);
  }
  return words;
}

function isHyphen({ lower }: Token): boolean {
  return lower === '-' || lower === '–' || lower === '‑';
}

/** Whether a token belongs to what describes the truce: it hangs, through other such words, on the noun. */
function isBefore(token: Token, tokens: readonly Token[], mention: TruceMention): boolean {
  if (/^(?:DET|ADP|PRON|AUX|SCONJ)$/u.test(token.upos)) return false;
  let at: Token | undefined = token;
  for (let steps = 0; at && steps < 5; steps++) {
    if (at.index >= mention.head) return at.index <= mention.last;
    at = tokens[at.head];
  }
  return false;
}

/** Whether a word, no place, tells what the truce is for. */
function isTelling(word: readonly Token[], next: readonly Token[] | undefined, line: Line): boolean {
  const bare = word.filter((token) => !isHyphen(token));
  const last = bare.at(-1);
  if (!last || last.lower === "'s" || last.lower === "'") return false;
  if (line.actors.some((actor) => actor.start < last.end && (word[0] as Token).start < actor.end))
    return false;
  if (bare.some(({ lower }) => occasions.has(lower) || ofExtent.has(lower))) return true;
  if (bare.some((token) => !isPlainNoun(token))) return false;
  const isGiven = next?.some(({ lemma }) => givings.has(lemma)) === true;
  return isGiven || !isSide(last.lower);
}

/** Roles of those who fight or make truces: "the rebel truce", unlike "the school truce". */
const sides: ReadonlySet<string | undefined> = new Set<Role>([
  'COP',
  'CVL',
  'GOV',
  'IGO',
  'IMG',
  'JNK',
  'LEG',
  'MIL',
  'OPP',
  'PRE',
  'PRM',
  'PTY',
  'REB',
  'UAF',
  'UNK',
]);

function isSide(word: string): boolean {
  return sides.has(roleInWords([word])) && !weapons.has(word) && !weapons.has(`${word}s`);
}

function isPlainNoun({ lower, lemma, upos }: Token): boolean {
  return (
    upos === 'NOUN' &&
    !ofMake.has(lower) &&
    !ofMake.has(lemma) &&
    !headlineVerbs.has(lower) &&
    !months.has(lower) &&
    !weekdays.has(lower) &&
    !seasons.has(lower) &&
    /^\p{L}{3,}$/u.test(lower)
  );
}
