import type { VerbGroup } from './chunks.ts';
import { isPassive } from './parser/arguments.ts';
import type { Sentence, Token } from './parser/tree.ts';

/** Relations of a verb form that is part of a noun phrase, or of a preposition. */
const notVerbal = new Set([
  'amod',
  'compound',
  'flat',
  'case',
  'mark',
  'advmod',
  'fixed',
  'cc',
  'det',
  'nmod:desc',
]);

const negations = new Set(['not', "n't", 'never', 'hardly', 'neither', 'nor', 'cannot']);
const futureModals = new Set(['will', 'shall', "'ll", 'wo']);
const negating = new Set(['advmod', 'cc:preconj', 'cc']);
const auxiliaries = ['aux', 'aux:pass', 'cop'];

/** The verb group whose lexical verb a token is ("would not have been shelled"), a lone copula too; null for other tokens. */
export function verbGroupOf(sentence: Sentence, token: Token): VerbGroup | null {
  if (token.lower === 'according') return describe(sentence, token, token);
  if (token.upos === 'VERB') return notVerbal.has(token.relation) ? null : describe(sentence, token, token);
  if (token.upos !== 'AUX') return null;
  const head = sentence.headOf(token);
  if (token.relation === 'cop' && head) return describe(sentence, token, head);
  // "Yes, it did": an auxiliary that stands for a verb.
  if (auxiliaries.includes(token.relation) && head?.upos === 'VERB') return null;
  return describe(sentence, token, token);
}

/** @param above where auxiliaries, negation and subject hang: the verb, or the predicate of a copula */
function describe(sentence: Sentence, verb: Token, above: Token): VerbGroup {
  const children = sentence.children(above);
  const helpers = children.filter(
    (child) =>
      child.index < verb.index &&
      (child.upos === 'AUX' || child.upos === 'PART' || (child.relation === 'mark' && child.lower === 'to')),
  );
  const helped = helpers.some(({ upos }) => upos === 'AUX')
    ? helpers
    : [...sharedHelpers(sentence, verb), ...helpers];
  const words = helped.map(({ lower }) => lower);
  const modal = helped.find((helper) => helper.xpos === 'MD' && !futureModals.has(helper.lower));
  const passive = isPassive(sentence, verb);
  const infinitive = words.includes('to') && !helpers.some(({ xpos }) => xpos === 'VBD' || xpos === 'VBZ');
  const helpedFinite = helped.some(({ xpos }) => ['MD', 'VBD', 'VBZ', 'VBP'].includes(xpos));
  return {
    kind: 'verb',
    first: firstOf(sentence, verb, helpers),
    last: verb.index,
    head: verb.index,
    lemma: verb.lower === 'according' ? 'accord' : verb.lemma,
    form: infinitive
      ? 'infinitive'
      : verb.xpos === 'VBG' && !helpedFinite
        ? 'gerund'
        : verb.xpos === 'VBN' && !helpedFinite && ['acl', 'advcl', 'acl:relcl'].includes(verb.relation)
          ? 'participle'
          : 'finite',
    tense: tenseOf(verb, helped),
    passive,
    perfect: words.some((word) => word === 'have' || word === 'has' || word === 'had' || word === "'ve"),
    negated:
      words.some((word) => negations.has(word)) ||
      children.some(
        (child) =>
          negating.has(child.relation) && (negations.has(child.lower) || isNoLonger(sentence, child)),
      ),
    modal: modal ? plainModal(modal.lower) : null,
  };
}

function isNoLonger(sentence: Sentence, child: Token): boolean {
  return child.lower === 'longer' && sentence.tokens[child.index - 1]?.lower === 'no';
}

const plainModal = (word: string) => (word === 'ca' ? 'can' : word);

/** "will withdraw and disarm", "was shot and killed": the second verb has the auxiliaries of the first. */
function sharedHelpers(sentence: Sentence, verb: Token): Token[] {
  const head = sentence.headOf(verb);
  if (verb.relation !== 'conj' || head?.upos !== 'VERB' || head.xpos !== verb.xpos) return [];
  if (verb.xpos === 'VBD' || sentence.child(verb, 'nsubj', 'nsubj:pass')) return [];
  return sentence.children(head, 'aux', 'aux:pass', 'mark').filter(({ index }) => index < head.index);
}

/** The group begins at the first auxiliary that only adverbs part from the verb. */
function firstOf(sentence: Sentence, verb: Token, helpers: readonly Token[]): number {
  let first = verb.index;
  for (let at = verb.index - 1; at >= 0; at--) {
    const token = sentence.tokens[at] as Token;
    if (helpers.includes(token)) first = at;
    else if (token.upos !== 'ADV' && token.upos !== 'PART') break;
  }
  return first;
}

function tenseOf(verb: Token, helpers: readonly Token[]): VerbGroup['tense'] {
  if (helpers.some(({ lower }) => futureModals.has(lower))) return 'future';
  const finite = helpers.find(
    ({ upos, xpos }) => upos === 'AUX' && xpos !== 'VB' && xpos !== 'VBN' && xpos !== 'VBG',
  );
  if (finite?.xpos === 'MD') return 'none';
  const tag = finite?.xpos ?? verb.xpos;
  if (tag === 'VBD' || finite?.lemma === 'have') return 'past';
  if (tag === 'VBZ' || tag === 'VBP') return 'present';
  if (verb.xpos === 'VBN' && !finite) return 'past';
  return 'none';
}
