import type { Sentence, Token } from './tree.ts';

/** Who does a verb and to whom it is done, as heads of noun phrases; coordinated ones are several. */
export interface Arguments {
  verb: Token;
  /** What does the verb undergo it rather than do it: "was shelled", "the town shelled by the army". */
  passive: boolean;
  /** The grammatical subject, shared, controlled and relative ones included. */
  subjects: Token[];
  agents: Token[];
  patients: Token[];
}

const subjectRelations = ['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj', 'csubj:pass'];
/** How far a subject is looked for through verbs that share or hand on theirs. */
const farthest = 8;

/** Verbs whose subject, not object, does the infinitive below: "promised Syria to withdraw". */
const subjectControl = new Set(['promise', 'threaten', 'vow', 'pledge', 'agree', 'offer', 'swear', 'use']);
/** Verbs whose object does the infinitive below even where the tree has it as an adjunct: "pressed the general to leave". */
const objectControl = new Set(
  'urge ask order force allow tell want request press push invite persuade oblige require enable command instruct warn call appeal lead cause help permit encourage convince'.split(
    ' ',
  ),
);
const accusing = new Set(['accuse', 'blame', 'charge', 'suspect', 'convict']);
/** Verbs whose target stands after a preposition. */
const targeting = new Set([
  'fire',
  'shoot',
  'advance',
  'close',
  'descend',
  'march',
  'retaliate',
  'shell',
  'strike',
]);

/** Reads who does what to whom off the tree around a verb. */
export function argumentsOf(sentence: Sentence, verb: Token): Arguments {
  const passive = isPassive(sentence, verb, 0);
  const subjects = subjectsOf(sentence, verb, 0);
  const objects = objectsOf(sentence, verb);
  const by = expanded(sentence, sentence.children(verb, 'obl:agent'));
  const doers = by.length > 0 ? by : sharedAgents(sentence, verb);
  return {
    verb,
    passive,
    subjects,
    agents: passive ? doers : subjects,
    patients: passive ? subjects : objects,
  };
}

/** A passive by its relations; a participle that hangs on a noun, or on a passive verb as the second of two. */
export function isPassive(sentence: Sentence, verb: Token, depth = 0): boolean {
  if (sentence.child(verb, 'aux:pass', 'nsubj:pass', 'csubj:pass')) return true;
  if (verb.xpos !== 'VBN' || depth > farthest) return false;
  if (sentence.child(verb, 'nsubj', 'aux')) return false;
  if (verb.relation === 'acl' || verb.relation === 'amod' || sentence.child(verb, 'obl:agent')) return true;
  const head = sentence.headOf(verb);
  if (verb.relation === 'conj' && head?.xpos === 'VBN') return isPassive(sentence, head, depth + 1);
  return verb.relation === 'advcl' || verb.relation === 'acl:relcl';
}

/** Tokens with all that is coordinated to them. */
export function expanded(sentence: Sentence, heads: readonly Token[]): Token[] {
  const found = [...heads];
  for (const token of found)
    for (const other of sentence.children(token, 'conj'))
      if (other.upos !== 'VERB' || token.upos === 'VERB') found.push(other);
  return found;
}

function subjectsOf(sentence: Sentence, verb: Token, depth: number): Token[] {
  const own = sentence.children(verb, ...subjectRelations);
  const head = sentence.headOf(verb);
  if (own.length > 0) {
    const [first] = own as [Token];
    if (isRelative(first)) {
      const noun = antecedent(sentence, verb);
      return noun ? expandedAntecedent(sentence, noun, first) : [...own];
    }
    return expanded(sentence, own);
  }
  if (!head || depth > farthest) return [];
  switch (verb.relation) {
    case 'conj':
      return isPredicate(sentence, head) ? subjectsOf(sentence, head, depth + 1) : [];
    case 'xcomp':
      return controllers(sentence, verb, head, depth);
    case 'acl': {
      // "was suspected by his men of selling": who is suspected does it.
      const above = sentence.headOf(head);
      if (head.relation === 'obl:agent' && above && sentence.child(verb, 'mark')?.lower === 'of')
        return subjectsOf(sentence, above, depth + 1);
      return verb.xpos === 'VBG' || verb.xpos === 'VBN' ? expandedAntecedent(sentence, head) : [];
    }
    case 'acl:relcl':
      return relativePronoun(sentence, verb) === undefined ? [] : expandedAntecedent(sentence, head);
    case 'advcl':
      return adverbialSubjects(sentence, verb, head, depth);
    case 'parataxis':
      return head.index < verb.index && verb.xpos !== 'VBG' ? [] : subjectsOf(sentence, head, depth + 1);
    default:
      return [];
  }
}

