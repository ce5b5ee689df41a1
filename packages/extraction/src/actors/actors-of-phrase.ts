import type { Clause, Phrase, Token } from '@trucewatch/language';
import { type Line, rangeOf, wordsOf } from '../document.ts';
import type { Story } from '../story.ts';
import { actorNouns, genericActors, weapons } from './actor-nouns.ts';
import type { ActorRef } from './actor-ref.ts';
import { deFactoOf, ethnicForces } from './de-facto.ts';
import type { ActorMention } from './find-actors.ts';
import { pairNear } from './pair-near.ts';
import { peoplesIn } from './peoples.ts';
import { roleInWords } from './role-words.ts';
import { sideByRole } from './side-by-role.ts';

/** Words for both belligerents together. */
const pairWords =
  /^(?:(?:the )?(?:both|two|warring|opposing|conflicting|belligerent|rival)(?: \w+){0,2} (?:sides|parties|countries|nations|states|governments|neighbou?rs|republics|foes|rivals|enemies|belligerents|ministers|ministries|leaders|capitals|armies|foreign ministries|foreign ministers)|both(?: (?:sides|of them))?|(?:the )?(?:sides|parties|belligerents|adversaries)(?: to the conflict)?|the two|the foes|each(?: side| other| party)?|either side|neither side|one another|they both|two ministers)$/u;

