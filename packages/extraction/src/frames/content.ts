import type { Clause, Phrase, Token } from '@trucewatch/language';
import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { actorsOf, reference } from '../actors/actors-of-phrase.ts';
import { isPhrasal } from '../codes/speech-acts.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';

/** A verb with its particle, as lexicons write it: "turn_down", "call_on". A particle far off is another word's. */
export function verbKey(clause: Clause, line: Line): string {
  const verb = line.tokens[clause.verb.head];
  if (!verb) return clause.verb.lemma;
  const next = line.tokens[verb.index + 1];
  const particle =
    next &&
    (next.upos === 'ADP' || next.upos === 'ADV') &&
    (next.head === verb.index || isPhrasal(`${clause.verb.lemma}_${next.lower}`))
      ? next
      : (line.tree.child(verb, 'compound:prt') ?? adverbOf(verb.index, line));
  if (particle) return `${clause.verb.lemma}_${particle.lower}`;
  // "called on Thursday on both sides": the preposition stands further off.
  const far = clause.verb.lemma === 'call' ? clause.obliques.find(({ at }) => at > verb.index) : undefined;
  return far ? `${clause.verb.lemma}_${far.preposition}` : clause.verb.lemma;
}

/** "forced the agency out": the particle behind the object. */
function adverbOf(verb: number, line: Line): Token | undefined {
  const token = line.tokens[verb] as Token;
  return line.tree
    .children(token, 'advmod')
    .map((child) => line.tokens[child.index] as Token)
    .find(
      (child) =>
        child.index > verb && (child.lower === 'out' || child.lower === 'off' || child.lower === 'down'),
    );
}

/** The object; where the tree has none, what it took for an adjunct without a preposition: "allowed inspectors in". */
export function objectsOf(clause: Clause, line: Line): readonly Phrase[] {
  const verb = line.tokens[clause.verb.head];
  if (clause.patients.length > 0 || clause.verb.passive || !verb) return clause.patients;
  // "handed in their rifles": the particle is read as a preposition.
  const particle = line.tokens[verb.index + 1];
  if (particle && isPhrasal(`${clause.verb.lemma}_${particle.lower}`)) {
    const behind = clause.obliques.find(({ at }) => at === particle.index);
    if (behind) return behind.phrases;
  }
  return line.tree
    .children(verb, 'iobj', 'obl')
    .filter((child) => child.index > verb.index && !line.tree.child(child, 'case'))
    .filter((child) => !line.times.some(({ start, end }) => start < child.end && child.start < end))
    .flatMap((child) => {
      const chunk = line.chunks.find(
        ({ kind, first, last }) => kind === 'noun' && first <= child.index && child.index <= last,
      );
      return chunk ? [{ first: chunk.first, last: chunk.last, head: child.index, extent: chunk.last }] : [];
    });
}

/** The lemmas of what hangs below the clause's verb after it, in the order of the text. */
export function lemmasAfter(clause: Clause, line: Line): string[] {
  const verb = line.tree.tokens[clause.verb.head];
  if (!verb) return [];
  return line.tree
    .subtree(verb)
    .filter((token) => token.index > verb.index && token.relation !== 'parataxis')
    .map((token) => token.lemma.toLowerCase());
}

/** The complement of a verb of speech or will: "agreed *to share*", "said that X *must return*". */
export function complementOf(clause: Clause, line: Line): Clause | null {
  return (
    line.clauses.find(
      (other) =>
        other.parent === clause.index &&
        other.index > clause.index &&
        (other.link === 'infinitive' || other.link === 'complement'),
    ) ?? null
  );
}

const whose = new Set([
  'over',
  'into',
  'about',
  'of',
  'with',
  'between',
  'from',
  'against',
  'on',
  'to',
  'toward',
  'towards',
  'for',
  'among',
]);

/**
 * Whom an object means: itself where it is an actor ("praised Haiti"), else who stands in it: the owner ("Haiti's
 * efforts", "a U.S. request"), the doer ("an attack by soldiers"), those concerned ("ties with X"), at last the land.
 */
export function actorsMeant(phrases: readonly Phrase[], line: Line, story: Story): ActorRef[] {
  const found: ActorRef[] = [];
  for (const phrase of phrases) union(found, meant(phrase, line, story));
  return found;
}

