import type { TermKind } from '@trucewatch/schema';
import type { Line } from '../document.ts';
import { coreOf, phraseOf, spanning } from './phrase-span.ts';
import * as lexicon from './term-words.ts';
import type { Token } from './truce-slots.ts';

/** What a sentence tells of a truce's terms, or so it seems by its words: whether it does, `terms-of-truce.ts` decides. */
export interface FoundTerm {
  kind: TermKind;
  /** The word that says it. */
  token: Token;
  start: number;
  end: number;
}

/** The terms in a sentence, in order. Linear in its words. */
export function findTerms(line: Line): FoundTerm[] {
  return line.tree.tokens.flatMap((token) => readTerm(token, line) ?? []);
}

function readTerm(token: Token, line: Line): FoundTerm | null {
  if (
    !lexicon.openers.has(token.lemma) &&
    token.lemma !== 'pull' &&
    token.lemma !== 'evacuate' &&
    token.lemma !== 'evacuation'
  )
    return null;
  for (const [kind, read] of readers) {
    const span = read(token, line);
    if (span) return { kind, token, ...span };
  }
  return null;
}

type Span = { start: number; end: number };
type Reader = (token: Token, line: Line) => Span | null;

const isVerb = ({ upos }: Token): boolean => upos === 'VERB';
const isNoun = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN';

/** What is done something to: object, or subject of the passive. */
function undergoer(verb: Token, { tree }: Line): Token | undefined {
  return tree.child(verb, 'obj', 'nsubj:pass');
}

/** Whether a noun is of a kind, by itself or by a word that describes it: "prisoners", "hostage bodies", "bodies of soldiers". */
function isOf(noun: Token | undefined, list: ReadonlySet<string>, { tree }: Line): boolean {
  if (!noun) return false;
  if (list.has(noun.lemma) || list.has(noun.lower)) return true;
  return tree
    .children(noun, 'compound', 'amod', 'nmod', 'conj')
    .some((child) => list.has(child.lemma) || list.has(child.lower));
}

function withArgument(verb: Token, argument: Token, line: Line): Span {
  return spanning([{ start: verb.start, end: verb.end }, coreOf(argument, line.tree)]);
}

const monitoring: Reader = (token, line) => {
  if (isVerb(token) && lexicon.watching.has(token.lemma)) {
    const thing = undergoer(token, line);
    if (thing && !isOf(thing, lexicon.watched, line)) return null;
    const by = line.tree.child(token, 'obl:agent', 'obl');
    const actor = by && line.tree.child(by, 'case')?.lower === 'by' ? by : undefined;
    const argument = actor ?? thing;
    return argument ? withArgument(token, argument, line) : token;
  }
  return isNoun(token) && lexicon.watchers.has(token.lemma) ? coreOf(token, line.tree) : null;
};

const exchange: Reader = (token, line) => {
  if (isVerb(token) && lexicon.giving.has(token.lemma)) {
    const thing = undergoer(token, line);
    return thing && isOf(thing, lexicon.captives, line) ? withArgument(token, thing, line) : null;
  }
  return isNoun(token) && lexicon.givings.has(token.lemma) && isOf(token, lexicon.captives, line)
    ? coreOf(token, line.tree)
    : null;
};

const corridor: Reader = (token, line) => {
  if (token.lemma === 'evacuate' && isVerb(token)) {
    const thing = undergoer(token, line);
    return thing && isOf(thing, lexicon.fleeing, line) ? withArgument(token, thing, line) : null;
  }
  if (token.lemma === 'evacuation')
    return isOf(token, lexicon.fleeing, line) ? coreOf(token, line.tree) : null;
  if (!isNoun(token) || !lexicon.waysOut.has(token.lemma)) return null;
  const described = line.tree
    .children(token, 'compound', 'amod')
    .some(({ lower }) => lexicon.ofWaysOut.has(lower));
  const forWhom = line.tree.children(token, 'nmod').some(({ lemma }) => lexicon.fleeing.has(lemma));
  const isAid = token.lemma === 'passage' && isOf(token, lexicon.aid, line);
  return (described || forWhom) && !isAid ? coreOf(token, line.tree) : null;
};

