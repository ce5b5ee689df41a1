import type { Phrase } from '@trucewatch/language';
import { type Line, wordsOf } from '../document.ts';
import { isAttackObject, isWeapon } from '../frames/attack-words.ts';
import type { Story } from '../story.ts';
import { actorNouns, genericActors, weapons } from './actor-nouns.ts';
import type { ActorRef } from './actor-ref.ts';
import { actorsOf, reference, trimmed } from './actors-of-phrase.ts';
import { pairNear } from './pair-near.ts';
import { peoplesIn } from './peoples.ts';
import { roleInWords } from './role-words.ts';
import { sideByRole } from './side-by-role.ts';

/** Words that stand for people without saying who: no actor. */
const anybody = new Set(
  'people person persons others other dead bodies victims victim casualties number some many most all none one several more total dozens scores hundreds thousands million area region side thing enemy men bomber attacker attackers'.split(
    ' ',
  ),
);
const machines = new Set(
  'warplane jet plane aircraft helicopter gunship tank defences defenses defence defense warship ship'.split(
    ' ',
  ),
);

/**
 * Who takes part in what is told: the actors that are known, and where a phrase names none of them whom it names
 * none the less: "herders", "the coal miners", a name that no list has ("Varenia"), "its forces".
 */
export function participantsOf(phrases: readonly Phrase[], line: Line, story: Story): ActorRef[] {
  return phrases.flatMap((phrase) => {
    const first = line.tokens[phrase.first]?.lower;
    if (first === 'neither' || first === 'no')
      return pairNear(line, story) &&
        /^(?:party|side|parties|sides)$/u.test(line.tokens[phrase.head]?.lower ?? '')
        ? (pairNear(line, story) ?? []).map((side) => ({ ...side, resolvedBy: `pair-at-war: ${first}` }))
        : [];
    const peoples = peoplesIn(phrase, line, story);
    if (peoples.length > 0) return peoples;
    const known = actorsOf([phrase], line, story).filter(
      ({ id }) => id !== undefined || !anybody.has(line.tokens[phrase.head]?.lower ?? ''),
    );
    if (known.some(({ id }) => id !== undefined)) return known;
    const both = sidesAfter(phrase, line, story);
    if (both.length > 0) return both;
    const owner = possessor(phrase, line, story);
    if (owner.length > 0) return owner;
    return unlisted(phrase, line, story);
  });
}

/** "fighters of both sides". */
function sidesAfter(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  if (!pairNear(line, story) || phrase.extent <= phrase.last) return [];
  const at = line.tokens.slice(phrase.last + 1, phrase.extent + 1).findIndex(({ lower }) => lower === 'both');
  const next = line.tokens[phrase.last + 2 + at]?.lower ?? '';
  if (at < 0 || !/^(?:sides|parties|armies|countries)$/u.test(next)) return [];
  return (pairNear(line, story) ?? []).map((side) => ({ ...side, resolvedBy: `pair-at-war: both ${next}` }));
}

/** "its fighters", "their army": those whose they are, named in a clause before. */
function possessor(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const head = line.tokens[phrase.head];
  const own = line.tokens
    .slice(phrase.first, phrase.head)
    .find(({ xpos, upos, relation }) => xpos === 'PRP$' || (upos === 'PRON' && relation === 'nmod:poss'));
  if (!own || !head) return [];
  const belongs =
    actorNouns.has(head.lower) ||
    genericActors.has(head.lower) ||
    weapons.has(head.lower) ||
    machines.has(head.lemma) ||
    head.lower === 'men';
  return belongs ? ownersBefore(phrase.first, line, story, `pronoun: ${own.lower}`) : [];
}

/** The nearest subject before a word that is one known actor, in its sentence or the one before. */
export function ownersBefore(
  at: number,
  line: Line,
  story: Story,
  rule: string,
  not: readonly ActorRef[] = [],
): ActorRef[] {
  const earlier = line.clauses
    .filter(({ verb }) => verb.first < at)
    .slice(-6)
    .reverse();
  const previous = story.document.lines[line.index - 1];
  const searched = [
    ...earlier.map((clause) => ({ clause, line })),
    ...(previous && previous.part === line.part
      ? previous.clauses.slice(0, 4).map((clause) => ({ clause, line: previous }))
      : []),
  ];
  for (const { clause, line: home } of searched) {
    const subject = clause.subject.filter(({ first, last }) => home !== line || last < at || first > at);
    const actors = actorsOf(
      subject.filter(
        ({ first, head }) => home.tokens[head]?.upos !== 'PRON' && home.tokens[first]?.xpos !== 'PRP$',
      ),
      home,
      story,
    );
    const known = actors.filter(({ id }) => id !== undefined && !not.some((other) => other.id === id));
    if (known.length === 1) return known.map((actor) => ({ ...actor, resolvedBy: rule }));
  }
  return [];
}

function unlisted(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const head = line.tokens[phrase.head];
  if (!head || anybody.has(head.lower)) return [];
  if (weapons.has(head.lower) || machines.has(head.lemma) || isWeapon(head))
    return nameBefore(phrase, line).map((actor) =>
      sideByRole(actor, wordsOf(line, { first: phrase.first, last: phrase.head }), line, story),
    );
  if (isAttackObject(head)) return [];
  const range = withoutTime(line, phrase);
  const isName = head.upos === 'PROPN' && head.xpos !== 'CD' && !isPlaceOrTime(line, range);
  const words = wordsOf(line, { first: phrase.first, last: phrase.head }).split(' ');
  if (!isName && roleInWords(words) === undefined) return [];
  return [reference(line, range)];
}

/** "Lowen artillery", "a Fano drone", "government artillery": a name that no list has, or whose side it is, before its weapon. */
function nameBefore(phrase: Phrase, line: Line): ActorRef[] {
  const name = line.tokens
    .slice(phrase.first, phrase.head)
    .findLast(
      ({ upos, xpos, relation, lower }) =>
        ((upos === 'PROPN' && xpos !== 'CD') || /^(?:government|rebel|army|insurgent)$/u.test(lower)) &&
        (relation === 'compound' || relation === 'nmod:poss'),
    );
  return name && !isPlaceOrTime(line, name) ? [reference(line, name)] : [];
}

/** "Thursday night gunmen" read as one phrase: the time is not theirs. */
function withoutTime(line: Line, phrase: Phrase): { start: number; end: number } {
  const range = trimmed(line, phrase);
  for (const time of line.times)
    if (time.start <= range.start + 4 && time.end > range.start && time.end < range.end)
      range.start = time.end + 1;
  return range;
}

function isPlaceOrTime(line: Line, range: { start: number; end: number }): boolean {
  const touches = (other: { start: number; end: number }) =>
    other.start < range.end && range.start < other.end;
  return line.places.some(touches) || line.times.some(touches);
}