/** "urged the army to leave": the object does it; "agreed to leave": the subject. */
function controllers(sentence: Sentence, verb: Token, head: Token, depth: number): Token[] {
  const objects = sentence.children(head, 'obj', 'iobj').filter((object) => object.index < verb.index);
  if (objects.length > 0 && !subjectControl.has(head.lemma)) return expanded(sentence, objects);
  const called = sentence
    .children(head, 'obl')
    .filter(
      (oblique) =>
        oblique.index < verb.index &&
        ['on', 'upon', 'to', 'for'].includes(sentence.child(oblique, 'case')?.lemma ?? ''),
    );
  if (called.length > 0 && ['call', 'appeal', 'plead', 'wait', 'look'].includes(head.lemma))
    return expanded(sentence, called);
  return subjectsOf(sentence, head, depth + 1);
}

/** "accused them of shelling": they do it; otherwise a clause without a subject has that of the main one. */
function adverbialSubjects(sentence: Sentence, verb: Token, head: Token, depth: number): Token[] {
  const accused = ['of', 'for', 'from', 'over'].includes(sentence.child(verb, 'mark')?.lemma ?? '');
  const objects = sentence.children(head, 'obj').filter((object) => object.index < verb.index);
  if (accused && objects.length > 0 && !isPassive(sentence, head)) return expanded(sentence, objects);
  // "accused the rebels of an attack, killing ten": what follows is still what they are accused of.
  if (accusing.has(head.lemma) && objects.length > 0 && verb.xpos === 'VBG')
    return expanded(sentence, objects);
  if (verb.xpos === 'VB' && objects.length > 0 && objectControl.has(head.lemma))
    return expanded(sentence, objects);
  // "crossed the canal, took the mill": a second verb without a subject of its own.
  if (verb.xpos === 'VBD' && !sentence.child(verb, 'mark', 'aux'))
    return subjectsOf(sentence, head, depth + 1);
  if (verb.xpos !== 'VBG' && verb.xpos !== 'VBN' && verb.xpos !== 'VB') return [];
  if (head.upos === 'NOUN' || head.upos === 'PROPN') {
    return isPredicate(sentence, head) ? subjectsOf(sentence, head, depth + 1) : [head];
  }
  return subjectsOf(sentence, head, depth + 1);
}

function objectsOf(sentence: Sentence, verb: Token): Token[] {
  const own = sentence.children(verb, 'obj');
  const [first] = own;
  if (first && isRelative(first)) {
    const noun = antecedent(sentence, verb);
    return noun ? expandedAntecedent(sentence, noun, first) : [];
  }
  if (first) return expanded(sentence, own);
  // "the village they shelled": a relative clause with a subject of its own and no object is about its object.
  if (
    verb.relation === 'acl:relcl' &&
    sentence.child(verb, 'nsubj') &&
    !sentence.child(verb, 'obl', 'ccomp')
  ) {
    const head = sentence.headOf(verb);
    const subject = sentence.child(verb, 'nsubj');
    if (head && subject && !isRelative(subject)) return expandedAntecedent(sentence, head);
  }
  if (targeting.has(verb.lemma)) {
    const targets = sentence
      .children(verb, 'obl', 'obj')
      .filter((child) =>
        ['on', 'at', 'against', 'upon'].includes(sentence.child(child, 'case')?.lower ?? ''),
      );
    if (targets.length > 0) return expanded(sentence, targets);
  }
  // "shot and wounded a pilot": what stands after both verbs belongs to both.
  const head = sentence.headOf(verb);
  if (verb.relation === 'conj' && head?.upos === 'VERB')
    return expanded(
      sentence,
      sentence.children(head, 'obj').filter((object) => object.index > verb.index),
    );
  const later = sentence
    .children(verb, 'conj')
    .find((other) => other.upos === 'VERB' && other.index - verb.index <= 3 && sentence.child(other, 'obj'));
  return later && !sentence.child(later, ...subjectRelations)
    ? expanded(sentence, sentence.children(later, 'obj'))
    : [];
}