function meant(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const direct = actorsOf([phrase], line, story);
  if (direct.length > 0) return direct;
  const owners = ownersOf(phrase, line, story);
  if (owners.length > 0) return owners;
  const by: ActorRef[] = [];
  const concerned: ActorRef[] = [];
  const there: ActorRef[] = [];
  let preposition = '';
  const end = listEnd(phrase, line);
  for (const chunk of line.chunks) {
    if (chunk.first <= phrase.last || chunk.first > end) continue;
    if (chunk.kind !== 'noun') {
      const word = line.tokens[chunk.first];
      if (word?.upos === 'ADP') preposition = word.lower;
      continue;
    }
    const inner: Phrase = { first: chunk.first, last: chunk.last, head: chunk.head, extent: chunk.last };
    const actors = actorsOf([inner], line, story);
    const all = actors.length > 0 ? actors : ownersOf(inner, line, story);
    union(preposition === 'by' ? by : whose.has(preposition) ? concerned : there, all);
  }
  return by.length > 0 ? by : concerned.length > 0 ? concerned : there;
}

/** "ties between X, Y and Z": what is coordinated to the last name in the phrase belongs to it. */
function listEnd(phrase: Phrase, line: Line): number {
  let end = phrase.extent;
  for (let at = end + 1; at < Math.min(line.tokens.length, phrase.extent + 12); at++) {
    const token = line.tokens[at] as Token;
    if (token.relation === 'conj' && token.head > phrase.last && token.head <= end) end = at;
  }
  return end;
}

/** Names that qualify the head: "Israel's plan", "the Greek proposal", "an Osgiliath envoy". */
function ownersOf(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const found: ActorRef[] = [];
  const head = line.tree.tokens[phrase.head];
  if (!head) return found;
  for (const child of line.tree.children(head, 'nmod:poss', 'amod', 'compound', 'nmod:desc')) {
    if (child.index < phrase.first || child.index > phrase.last) continue;
    if (child.relation !== 'nmod:poss' && !/^\p{Lu}/u.test(line.tokens[child.index]?.text ?? '')) continue;
    const first = Math.max(phrase.first, line.tree.subtree(child)[0]?.index ?? child.index);
    const inner: Phrase = { first, last: child.index, head: child.index, extent: child.index };
    union(found, actorsOf([inner], line, story));
  }
  return found;
}

/** "the Rwandan rebels" and "the Rwandan president": of one land, and still two. */
function apart(a: ActorRef, b: ActorRef): boolean {
  const inWords = (actor: ActorRef) => !actor.resolvedBy && /\p{L}[\s-]\p{L}/u.test(actor.name);
  return a.id !== undefined && inWords(a) && inWords(b) && a.name !== b.name;
}

/** Those of one list who are not in the other. */
export function others(actors: readonly ActorRef[], than: readonly ActorRef[]): ActorRef[] {
  return actors.filter((actor) => !than.some((other) => sameActor(actor, other) && !apart(actor, other)));
}

const noName = /(?:ing|tion|sion|ment|ness|ity|ence|ance|ism|ship|age|ery|ure|ths?|s)$/u;

/** Who says it; at a sentence's start a lone capitalised word that was read as a noun may be a name no list knows. */
export function speakersIn(clause: Clause, line: Line, story: Story): ActorRef[] {
  const known = actorsOf(clause.agents, line, story);
  if (known.length > 0) return known;
  return clause.agents.flatMap((phrase) => {
    const word = line.tokens[phrase.head] as Token;
    const lone = phrase.first === 0 && phrase.last === 0 && word.xpos === 'NN' && word.text.length > 4;
    if (!lone || !/^\p{Lu}\p{Ll}+$/u.test(word.text) || noName.test(word.lower)) return [];
    return [reference(line, word)];
  });
}

/** Heads of phrases that only count or part what their "of" names: "hundreds of prisoners", "a suspension of links". */
const counting = new Set(
  'hundred thousand dozen score million billion number group handful ton tonne lot part couple shipment load worth dollar euro pound'.split(
    ' ',
  ),
);

/** Lemmas of the phrases' heads; of "hundreds of prisoners" the prisoner too. */
export function headLemmas(phrases: readonly Phrase[], line: Line): string[] {
  return phrases.flatMap((phrase) => {
    const head = line.tree.tokens[phrase.head];
    if (!head) return [];
    const lemma = head.lemma.toLowerCase();
    if (!counting.has(lemma)) return [lemma];
    return [lemma, ...line.tree.children(head, 'nmod', 'compound').map((child) => child.lemma.toLowerCase())];
  });
}

/** Whom an act in a complement would be done to or with: "agreed to lift the embargo on Iran and Cuba". */
export function contentTargets(clause: Clause, line: Line, story: Story): ActorRef[] {
  const found = actorsMeant(clause.patients, line, story);
  const around = clause.obliques
    .filter(({ preposition, at }) => at > clause.verb.head && towards.has(preposition))
    .flatMap(({ phrases }) => phrases);
  union(found, actorsMeant(around, line, story));
  return found;
}

const towards = new Set(['to', 'for', 'with', 'from', 'against', 'on', 'of']);