const humanitarianAccess: Reader = (token, line) => {
  const { tree } = line;
  if (isVerb(token) && lexicon.admitting.has(token.lemma)) {
    const thing = tree
      .children(token, 'obj', 'nsubj', 'nsubj:pass', 'xcomp')
      .find((child) => isAid(child, line));
    return thing ? withArgument(token, thing, line) : null;
  }
  if (!isNoun(token) || !lexicon.admissions.has(token.lemma)) return null;
  const of = tree.children(token, 'compound', 'amod', 'nmod').some((child) => isAid(child, line));
  return of ? coreOf(token, tree) : null;
};

/** "aid", "food convoys", "trucks of aid", and no arms. */
function isAid(noun: Token, line: Line): boolean {
  const described = line.tree.children(noun, 'compound', 'amod', 'nmod');
  if (described.some(({ lower }) => lower === 'military')) return false;
  if (lexicon.aid.has(noun.lemma) || lexicon.aid.has(noun.lower)) return true;
  return lexicon.vehicles.has(noun.lemma) && described.some(({ lemma }) => lexicon.aid.has(lemma));
}

const withdrawal: Reader = (token, line) => {
  const { tree } = line;
  if (isVerb(token)) {
    const leaves =
      lexicon.leaving.has(token.lemma) ||
      (token.lemma === 'pull' && /^(?:back|out)$/u.test(tree.tokens[token.index + 1]?.lower ?? ''));
    if (!leaves || fromNoGround(token, line)) return null;
    const thing = undergoer(token, line) ?? tree.child(token, 'obl');
    const end = tree.tokens[token.index + (token.lemma === 'pull' ? 1 : 0)]?.end ?? token.end;
    return spanning([{ start: token.start, end }, ...(thing ? [coreOf(thing, tree)] : [])]);
  }
  if (!isNoun(token) || !lexicon.departures.has(token.lemma) || token.relation === 'compound') return null;
  return fromNoGround(token, line) ? null : coreOf(token, tree);
};

/** "withdrew from the talks", "the withdrawal of the offer". */
function fromNoGround(token: Token, { tree }: Line): boolean {
  return tree
    .children(token, 'obj', 'nsubj:pass', 'obl', 'nmod', 'compound')
    .some(({ lemma }) => lexicon.noGround.has(lemma));
}

/** "It covers ports", "a truce applying to three districts", "limited to attacks on power plants". */
const scope: Reader = (token, line) => {
  if (!isVerb(token) || !(lexicon.covering.has(token.lemma) || lexicon.applying.has(token.lemma)))
    return null;
  const { tree } = line;
  // The tree hangs "agreed to a truce limited to …" on the verb as often as on the noun.
  const beside = tree.tokens[token.index - 1];
  const subject =
    tree.child(token, 'nsubj', 'nsubj:pass') ??
    (beside && lexicon.truceWords.has(beside.lemma) ? beside : tree.headOf(token));
  if (!subject || !(lexicon.truceWords.has(subject.lemma) || /^(?:it|which|that|this)$/u.test(subject.lower)))
    return null;
  if (lexicon.covering.has(token.lemma)) {
    const thing = tree.child(token, 'obj');
    if (!thing || (token.lemma === 'include' && !isArea(thing, line))) return null;
    return spanning([token, phraseOf(thing, tree)]);
  }
  const to = tree.children(token, 'obl').find((child) => tree.child(child, 'case')?.lower === 'to');
  return to && !line.times.some(({ start, end }) => start < to.end && to.start < end)
    ? spanning([token, phraseOf(to, tree)])
    : null;
};

function isArea(noun: Token, line: Line): boolean {
  return line.places.some(({ start, end }) => start < noun.end && noun.start < end);
}

const readers: readonly (readonly [TermKind, Reader])[] = [
  ['scope', scope],
  ['exchange', exchange],
  ['corridor', corridor],
  ['humanitarian_access', humanitarianAccess],
  ['withdrawal', withdrawal],
  ['monitoring', monitoring],
];
