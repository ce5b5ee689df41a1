import type { Phrase } from '@trucewatch/language';
import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { reference, trimmed } from '../actors/actors-of-phrase.ts';
import { ownersOf } from '../actors/owners-of.ts';
import { ownersBefore, participantsOf } from '../actors/participants.ts';
import { roleInWords } from '../actors/role-words.ts';
import { namesPeople } from '../counts/groups.ts';
import { type Line, rangeOf } from '../document.ts';
import type { Story } from '../story.ts';
import { isAttackObject, isTarget, isWeapon } from './attack-words.ts';
import { isForces } from './forces.ts';
import type { Word } from './word.ts';

/** Who attacks: those who act, and those whose missiles, jets or strikes do: "Indian missiles struck". */
export function attackersOf(phrases: readonly Phrase[], line: Line, story: Story): ActorRef[] {
  return phrases.flatMap((phrase) => {
    const known = participantsOf([phrase], line, story);
    if (known.length > 0) return known;
    const head = line.tokens[phrase.head];
    return isWeapon(head) || isAttackObject(head) || head?.lower === 'fire' || isForces(head)
      ? ownersOf([{ ...phrase, extent: phrase.head }], line)
      : [];
  });
}

/** Who and what is hit. Recipients are known sides; victims are people and things without a side. */
export function hitBy(
  phrases: readonly Phrase[],
  agents: readonly ActorRef[],
  line: Line,
  story: Story,
): { recipients: ActorRef[]; victims: ActorRef[] } {
  const recipients: ActorRef[] = [];
  const victims: ActorRef[] = [];
  const isAgent = (actor: ActorRef) =>
    agents.some((agent) => agent.id !== undefined && sameActor(agent, actor));
  for (const phrase of phrases) {
    if (isTime(phrase, line)) continue;
    const named = participantsOf([phrase], line, story);
    const owners = named.some(({ id }) => id !== undefined) ? [] : sidesOf(phrase, agents, line, story);
    for (const actor of [...named, ...owners]) {
      if (isAgent(actor)) continue;
      union(actor.id === undefined ? victims : recipients, [actor]);
    }
    const head = line.tokens[phrase.head];
    // "two officers", "unarmed men"; bare "people" are nobody in particular.
    if (
      named.length === 0 &&
      head &&
      phrase.first < phrase.head &&
      namesPeople(head.lower) &&
      !isTarget(head)
    )
      union(victims, [reference(line, trimmed(line, withNumber(phrase, head)))]);
    if (named.length === 0 && isTarget(head)) {
      union(victims, [reference(line, trimmed(line, phrase))]);
      union(victims, holdersIn(phrase, line));
    }
  }
  return { recipients: recipients.filter((actor) => isConcerned(actor, agents, line, story)), victims };
}

/** "hundreds of villagers": with those whom the number counts. */
function withNumber(phrase: Phrase, { lower, upos }: Word): Phrase {
  const counts = upos === 'NUM' || /^(?:dozens?|scores?|hundreds?|thousands?)$/u.test(lower);
  return counts ? { ...phrase, last: Math.max(phrase.last, phrase.extent) } : phrase;
}

/** "an army post", "a police academy": who is there. */
function holdersIn(phrase: Phrase, line: Line): ActorRef[] {
  return line.tokens
    .slice(phrase.first, phrase.head)
    .filter(({ lower, upos }) => (upos === 'NOUN' || upos === 'PROPN') && roleInWords([lower]) !== undefined)
    .map((token) => reference(line, token));
}

/** "Azerbaijani cities", "its base": whose the thing is. */
function sidesOf(phrase: Phrase, agents: readonly ActorRef[], line: Line, story: Story): ActorRef[] {
  const owners = ownersOf([phrase], line);
  if (owners.length > 0) return owners;
  const possessive = line.tokens
    .slice(phrase.first, phrase.head)
    .find(({ xpos, relation, upos }) => xpos === 'PRP$' || (relation === 'nmod:poss' && upos === 'PRON'));
  return possessive ? ownersBefore(phrase.first, line, story, `pronoun: ${possessive.lower}`, agents) : [];
}

/** A town that is also a seat of government is a side only where that state is at war in the article. */
function isConcerned(actor: ActorRef, agents: readonly ActorRef[], line: Line, story: Story): boolean {
  const mention = line.actors.find(({ start, end }) => start >= actor.start && end <= actor.end);
  const isPlace =
    mention !== undefined &&
    (mention.kind === 'seat' || mention.kind === 'name') &&
    line.places.some(({ start, end }) => start < mention.end && mention.start < end);
  if (!isPlace || actor.id?.startsWith('group:')) return true;
  // "the gate of a ministry in Damascus": where it stands, not who is hit, unless they are at war in the article.
  const isSeat = mention.kind === 'seat' && isWhere(mention.start, line);
  if (!story.pair) return !isSeat;
  if (story.pair.some((side) => sameActor(side, actor))) return true;
  if (isSeat) return false;
  return !agents.some((agent) => story.pair?.some((side) => sameActor(side, agent)));
}

function isTime(phrase: Phrase, line: Line): boolean {
  const { start, end } = rangeOf(line, phrase);
  return line.times.some((time) => time.start < end && start < time.end && time.end >= end);
}

/** The tokens a phrase list is headed by. */
export function headsOf(phrases: readonly Phrase[], line: Line): Word[] {
  const heads: Word[] = [];
  for (const { head } of phrases) {
    const token = line.tokens[head];
    if (token) heads.push(token);
  }
  return heads;
}

/** Whether a phrase names a place or a known actor. */
export function isNamed(phrase: Phrase, line: Line): boolean {
  const range = rangeOf(line, { first: phrase.first, last: phrase.extent });
  const inside = ({ start, end }: { start: number; end: number }) => start < range.end && range.start < end;
  return line.places.some(inside) || line.actors.some(inside);
}

const where = /\b(?:in|at|near|outside|around) $/iu;

/** Whether a preposition of place stands right before. */
function isWhere(start: number, line: Line): boolean {
  return where.test(line.source.slice(Math.max(line.start, start - 9), start));
}
