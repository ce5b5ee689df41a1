import { mendHeadlineVerb } from './repair-headline.ts';
import { mendSpeakerAfterPaper, mendTrailingSpeaker } from './repair-speaker.ts';
import type { Token } from './tree.ts';
import { Workpiece } from './workpiece.ts';

const subjects = new Set(['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'expl']);
const finite = new Set(['VBD', 'VBZ', 'VBP']);
const auxiliaries = new Set(['aux', 'aux:pass']);

/**
 * Mends what the network gets wrong in ways that the tree itself shows. Each repair takes a shape that no English
 * sentence has, and makes the nearest one that there is; the tree stays a tree. Changes the tokens in place.
 * @param lemmaOf the dictionary form of a word under other tags
 */
export function repairTree(
  tokens: Token[],
  lemmaOf: (form: string, upos: string, xpos: string) => string,
): void {
  if (tokens.length > 200) return;
  const work = new Workpiece(tokens);
  for (const token of tokens) {
    if (!isGerundAsNoun(token)) continue;
    token.upos = 'VERB';
    token.xpos = 'VBG';
    token.lemma = lemmaOf(token.text, 'VERB', 'VBG');
  }
  for (const token of tokens) {
    mendGerundBeforeName(work, token, lemmaOf);
    mendNounWithObject(work, token, lemmaOf);
  }
  for (const by of tokens) if (by.lower === 'by' && by.relation === 'case') mendByPhrase(work, by);
  for (const verb of tokens) {
    if (verb.upos !== 'VERB') continue;
    mendReducedRelative(work, verb);
    mendDoubleSubject(work, verb);
    mendSetOffParticiple(work, verb);
    mendNounBeforeVerb(work, verb);
    mendSpokenObject(work, verb);
    mendNameOverVerb(work, verb);
    mendActive(work, verb);
    mendVerbOfNoun(work, verb);
    mendBareOblique(work, verb);
    mendTrailingSpeaker(work, verb);
    mendSpeakerAfterPaper(work, verb);
  }
  mendInfinitiveHeadline(work);
  mendHeadlineVerb(work, lemmaOf);
}

/** "accused them of bombing a market", "bombing" tagged as a noun: a noun hangs on nothing as a clause does. */
function isGerundAsNoun({ upos, lower, relation }: Token): boolean {
  return (
    upos === 'NOUN' &&
    lower.endsWith('ing') &&
    (relation === 'advcl' || relation === 'acl' || relation === 'xcomp')
  );
}

/** "denies shelling Goma" with the town as part of the noun: an object has its gerund. */
function mendGerundBeforeName(
  work: Workpiece,
  token: Token,
  lemmaOf: (form: string, upos: string, xpos: string) => string,
): void {
  if (token.upos !== 'NOUN' || token.relation !== 'obj' || !token.lower.endsWith('ing')) return;
  const next = work.tokens[token.index + 1];
  if (next?.upos !== 'PROPN' || next.relation !== 'flat' || next.head !== token.index) return;
  token.upos = 'VERB';
  token.xpos = 'VBG';
  token.lemma = lemmaOf(token.text, 'VERB', 'VBG');
  token.relation = 'xcomp';
  next.relation = 'obj';
}

/** What something is done through, never who does it: by force, by means of, by way of. */
const means = new Set([
  'means',
  'way',
  'virtue',
  'dint',
  'force',
  'hand',
  'mistake',
  'accident',
  'chance',
  'default',
]);
/** By how much, by when and by which way: what a passive's by-phrase says where it does not say who. */
const measures = new Set(
  [
    '% percent per half third thirds quarter quarters point points times degrees inch inches metres meters feet miles',
    'kilometres kilometers km pounds dollars euros cents second seconds minute minutes hour hours day days week weeks',
    'month months year years decade decades noon midnight dawn dusk night nightfall morning evening afternoon now then',
    'end law email e-mail phone telephone mail post road rail sea air train plane helicopter truck boat bus car name',
  ].flatMap((line) => line.split(' ')),
);

/**
 * A by-phrase belongs to the verb before it, never to one after it: "spoken by a population estimated at", "the name given
 * by its speakers". A passive's says who or what does it, unless it is a measure, a time or a means.
 */
function mendByPhrase(work: Workpiece, by: Token): void {
  const noun = work.tokens[by.head];
  if (!noun || by.index > noun.index || !isNoun(noun)) return;
  const before = work.tokens[by.index - 1];
  if (before && before.lower === noun.lower) {
    // Side by side, day by day.
    if (!work.isUnder(before, noun)) work.hang(noun, before, 'nmod');
    return;
  }
  const head = work.tokens[noun.head];
  if (head?.xpos === 'VBN' && head.index > noun.index && head.upos === 'VERB')
    mendNounOfParticiple(work, noun, head, by);
  else if (
    before &&
    head &&
    noun.relation === 'nmod' &&
    before.relation === 'acl' &&
    before.head === head.index
  )
    if (before.xpos === 'VBN') work.hang(noun, before, 'obl:agent');
  nameAgent(work, noun);
}

/** "released by moisture [evaporated from the sea]": the noun is no subject, nor does it do what the participle after it says. */
function mendNounOfParticiple(work: Workpiece, noun: Token, participle: Token, by: Token): void {
  const verb = work.tokens
    .slice(0, by.index)
    .findLast((token) => token.xpos === 'VBN' && token.upos === 'VERB');
  if (!verb || work.isUnder(verb, noun) || isNoAgent(work, noun)) return;
  if (work.has(participle, auxiliaries)) return;
  work.hang(noun, verb, 'obl:agent');
  if (work.isUnder(participle, verb)) work.hang(participle, noun, 'acl');
}

function nameAgent(work: Workpiece, noun: Token): void {
  const verb = work.tokens[noun.head];
  if (!verb) return;
  if (noun.relation === 'obl:agent' && means.has(noun.lower)) noun.relation = 'obl';
  if (noun.relation === 'obl' && !isNoAgent(work, noun) && isPassive(work, verb)) noun.relation = 'obl:agent';
}

function isNoAgent(work: Workpiece, noun: Token): boolean {
  return means.has(noun.lower) || measures.has(noun.lower) || work.isNumbered(noun);
}

function isPassive(work: Workpiece, verb: Token): boolean {
  if (verb.upos !== 'VERB' || verb.xpos !== 'VBN') return false;
  return verb.relation.startsWith('acl') ? !work.has(verb, subjects) : work.has(verb, new Set(['aux:pass']));
}

const isNoun = ({ upos }: Token) => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON';

function subjectRelation(work: Workpiece, verb: Token): string {
  return work.has(verb, new Set(['aux:pass'])) ? 'nsubj:pass' : 'nsubj';
}

/** "Missiles [fired from a truck] destroyed the mast": a participle that took the subject of the verb after it. */
function mendReducedRelative(work: Workpiece, verb: Token): void {
  if (!finite.has(verb.xpos) && !work.has(verb, auxiliaries)) return;
  if (work.has(verb, subjects)) return;
  const participle = work
    .children(verb)
    .find(
      (child) =>
        child.relation === 'advcl' &&
        child.index < verb.index &&
        (child.xpos === 'VBN' || child.xpos === 'VBD') &&
        !work.has(child, new Set(['aux', 'aux:pass', 'mark'])),
    );
  if (!participle) return;
  const noun = work
    .children(participle)
    .find(
      (child) =>
        child.index < participle.index &&
        isNoun(child) &&
        (subjects.has(child.relation) || child.relation === 'compound'),
    );
  if (!noun) return;
  work.hang(noun, verb, subjectRelation(work, verb));
  work.hang(participle, noun, 'acl');
  for (const child of work.children(participle))
    if (child.index < noun.index && (child.relation === 'det' || child.relation === 'amod'))
      work.hang(child, noun, child.relation);
}

/** "The bridge [the engineers blew up] linked two halves": two subjects, and another verb without one. */
function mendDoubleSubject(work: Workpiece, verb: Token): void {
  const own = work.children(verb).filter((child) => subjects.has(child.relation) && child.index < verb.index);
  const [first, second] = own;
  if (!first || !second || own.length !== 2 || !isNoun(first) || !isNoun(second)) return;
  const other = work
    .children(verb)
    .find(
      (child) =>
        child.index > verb.index &&
        finite.has(child.xpos) &&
        ['xcomp', 'ccomp', 'advcl', 'parataxis', 'conj'].includes(child.relation) &&
        !work.has(child, subjects) &&
        !work.has(child, new Set(['mark', 'cc'])),
    );
  if (!other) return;
  other.head = verb.head;
  other.relation = verb.relation;
  work.hang(first, other, subjectRelation(work, other));
  work.hang(verb, first, 'acl:relcl');
  for (const child of work.children(verb))
    if (child.index < first.index || child.index > other.index) work.hang(child, other, child.relation);
}

/** "The truce, [announced on Sunday], took effect": what commas set off after a noun is no main verb where another follows. */
function mendSetOffParticiple(work: Workpiece, verb: Token): void {
  if (verb.xpos !== 'VBD' && verb.xpos !== 'VBN') return;
  if (work.tokens[verb.index - 1]?.text !== ',' || work.has(verb, new Set(['obj', 'aux', 'aux:pass'])))
    return;
  const noun = work.children(verb).find((child) => subjects.has(child.relation) && child.index < verb.index);
  if (!noun || !isNoun(noun)) return;
  const main = work
    .children(verb)
    .find(
      (child) =>
        child.index > verb.index + 1 &&
        finite.has(child.xpos) &&
        ['ccomp', 'xcomp', 'conj', 'parataxis', 'advcl'].includes(child.relation) &&
        work.tokens[child.index - 1]?.text === ',' &&
        !work.has(child, subjects) &&
        !work.has(child, new Set(['mark', 'cc'])),
    );
  if (!main) return;
  main.head = verb.head;
  main.relation = verb.relation;
  work.hang(noun, main, subjectRelation(work, main));
  work.hang(verb, noun, 'acl');
  verb.xpos = 'VBN';
  for (const child of work.children(verb))
    if (child.index < noun.index || child.index > main.index) work.hang(child, main, child.relation);
}

/** "Navy sinks boat" with the noun as a compound of the verb: verbs have none. */
function mendNounBeforeVerb(work: Workpiece, verb: Token): void {
  if (!finite.has(verb.xpos) || work.has(verb, subjects)) return;
  const noun = work
    .children(verb)
    .filter((child) => child.index < verb.index && isNoun(child) && child.relation === 'compound')
    .at(-1);
  if (noun) work.hang(noun, verb, 'nsubj');
  if (!noun || work.has(verb, new Set(['obj']))) return;
  const object = work
    .children(verb)
    .find(
      (child) =>
        child.index > verb.index &&
        isNoun(child) &&
        child.relation === 'nmod' &&
        !work.has(child, new Set(['case'])),
    );
  if (object) work.hang(object, verb, 'obj');
}

/** "Rebels took Aleppo" with the town as part of the first name: no name goes on over its verb; it is the object. */
function mendNameOverVerb(work: Workpiece, verb: Token): void {
  if (!finite.has(verb.xpos)) return;
  const next = work.tokens[verb.index + 1];
  if (next?.relation !== 'flat' || next.head >= verb.index || work.has(verb, new Set(['obj']))) return;
  if (work.tokens[next.head]?.head === verb.index) work.hang(next, verb, 'obj');
}

/** "A gang rounded up residents" as a passive: what has an object and no "was" is none. */
function mendActive(work: Workpiece, verb: Token): void {
  if (verb.xpos !== 'VBN' || verb.relation.startsWith('acl') || work.has(verb, auxiliaries)) return;
  const own = work.children(verb);
  const subject = own.find(({ relation, index }) => relation === 'nsubj:pass' && index < verb.index);
  if (!subject || !own.some(({ relation, index }) => relation === 'obj' && index > verb.index)) return;
  subject.relation = 'nsubj';
  verb.xpos = 'VBD';
}

/** "EU slaps sanctions on generals" with the verb as a part of the noun: in a headline without another verb it is the verb. */
function mendVerbOfNoun(work: Workpiece, verb: Token): void {
  if (!finite.has(verb.xpos) || verb.relation !== 'compound') return;
  const noun = work.tokens[verb.head];
  if (!noun || noun.head >= 0 || noun.index < verb.index || !isNoun(noun)) return;
  const before = work.tokens[verb.index - 1];
  if (!before || !isNoun(before)) return;
  const subject = [...work.children(noun), ...work.children(verb)].find(
    ({ index, relation, upos }) =>
      index < verb.index && (subjects.has(relation) || relation === 'compound') && upos !== 'VERB',
  );
  if (!subject) return;
  verb.head = -1;
  verb.relation = 'root';
  work.hang(noun, verb, 'obj');
  work.hang(subject, verb, 'nsubj');
  for (const child of work.children(noun))
    if (child.index < verb.index) work.hang(child, subject, child.relation);
}

/** "Putin floats direct talks" with the verb as a noun: no noun has a subject before it and an object after it. */
function mendNounWithObject(
  work: Workpiece,
  token: Token,
  lemmaOf: (form: string, upos: string, xpos: string) => string,
): void {
  if (token.xpos !== 'NNS' || token.head >= 0) return;
  const own = work.children(token);
  const hasSubject = own.some(({ relation, index }) => relation === 'nsubj' && index < token.index);
  if (!hasSubject || own.some(({ relation }) => relation === 'cop' || relation === 'aux')) return;
  if (!own.some(({ relation, index }) => relation === 'obj' && index > token.index)) return;
  token.upos = 'VERB';
  token.xpos = 'VBZ';
  token.lemma = lemmaOf(token.text, 'VERB', 'VBZ');
}

const speaking = new Set([
  'say',
  'report',
  'claim',
  'announce',
  'believe',
  'think',
  'allege',
  'add',
  'confirm',
  'admit',
]);

/** "The ministry said gunners fired on the mill": what is said has no object beside a clause without a subject; it is that clause's. */
function mendSpokenObject(work: Workpiece, verb: Token): void {
  if (!speaking.has(verb.lemma)) return;
  const object = work.children(verb).findLast((child) => child.relation === 'obj' && isNoun(child));
  if (!object) return;
  const said = work
    .children(verb)
    .find(
      (child) =>
        child.relation === 'ccomp' &&
        child.index > object.index &&
        (finite.has(child.xpos) || work.has(child, new Set(['aux', 'aux:pass']))) &&
        !work.has(child, subjects) &&
        !work.has(child, new Set(['mark'])),
    );
  if (!said || work.tokens.slice(object.index + 1, said.index).some(({ upos }) => upos === 'PUNCT')) return;
  work.hang(object, said, subjectRelation(work, said));
}

/** "Separatists to hand over airport": in a headline the infinitive is the verb, the noun its subject. */
function mendInfinitiveHeadline(work: Workpiece): void {
  const { tokens } = work;
  const root = tokens.find(({ head }) => head < 0);
  if (!root || !isNoun(root) || tokens.at(-1)?.upos === 'PUNCT') return;
  if (tokens.some(({ xpos }) => finite.has(xpos))) return;
  // "Kinshasa, rebel envoys to meet": in a headline a comma is "and".
  const joined = work
    .children(root)
    .find((child) => (child.relation === 'appos' || child.relation === 'conj') && isNoun(child));
  const verb = [root, ...(joined ? [joined] : [])]
    .flatMap((noun) => work.children(noun))
    .find((child) => child.relation === 'acl' && child.xpos === 'VB');
  if (!verb || !tokens.some(({ head, lower }) => head === verb.index && lower === 'to')) return;
  if (work.has(root, new Set(['det', 'nmod:poss']))) return;
  verb.head = -1;
  verb.relation = 'root';
  work.hang(root, verb, 'nsubj');
  if (joined) joined.relation = 'conj';
}

const times =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday|tomorrow|tonight|(?:week|month|year|day|night|morning|evening|afternoon|hour|minute|second|decade|time|summer|winter|spring|autumn|weekend|season|century|moment|mile|meter|metre|kilometer|kilometre|way|percent|point|dollar|home|north|south|east|west)s?|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*)$/u;
const inPhrase = new Set(['DET', 'ADJ', 'PRON', 'NUM', 'ADV', 'ADP', 'PROPN', 'NOUN', 'PART']);

/** "called off its truce" with the truce as an adjunct: after a particle a noun without a preposition is the object. */
function mendBareOblique(work: Workpiece, verb: Token): void {
  const own = work.children(verb);
  const particle = own.find(({ relation }) => relation === 'compound:prt');
  if (!particle || own.some(({ relation }) => relation === 'obj' || relation === 'aux:pass')) return;
  const noun = own.find(({ relation, index }) => relation === 'obl' && index > particle.index);
  if (!noun || !isNoun(noun) || times.test(noun.lower) || work.has(noun, new Set(['case']))) return;
  if (work.tokens.slice(particle.index + 1, noun.index).some(({ upos }) => !inPhrase.has(upos))) return;
  noun.relation = 'obj';
}