/** "was shot and killed by gunmen": an agent after the second verb is that of both. */
function sharedAgents(sentence: Sentence, verb: Token): Token[] {
  const near = [
    ...sentence.children(verb, 'conj').filter((other) => other.xpos === 'VBN'),
    ...(verb.relation === 'conj' ? [sentence.headOf(verb)] : []),
  ];
  for (const other of near)
    if (other && (other.index > verb.index || other.xpos === 'VBN')) {
      const agents = sentence.children(other, 'obl:agent').filter((agent) => agent.index > verb.index);
      if (agents.length > 0) return expanded(sentence, agents);
    }
  return [];
}

const relatives = new Set(['who', 'which', 'that', 'whom', 'whose']);

function isRelative(token: Token): boolean {
  return (
    relatives.has(token.lemma.toLowerCase()) &&
    (token.xpos === 'WP' || token.xpos === 'WDT' || token.upos === 'PRON')
  );
}

function relativePronoun(sentence: Sentence, verb: Token): Token | undefined {
  return sentence.children(verb).find((child) => child.index < verb.index && isRelative(child));
}

/** The noun that a relative clause says something of, through clauses that share the pronoun. */
function antecedent(sentence: Sentence, verb: Token): Token | undefined {
  let at: Token | undefined = verb;
  for (let depth = 0; at && depth < farthest; depth++) {
    if (at.relation === 'acl:relcl') return sentence.headOf(at);
    if (!['conj', 'ccomp', 'xcomp', 'advcl'].includes(at.relation)) return undefined;
    at = sentence.headOf(at);
  }
  return undefined;
}

/** "soldiers and gunmen who …" is about both when the verb's pronoun follows both; the nearest alone is the safe reading. */
function expandedAntecedent(sentence: Sentence, noun: Token, pronoun?: Token): Token[] {
  if (isRelative(noun) && pronoun !== noun) return [];
  return [noun, ...sentence.children(noun, 'conj').filter((other) => pronoun && other.index < pronoun.index)];
}

function isPredicate(sentence: Sentence, token: Token): boolean {
  return (
    token.upos === 'VERB' ||
    token.upos === 'AUX' ||
    sentence.child(token, 'cop', ...subjectRelations) !== undefined
  );
}

const onto = new Set(['on', 'against', 'at', 'upon', 'of', 'in']);
const by = new Set(['by', 'from']);

/** Who does what to whom in a noun of action: "the shelling of the town by the army", "the army's attack on the town". */
export function nominalArguments(sentence: Sentence, noun: Token): { agents: Token[]; patients: Token[] } {
  const agents: Token[] = [];
  const patients: Token[] = [];
  const take = (child: Token, depth: number): void => {
    const preposition = sentence.child(child, 'case')?.lower;
    if (child.relation === 'nmod:poss') agents.push(...expanded(sentence, [child]));
    else if (child.index < noun.index || preposition === undefined) return;
    else if (by.has(preposition)) agents.push(...expanded(sentence, [child]));
    else if (onto.has(preposition)) patients.push(...expanded(sentence, [child]));
    else return;
    // "an attack by pirates on a tanker": the second phrase often hangs on the first.
    if (depth < 2)
      for (const next of sentence.children(child, 'nmod', 'obl'))
        if (agents.length === 0 || patients.length === 0) take(next, depth + 1);
  };
  for (const child of sentence.children(noun, 'nmod', 'nmod:poss', 'obl', 'obl:agent')) take(child, 0);
  const head = sentence.headOf(noun);
  if (agents.length === 0 && head?.upos === 'VERB' && !isPassive(sentence, head))
    for (const other of sentence.children(head, 'obl', 'obl:agent', 'obj'))
      if (other.index > noun.index && sentence.child(other, 'case')?.lower === 'by') take(other, 2);
  return { agents, patients };
}