/** "Sudan's warring generals", "the warring Yemeni parties". */
const warring =
  /^(?:the |[\p{L} ]{2,30} ?['’]s? )?(?:warring|feuding)(?: \p{L}+){0,2} (?:generals|factions|camps|commanders|armies|groups|militias|parties|sides)$/u;

/**
 * The actors that a noun phrase names: known names, "the Armenian army", "the leader of the region",
 * unnamed ones such as "gunmen", and both sides of the war where the text speaks of them together.
 */
export function actorsOf(phrases: readonly Phrase[], line: Line, story: Story): ActorRef[] {
  const found: ActorRef[] = [];
  for (const phrase of isApposed(phrases, line) ? phrases.slice(1) : phrases)
    for (const actor of actorsOfPhrase(phrase, line, story))
      if (!found.some((known) => known.id !== undefined && known.id === actor.id)) found.push(actor);
  return found;
}

/** "The chief of one of the wings, Salif Sadio, has decreed": two subjects in the tree are one person, his office and his name. */
function isApposed(phrases: readonly Phrase[], line: Line): boolean {
  const [office, name] = phrases;
  if (phrases.length !== 2 || !office || !name) return false;
  const { tokens } = line;
  return (
    tokens[name.head]?.upos === 'PROPN' &&
    actorNouns.has(tokens[office.head]?.lower ?? '') &&
    tokens[name.first - 1]?.lower === ',' &&
    tokens[Math.max(name.last, name.extent) + 1]?.lower === ',' &&
    !tokens.slice(office.last + 1, name.first).some(({ lower }) => lower === 'and')
  );
}

function actorsOfPhrase(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const words = wordsOf(line, phrase);
  if (pairWords.test(words) || warring.test(words)) return pairAt(line, phrase, story);
  const head = line.tokens[phrase.head];
  if (!head) return [];
  const range = rangeOf(line, phrase);
  const inside = line.actors.filter(
    (actor) => actor.start >= range.start && actor.end <= range.end && !actor.qualifies && !actor.dateline,
  );
  const covering = line.actors.filter(
    (actor) =>
      actor.start < range.end && range.end < actor.end && actor.start >= range.start && !actor.qualifies,
  );
  const named = [...sharing(line, phrase, inside), ...inside, ...covering];
  const [first] = named;
  const isForce = actorNouns.has(head.lower) || genericActors.has(head.lower);
  const ethnic = isForce && named.length === 1 && first ? ethnicForces(first, line, story.document) : null;
  if (ethnic) return [ethnic];
  if (named.length > 0) return fromNames(named, head.lower, head.end, line, phrase);
  const peoples = peoplesIn(phrase, line, story);
  if (peoples.length > 0) return peoples;
  const whole = isForce ? wordsOf(line, { first: phrase.first, last: phrase.extent }) : '';
  const deFacto = isForce ? deFactoOf(whole, line, story.document) : null;
  if (deFacto) return [deFacto];
  const owner = owned(head, line, phrase, story);
  if (owner.length > 0) return owner;
  const byRole = (actor: ActorRef) => sideByRole(actor, words, line, story);
  if (actorNouns.has(head.lower)) return fromNoun(phrase, line, story).map(byRole);
  if (genericActors.has(head.lower)) return [byRole(reference(line, trimmed(line, phrase)))];
  const unknown = inOffice(phrase, head, line)
    ? reference(line, trimmed(line, phrase))
    : properName(line, head, phrase);
  if (unknown) return [unknown];
  return pronoun(head.lower, line, phrase, story);
}

/** "Rebels in the Central African Republic", "Syrian insurgents" are not that state. */
const rebels = /^(?:rebel|insurgent|militant|guerrilla|separatist)s?$/u;

const plural = /s$|people|police/u;

/** "U.S. and Russian negotiators": the names joined before the phrase have a part in its head too. */
function sharing(line: Line, phrase: Phrase, inside: readonly ActorMention[]): ActorMention[] {
  const head = line.tokens[phrase.head];
  if (!head || inside.length === 0 || !actorNouns.has(head.lower) || !plural.test(head.lower)) return [];
  const found: ActorMention[] = [];
  let from = inside[0]?.start ?? 0;
  for (let at = line.actors.length - 1; at >= 0 && found.length < 4; at--) {
    const actor = line.actors[at] as ActorMention;
    if (actor.end > from || actor.qualifies) continue;
    if (!/^(?: and |, and |, )$/u.test(line.source.slice(actor.end, from))) break;
    if (found.length === 0 && !/and $/u.test(line.source.slice(actor.end, from))) break;
    const noun = line.tokens.find((token) => token.end === actor.end);
    if (!noun || !['amod', 'compound', 'conj', 'nmod:desc'].includes(noun.relation)) break;
    found.unshift(actor);
    from = actor.start;
  }
  return found;
}

function fromNames(
  named: readonly ActorMention[],
  head: string,
  headEnd: number,
  line: Line,
  phrase: Phrase,
): ActorRef[] {
  const last = named.at(-1) as ActorMention;
  const whole = { ...trimmed(line, phrase) };
  if (last.end > whole.end) whole.end = last.end;
  if (hasNumberAfter(line, phrase, last.end)) return [];
  if (last.kind === 'person') whole.start = Math.max(whole.start, titleStart(line, phrase, last.start));
  const headIsName = last.end >= headEnd || last.kind === 'person';
  if (headIsName || actorNouns.has(head) || genericActors.has(head) || weapons.has(head)) {
    const person = named.find((actor) => actor.kind === 'person');
    // "Sudan's Rapid Support Forces" are one side.
    const owner = (actor: ActorMention) =>
      last.end >= headEnd && actor !== last && /^['’]s? $/u.test(line.source.slice(actor.end, last.start));
    const distinct = named.filter(
      (actor, index) => !owner(actor) && named.findIndex((other) => other.id === actor.id) === index,
    );
    if (
      distinct.length > 1 &&
      !person &&
      /ministers|presidents|leaders|forces|troops|counterparts|sides|ministries|diplomats|officials|militaries|armies|governments|authorities|peacekeepers|negotiators|delegations|envoys|soldiers|representatives|warships/u.test(
        head,
      )
    ) {
      return distinct.map((actor) => ({
        ...reference(line, { start: actor.start, end: actor.end }),
        id: actor.id,
      }));
    }
    // "Sri Lanka's Tamil Tiger rebels", "Lebanese Hezbollah fighters": whose land it is says less than who they are.
    const group =
      last.id.startsWith('group:') && named.every(({ id }) => id === last.id || id.startsWith('country:'));
    if (rebels.test(head) && !headIsName && named.every(({ id }) => id.startsWith('country:')))
      return [reference(line, whole)];
    const speaking = person ?? (headIsName || group ? last : (named[0] as ActorMention));
    return [{ ...reference(line, whole), id: speaking.id }];
  }
  return titled(named[0] as ActorMention, line, phrase, whole);
}

/** "Israeli President Moshe Katsav", "the Serbian general Ratko Lukic": a name that no list knows, with the side and an office before it. */
function titled(
  side: ActorMention,
  line: Line,
  phrase: Phrase,
  whole: { start: number; end: number },
): ActorRef[] {
  const head = line.tokens[phrase.head] as Token;
  if (head.upos !== 'PROPN') return [];
  const inOffice = line.tokens
    .slice(phrase.first, phrase.head)
    .some((token) => token.start >= side.end && actorNouns.has(token.lower));
  if (inOffice) return [{ ...reference(line, whole), id: side.id }];
  const name = properName(line, head);
  return name ? [name] : [];
}

/** "former prime minister Andreas Papandreou": an office before the name tells that it is a person. */
function inOffice(phrase: Phrase, head: Token, line: Line): boolean {
  if (head.upos !== 'PROPN') return false;
  return line.tokens.slice(phrase.first, phrase.head).some((token) => actorNouns.has(token.lower));
}

const inName = new Set(['compound', 'flat', 'flat:name', 'nmod:desc', 'nmod', 'amod']);

/**
 * A proper name that no list knows, as who does something or to whom it is done: "Halvard", "the Ostrian Front".
 * Places, times and datelines are none.
 */
function properName(line: Line, head: Token, phrase?: Phrase): ActorRef | null {
  if (head.upos !== 'PROPN' || !/^\p{Lu}/u.test(head.text)) return null;
  let { start } = head;
  let end = head.end;
  for (let at = head.index - 1; at >= 0; at--) {
    const token = line.tokens[at] as Token;
    const within =
      phrase !== undefined && at >= phrase.first && token.upos !== 'DET' && token.upos !== 'PRON';
    if (!/^\p{Lu}/u.test(token.text) || (!within && (!inName.has(token.relation) || token.head < at))) break;
    start = token.start;
  }
  for (let at = head.index + 1; at < line.tokens.length; at++) {
    const token = line.tokens[at] as Token;
    if (token.upos !== 'PROPN' || !token.relation.startsWith('flat')) break;
    end = token.end;
  }
  if (end - start < 3) return null;
  const meets = (mention: { start: number; end: number }) => mention.start < end && start < mention.end;
  if (line.times.some(meets) || line.places.some(meets)) return null;
  return reference(line, { start, end });
}

/** "Azerbaijan reports 92 civilians" read as one phrase: a number between the name and the head. */
function hasNumberAfter(line: Line, phrase: Phrase, from: number): boolean {
  return line.tokens
    .slice(phrase.first, phrase.head)
    .some((token) => token.start >= from && token.upos === 'NUM');
}

/** Where a person's title begins: "Prime Minister Nikol Pashinyan", not "the meeting Ilham Aliyev". */
function titleStart(line: Line, phrase: Phrase, name: number): number {
  let start = name;
  for (let i = phrase.head; i >= phrase.first; i--) {
    const token = line.tokens[i];
    if (!token || token.start >= name) continue;
    const fits =
      /^\p{Lu}/u.test(token.text) ||
      actorNouns.has(token.lower) ||
      token.upos === 'ADJ' ||
      token.lower === "'s" ||
      token.text === '-';
    if (!fits) break;
    start = token.start;
  }
  return start;
}

/** "the army of Azerbaijan", "the ministry in Baku": the side stands in the phrase's tail. */
function fromNoun(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const range = rangeOf(line, { first: phrase.first, last: phrase.extent });
  const own = rangeOf(line, phrase);
  const head = line.tokens[phrase.head]?.lower ?? '';
  const reach = listEnd(line, phrase.extent, own.end);
  const tail = line.actors.filter(
    (actor) =>
      actor.start >= own.end &&
      actor.end <= Math.max(range.end, reach) + 1 &&
      !actor.qualifies &&
      !(visitors.test(head) && (actor.kind === 'seat' || rebels.test(head)) && isIn(line, actor.start)),
  );
  const sides = tail.filter((actor, index) => tail.findIndex((other) => other.id === actor.id) === index);
  if (sides.length > 1 && /s$/u.test(head))
    return sides.map((actor) => ({ ...reference(line, withPerson(actor, line)), id: actor.id }));
  const apposed = line.actors.find(
    (actor) => actor.kind === 'person' && actor.start >= own.end && actor.start - own.end < 60,
  );
  const named =
    apposed && /^(?:, | )$/u.test(line.source.slice(Math.max(range.end, own.end), apposed.start))
      ? apposed
      : undefined;
  const side = named ?? sides[0];
  const start = trimmed(line, phrase).start;
  if (side) return [{ ...reference(line, { start, end: Math.max(side.end, own.end) }), id: side.id }];
  if (
    /countries|ministers|presidents|ministries|nations|neighbou?rs/u.test(head) &&
    /\b(?:two|both|their)\b/u.test(wordsOf(line, { first: phrase.first, last: phrase.extent }))
  )
    return pairAt(line, phrase, story);
  return [reference(line, trimmed(line, phrase))];
}

/** "the rebels in Moscow" are no Russians, as "the ministry in Baku" is Azerbaijan's. */
const visitors =
  /^(?:rebel|insurgent|fighter|militant|guerrilla|separatist|delegate|delegation|negotiator|envoy|mediator|representative|leader|president)s?$/u;

function isIn(line: Line, start: number): boolean {
  return /\bin (?:the )?$/u.test(line.source.slice(Math.max(line.start, start - 8), start));
}

/** "Russia, Vladimir Putin": a side with the name of who leads it. */
function withPerson(actor: ActorMention, line: Line): { start: number; end: number } {
  const next = line.actors.find(({ start }) => start >= actor.end);
  const isApposed =
    next?.kind === 'person' && next.id === actor.id && line.source.slice(actor.end, next.start) === ', ';
  return { start: actor.start, end: isApposed ? next.end : actor.end };
}

/** "the presidents of Russia, the United States and France", each with a name or without: the end of a list after the phrase. */
function listEnd(line: Line, extent: number, from: number): number {
  let end = line.tokens[extent]?.end ?? from;
  for (const actor of line.actors) {
    if (actor.start < end) continue;
    if (!/^(?:,|,? and|,? &)? (?:the )?$/u.test(line.source.slice(end, actor.start))) break;
    end = actor.end;
  }
  return end;
}

function pairAt(line: Line, phrase: Phrase, story: Story): ActorRef[] {
  const pair = pairNear(line, story);
  if (!pair) return [];
  const rule = `pair-at-war: ${line.source.slice(rangeOf(line, phrase).start, rangeOf(line, phrase).end)}`;
  return pair.map((side) => ({ ...nearest(side, line, story), resolvedBy: rule }));
}

/** The mention of a side that stands nearest before the line, so that the name can be shown in the text. */
function nearest(side: ActorRef, line: Line, story: Story): ActorRef {
  for (let i = line.index; i >= 0; i--) {
    const candidate = story.document.lines[i];
    const mention =
      candidate?.part === line.part
        ? candidate.actors.find((actor) => actor.id === side.id && !actor.qualifies && actor.kind === 'name')
        : undefined;
    if (candidate && mention)
      return { ...reference(candidate, mention), ...(side.id ? { id: side.id } : {}) };
  }
  return side;
}

const people = new Set(['he', 'she', 'they', 'it', 'who']);
const owners = new Map([
  ['its', 'it'],
  ['their', 'they'],
  ['his', 'he'],
  ['her', 'she'],
]);

/** "its forces", "their fighters": whose they are is who the pronoun stands for. */
function owned(head: Token, line: Line, phrase: Phrase, story: Story): ActorRef[] {
  if (!actorNouns.has(head.lower) && !genericActors.has(head.lower)) return [];
  const first = line.tokens[phrase.first];
  const pronounOf = owners.get(first?.lower ?? '');
  if (
    pronounOf === undefined ||
    !/^(?:forces|troops|army|military|soldiers|fighters|units|men|militia|air|navy|artillery|government)$/u.test(
      head.lower,
    )
  )
    return [];
  return pronoun(pronounOf, line, phrase, story).filter(({ id }) => id !== undefined);
}

/** How many clauses a pronoun looks back over. */
const reach = 6;

/**
 * "it", "he", "they": the subject of a clause before, in this sentence or the last. Only subjects that are named
 * count: a pronoun never goes back to a pronoun, so that a chain of them costs no more than one.
 */
function pronoun(word: string, line: Line, phrase: Phrase, story: Story): ActorRef[] {
  if (!people.has(word)) return [];
  // "to establish who broke it": who that is, is what is asked.
  if (word === 'who' && isQuestion(phrase, line)) return [];
  const offset = line.tokens[phrase.first]?.start ?? line.start;
  const earlier = line.clauses.filter((clause) => (line.tokens[clause.verb.first]?.start ?? 0) < offset);
  const here = antecedent(earlier.slice(-reach).reverse(), line, word, story, phrase.first);
  if (here.length > 0) return here;
  const before = story.document.lines[line.index - 1];
  if (!before || before.part !== line.part) return [];
  return antecedent(before.clauses.slice(0, reach), before, word, story, before.tokens.length);
}

function isQuestion({ head }: Phrase, line: Line): boolean {
  return line.clauses.some(
    ({ subject, link }) => link === 'complement' && subject.some((other) => other.head === head),
  );
}

function antecedent(
  clauses: readonly Clause[],
  line: Line,
  word: string,
  story: Story,
  limit: number,
): ActorRef[] {
  for (const clause of clauses) {
    const named = clause.subject.filter(
      (subject) =>
        subject.first < limit &&
        line.tokens[subject.head]?.upos !== 'PRON' &&
        // "it" and "he" are no "assailants".
        (word === 'they' || word === 'who' || line.tokens[subject.head]?.xpos !== 'NNS') &&
        ((word !== 'he' && word !== 'she') || isSomeone(subject, line)) &&
        // "its forces" would look back in turn, over and over.
        !owners.has(line.tokens[subject.first]?.lower ?? ''),
    );
    const actors = named.length > 0 ? actorsOf(named, line, story) : [];
    if (actors.length === 1 || (actors.length > 1 && word === 'they'))
      return actors.map((actor) => ({ ...actor, resolvedBy: `pronoun: ${word}` }));
  }
  return [];
}

/** "He" is a person: somebody by name or by office, not a state or a group. */
function isSomeone(phrase: Phrase, line: Line): boolean {
  const head = line.tokens[phrase.head];
  if (!head) return false;
  const mention = line.actors.find(({ start, end }) => start <= head.start && head.end <= end);
  if (mention) return mention.kind === 'person';
  return head.upos === 'PROPN' || roleInWords(wordsOf(line, phrase).split(' ')) !== undefined;
}

/** A phrase without its opening determiner. */
export function trimmed(line: Line, phrase: Pick<Phrase, 'first' | 'last'>): { start: number; end: number } {
  let first = phrase.first;
  while (
    first < phrase.last &&
    /^(?:the|both|all|a|an|this|that|these|those|its|their|his|her|"|“)$/u.test(
      line.tokens[first]?.lower ?? '',
    )
  )
    first++;
  return rangeOf(line, { first, last: phrase.last });
}

export function reference(line: Line, range: { start: number; end: number }): ActorRef {
  return {
    name: line.source.slice(range.start, range.end),
    part: line.part,
    start: range.start,
    end: range.end,
  };
}
