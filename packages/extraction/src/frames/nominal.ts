import { nominalArguments, type Phrase } from '@trucewatch/language';
import { genericActors } from '../actors/actor-nouns.ts';
import { type ActorRef, union } from '../actors/actor-ref.ts';
import { reference } from '../actors/actors-of-phrase.ts';
import { participantsOf } from '../actors/participants.ts';
import { roleInWords } from '../actors/role-words.ts';
import { type Line, tokenAt } from '../document.ts';
import type { Story } from '../story.ts';
import type { Word } from './word.ts';

/** Who a noun of action names: "the shelling of X by Y", "an Armenian rocket attack on X", "clashes between X and Y". */
export interface NominalRoles {
  /** The word that heads the noun. */
  head: Word | undefined;
  agents: ActorRef[];
  patients: ActorRef[];
  between: ActorRef[];
  /** To whom it is done, as phrases. */
  aimed: Phrase[];
  /** Offsets of the whole phrase. */
  start: number;
  end: number;
}

const onto = new Set(['on', 'against', 'at', 'upon', 'of', 'in']);
const both = new Set(['between', 'among', 'with', 'involving']);

/** Reads the phrase around the noun at character offset `at`: by the tree, and where that names nobody by the words after it. */
export function nominalRoles(line: Line, at: number, nounEnd: number, story: Story): NominalRoles {
  const head = headOf(line, tokenAt(line, at), tokenAt(line, nounEnd - 1));
  const own = line.chunks.find((chunk) => chunk.first <= head && head <= chunk.last);
  const roles: NominalRoles = {
    head: line.tokens[head],
    agents: [],
    patients: [],
    between: [],
    aimed: [],
    start: own ? (line.tokens[own.first]?.start ?? at) : at,
    end: nounEnd,
  };
  takeMakers(roles, line, at, own?.kind === 'noun');
  takeTree(roles, line, story);
  if (roles.agents.length + roles.patients.length + roles.between.length === 0)
    takeWordsAfter(roles, line, head, story);
  return roles;
}

/** Of the words of a noun ("exchange of fire") the one on which the others hang. */
function headOf(line: Line, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = line.tokens[i]?.head ?? -1;
    if (head < first || head > last) return i;
  }
  return last;
}

/** "Armenian shelling", "Armenia's attack", "a rebel attack" name who attacks. */
function takeMakers(roles: NominalRoles, line: Line, at: number, isChunk: boolean): void {
  if (!isChunk) return;
  for (const name of line.actors) {
    if (name.start < roles.start || name.end > at || name.qualifies === 'broker') continue;
    const owns = line.source.startsWith("'s", name.end) || line.source.startsWith('’s', name.end);
    if (name.kind === 'demonym' || name.kind === 'name' || owns)
      union(roles.agents, [{ ...reference(line, name), id: name.id }]);
  }
  if (roles.agents.length > 0 || !roles.head) return;
  const maker = line.tree
    .children(roles.head, 'compound', 'amod')
    .find(
      ({ lower, index, upos }) =>
        index < (roles.head as Word).index && upos !== 'ADJ' && genericActors.has(lower),
    );
  if (maker) roles.agents.push(reference(line, maker));
}

function takeTree(roles: NominalRoles, line: Line, story: Story): void {
  const { head } = roles;
  if (!head) return;
  const found = nominalArguments(line.tree, head);
  const doers = [...found.agents, ...makersAfter(found.patients, line, story)];
  const agents = doers.filter(
    (token) => token.relation !== 'nmod:poss' || (isActorLike(token) && !isTime(token, line)),
  );
  union(roles.agents, participantsOf(phrasesOf(line, agents), line, story));
  const aimed = phrasesOf(
    line,
    found.patients.filter((token) => !doers.includes(token)),
  );
  roles.aimed.push(...aimed.filter((phrase) => preposition(line, phrase) !== 'in'));
  union(roles.patients, patientsIn(roles.aimed, line, story));
  for (const child of line.tree.children(head, 'nmod', 'obl')) {
    const link = line.tree.child(child, 'case');
    if (!link || !both.has(link.lower)) continue;
    // "killed in fighting along with five others": beside them, not against them.
    if (/^(?:along|together)$/u.test(line.tokens[link.index - 1]?.lower ?? '')) continue;
    const sides = [child, ...line.tree.children(child, 'conj').filter(({ upos }) => upos !== 'VERB')];
    union(roles.between, participantsOf(phrasesOf(line, sides), line, story));
    roles.end = Math.max(roles.end, endOf(line, sides.at(-1)));
  }
  for (const token of [...found.agents, ...found.patients])
    roles.end = Math.max(roles.end, endOf(line, token));
}

