import type { Clause, Phrase } from '@trucewatch/language';
import { genericActors } from '../actors/actor-nouns.ts';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf, reference, trimmed } from '../actors/actors-of-phrase.ts';
import { type Line, rangeOf } from '../document.ts';
import { governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';

/** What carries words, and what happens, does not speak; any other noun that says something is somebody. */
const mute = new Set(
  'law map rule sign clock article clause graphic truce ceasefire cease-fire deal agreement accord pact treaty war fighting attack shelling situation violence night nightfall day morning evening hope fear concern doubt'.split(
    ' ',
  ),
);

/** Who says it: every one of several who say it together. */
export function speakersOf(clause: Clause, line: Line, story: Story): ActorRef[] {
  const subject = clause.subject.filter((phrase) => !isInTurn(phrase, line));
  const phrases = clause.verb.passive
    ? agentOf(clause, line)
    : subject.length > 0
      ? subject
      : clause.subject.length > 0
        ? (governor(clause, line)?.subject ?? subjectBefore(clause, line))
        : invertedSubject(clause, line);
  const speakers = together(phrases, line).flatMap((phrase) => speakersIn(phrase, line, story));
  const [first] = speakers;
  if (!first) return officeBefore(clause, line);
  return [
    ...joinedBefore(first, line),
    ...speakers.map((one) => (one.id === undefined ? sideExplained(one, line, story) : one)),
  ];
}

/** "has on its side accused", "for its part said": the tree may take the aside for the subject. */
function isInTurn({ first, head }: Phrase, line: Line): boolean {
  return (
    /^(?:side|part|turn)$/u.test(line.tokens[head]?.lower ?? '') &&
    /^(?:its|their|his|her)$/u.test(line.tokens[first]?.lower ?? '') &&
    /^(?:on|for|in)$/u.test(line.tokens[first - 1]?.lower ?? '')
  );
}

/** The subject that a form of "have" before the aside has. */
function subjectBefore(clause: Clause, line: Line): Phrase[] {
  const before = line.clauses.findLast(({ index }) => index < clause.index);
  return before?.subject ?? [];
}

/** Of several subjects those that stand together before the verb: "Cars and a tank show how it was, the agency said". */
function together(phrases: readonly Phrase[], line: Line): Phrase[] {
  const kept: Phrase[] = [];
  for (const phrase of [...phrases].reverse()) {
    const next = kept[0];
    const between = next ? line.tokens.slice(phrase.last + 1, next.first) : [];
    if (between.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) break;
    kept.unshift(phrase);
  }
  return kept;
}

/** "… on Saturday, Oman and Qatar said": the tree may give the first name to the time before it. */
function joinedBefore(first: ActorRef, line: Line): ActorRef[] {
  if (first.start < line.start || first.part !== line.part || first.resolvedBy) return [];
  const comma = (start: number) =>
    /, (?:the |a |an )?$/u.test(line.source.slice(Math.max(line.start, start - 6), start));
  const joined = (end: number) => /^ and (?:the |an? )?$/u.test(line.source.slice(end, first.start));
  const named = line.actors.findLast(({ end }) => end <= first.start);
  if (named && !named.qualifies && joined(named.end) && comma(named.start))
    return [{ ...reference(line, named), id: named.id }];
  const word = line.tokens.findLast(({ end }) => end < first.start && joined(end));
  return word && genericActors.has(word.lower) && comma(word.start) ? [reference(line, word)] : [];
}

/** "In that one, Armenia's Defence Ministry said": the office right before the verb, where the parser took another subject. */
function officeBefore(clause: Clause, line: Line): ActorRef[] {
  if (clause.verb.passive) return [];
  const verb = rangeOf(line, clause.verb).start;
  const actor = line.actors.findLast((known) => known.end < verb && !known.dateline);
  if (
    !actor ||
    !/^['’]s(?: \p{Lu}[\p{L}-]{1,20}){0,3} (?:[Mm]inistry|[Aa]rmy|[Mm]ilitary|[Gg]overnment) $/u.test(
      line.source.slice(actor.end, verb),
    )
  )
    return [];
  return [{ ...reference(line, { start: actor.start, end: verb - 1 }), id: actor.id }];
}

/** "The Iranian side sounded calmer: a ministry official said": after the colon speaks somebody of the side named before it. */
function sideExplained(speaker: ActorRef, line: Line, story: Story): ActorRef {
  if (!/\b(?:official|spokes\w+|ministry|army|military)$/iu.test(speaker.name)) return speaker;
  if (speaker.start < line.start || !/: (?:an?|the) $/u.test(line.source.slice(line.start, speaker.start)))
    return speaker;
  const before = line.actors.filter((actor) => actor.end < speaker.start);
  const [side] = before;
  if (!side || before.some((actor) => actor.id !== side.id) || !story.pair?.some(({ id }) => id === side.id))
    return speaker;
  const noun =
    /^ (?:side|army|military|government|camp)\b/u.exec(line.source.slice(side.end, line.end))?.[0] ?? '';
  const range = { start: side.start, end: side.end + noun.length };
  return { ...reference(line, range), id: side.id, resolvedBy: 'side-before-colon' };
}

function agentOf(clause: Clause, line: Line): Phrase[] {
  const by = clause.obliques.find((oblique) => oblique.preposition === 'by')?.phrases ?? [];
  return by.filter(({ first }) => {
    const token = line.tokens[first];
    return !line.times.some(({ start, end }) => token && start < token.end && token.start < end);
  });
}

/** '…," said the ministry': the subject after the verb. */
function invertedSubject(clause: Clause, line: Line): Phrase[] {
  const before = line.tokens[clause.verb.first - 1]?.lower;
  return before && /^[",”']+$/u.test(before) ? clause.objects : [];
}

function speakersIn(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  // "No group has claimed it": nobody says so.
  if (/^(?:no|neither|none|nobody)$/u.test(line.tokens[phrase.first]?.lower ?? '')) return [];
  const actors = actorsOf([phrase], line, story);
  if (actors.length > 0) return actors.map((actor) => withApposedName(withoutTime(actor, line), line));
  const head = line.tokens[phrase.head];
  if (!head || (head.upos !== 'NOUN' && head.upos !== 'PROPN') || mute.has(head.lemma)) return [];
  const range = trimmed(line, phrase);
  const isNobody = [...line.places, ...line.times].some(
    ({ start, end }) => start <= range.start && range.end <= end,
  );
  if (isNobody) return [];
  // "Ukraine's General Staff": whose it is says for which side it speaks.
  const sides = line.actors.filter(
    ({ start, end, kind, qualifies }) =>
      start >= range.start && end <= range.end && kind !== 'person' && !qualifies,
  );
  const id = sides.length === 1 ? sides[0]?.id : undefined;
  return [{ ...reference(line, range), ...(id ? { id } : {}) }];
}

/** "On Monday morning Armenian officials said": the time is not theirs. */
function withoutTime(actor: ActorRef, line: Line): ActorRef {
  if (actor.part !== line.part || actor.start < line.start || actor.end > line.end) return actor;
  const time = line.times.find(
    ({ start, end }) => start <= actor.start && end > actor.start && end + 1 < actor.end,
  );
  return time ? { ...actor, ...reference(line, { start: time.end + 1, end: actor.end }) } : actor;
}

/** "The president, Ilham Aliyev, said": the name right after the office belongs to who speaks. */
function withApposedName(actor: ActorRef, line: Line): ActorRef {
  if (actor.part !== line.part || actor.start < line.start || actor.end > line.end) return actor;
  const person = line.actors.find(
    (known) =>
      known.kind === 'person' &&
      known.start > actor.end &&
      known.start <= actor.end + 2 &&
      line.source.slice(actor.end, known.start).trim().length <= 1,
  );
  return person ? { ...actor, name: line.source.slice(actor.start, person.end), end: person.end } : actor;
}