/** "the attacks of Armenia on the town": where another phrase says on whom, "of" says by whom. */
function makersAfter(patients: readonly Word[], line: Line, story: Story): Word[] {
  const after = (token: Word) => line.tree.child(token, 'case')?.lower ?? '';
  if (!patients.some((token) => /^(?:on|upon|against)$/u.test(after(token)))) return [];
  return patients.filter(
    (token) =>
      after(token) === 'of' &&
      participantsOf(phrasesOf(line, [token]), line, story).some(({ id }) => id !== undefined),
  );
}

/** "Monday's clashes", "this week's fighting": a time owns nothing. */
function isTime({ start, end }: Word, line: Line): boolean {
  return line.times.some((time) => time.start <= start && end <= time.end);
}

/** "last year's attack" has no owner. */
function isActorLike(token: Word): boolean {
  return token.upos === 'PROPN' || token.upos === 'PRON' || roleInWords([token.lower]) !== undefined;
}

function endOf(line: Line, token: Word | undefined): number {
  if (!token) return 0;
  const chunk = line.chunks.find(({ first, last }) => first <= token.index && token.index <= last);
  return line.tokens[chunk?.kind === 'noun' ? chunk.last : token.index]?.end ?? 0;
}

/** The noun phrases around tokens of the tree. */
export function phrasesOf(line: Line, heads: readonly Word[]): Phrase[] {
  return heads.map((token) => {
    const chunk = line.chunks.find(({ first, last }) => first <= token.index && token.index <= last);
    const extent = extentOf(line, token);
    return chunk?.kind === 'noun'
      ? { first: chunk.first, last: chunk.last, head: chunk.head, extent: Math.max(chunk.last, extent) }
      : { first: token.index, last: token.index, head: token.index, extent };
  });
}

/** Where the "of …" and "in …" phrases of a noun end. */
function extentOf(line: Line, token: Word): number {
  let extent = token.index;
  let at: Word | undefined = token;
  for (let depth = 0; at && depth < 4; depth++) {
    at = line.tree.children(at, 'nmod', 'flat').findLast(({ index }) => index > token.index);
    if (at) extent = Math.max(extent, at.index);
  }
  return extent;
}

function preposition(line: Line, phrase: Phrase): string {
  const head = line.tokens[phrase.head];
  return (head && line.tree.child(head, 'case')?.lower) ?? '';
}

/** Who is hit: the people, else the side whose land or things are. */
function patientsIn(phrases: readonly Phrase[], line: Line, story: Story): ActorRef[] {
  return phrases.flatMap((phrase) => {
    const actors = participantsOf([phrase], line, story);
    return actors.length > 0 ? actors : ownersIn(phrase, line);
  });
}

/** The second opinion: prepositions and phrases right after the noun, up to the next verb. */
function takeWordsAfter(roles: NominalRoles, line: Line, head: number, story: Story): void {
  const { chunks } = line;
  const index = chunks.findIndex((chunk) => chunk.first <= head && head <= chunk.last);
  let preposition = '';
  for (let c = index + 1; index >= 0 && c < Math.min(chunks.length, index + 10); c++) {
    const chunk = chunks[c];
    const token = chunk && line.tokens[chunk.first];
    if (!chunk || !token || chunk.kind === 'verb') break;
    if (chunk.kind === 'noun') {
      if (!preposition) break;
      const phrase: Phrase = { first: chunk.first, last: chunk.last, head: chunk.head, extent: chunk.last };
      take(roles, preposition, phrase, line, story);
      roles.end = Math.max(roles.end, line.tokens[chunk.last]?.end ?? 0);
    } else if (token.upos === 'ADP') {
      if (/^(?:along|together)$/u.test(line.tokens[chunk.first - 1]?.lower ?? '')) break;
      preposition = token.lower;
    } else if (token.lower !== 'and' && token.lower !== ',') break;
  }
}

function take(roles: NominalRoles, preposition: string, phrase: Phrase, line: Line, story: Story): void {
  if (preposition === 'by' || preposition === 'from')
    union(roles.agents, participantsOf([phrase], line, story));
  else if (both.has(preposition)) union(roles.between, participantsOf([phrase], line, story));
  else if (onto.has(preposition) && preposition !== 'in') {
    roles.aimed.push(phrase);
    union(roles.patients, patientsIn([phrase], line, story));
  }
}

/** "Armenian villages": the side whose they are. */
function ownersIn(phrase: Phrase, line: Line): ActorRef[] {
  const start = line.tokens[phrase.first]?.start ?? 0;
  const end = line.tokens[Math.max(phrase.last, phrase.extent)]?.end ?? 0;
  const owner = line.actors.find(
    (actor) => actor.start >= start && actor.end <= end && !actor.qualifies && actor.kind !== 'person',
  );
  return owner ? [{ ...reference(line, owner), id: owner.id }] : [];
}
