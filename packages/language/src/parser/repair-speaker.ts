import type { Token } from './tree.ts';
import type { Workpiece } from './workpiece.ts';

const speaking = new Set(
  'say add tell write report announce note state warn claim explain declare recall insist'.split(' '),
);
const finite = new Set(['VBD', 'VBZ', 'VBP']);
const subjects = new Set(['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass', 'expl']);
/** So many words may follow the verb: when, where and to whom it was said. */
const mostAfter = 9;
/** So many words may name the speaker. */
const longestName = 16;

/**
 * "The shelling killed nine in Goma, the mayor, Jean Amuli, said on Monday": who stands between the last comma of
 * what is told and a verb of saying that ends the sentence speaks; the network takes them for an apposition of the last
 * noun before, and gives the verb the first noun of the sentence or nobody.
 */
export function mendTrailingSpeaker(work: Workpiece, verb: Token): void {
  if (!speaking.has(verb.lemma) || !ends(work, verb)) return;
  const before = work.tokens[verb.index - 1];
  if (!before) return;
  const name = before.text === ',' ? spanBefore(work, before.index) : null;
  const last = name ? name.comma : verb.index;
  const speaker =
    name && work.tokens[name.comma]?.text === ',' ? spanBefore(work, name.comma) : spanBefore(work, last);
  if (!speaker || (before.text === ',' && !name)) return;
  const subject = work.children(verb).find((child) => subjects.has(child.relation));
  if (subject && subject.index > speaker.comma) return;
  const told = work.tokens.slice(0, speaker.comma).find(isTold(work, speaker.top));
  if (!told || (subject && subject.index > told.index)) return;
  if (work.isUnder(verb, speaker.top)) {
    if (work.isUnder(told, speaker.top)) return;
    const root = work.tokens.find(({ head }) => head < 0);
    if (!root || work.isUnder(root, speaker.top) || root === verb) return;
    work.hang(verb, root, 'parataxis');
  }
  if (subject && told.upos === 'VERB') giveBack(work, subject, told);
  work.hang(speaker.top, verb, 'nsubj');
  if (name && name.top !== speaker.top && !work.isUnder(speaker.top, name.top))
    work.hang(name.top, speaker.top, 'appos');
}

const papers = new Set(
  'statement tweet post message communique letter speech address interview broadcast briefing report video note declaration'.split(
    ' ',
  ),
);
const opensName = /^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/u;

/** "In a statement the ministry said …", without a comma: the network makes one noun phrase of both, and nobody speaks. */
export function mendSpeakerAfterPaper(work: Workpiece, verb: Token): void {
  if (!speaking.has(verb.lemma) || !finite.has(verb.xpos)) return;
  const { tokens } = work;
  const [opener] = tokens;
  if (opener?.lower !== 'in' || verb.index > longestName) return;
  const paper = tokens.slice(1, 4).find(({ lower, upos }) => upos === 'NOUN' && papers.has(lower));
  if (!paper || verb.index - paper.index < 2) return;
  const subject = work.children(verb).find((child) => subjects.has(child.relation));
  if (subject && paper.head !== subject.index) return;
  const name = tokens.slice(paper.index + 1, verb.index);
  const first = name[0] as Token;
  if (!opensName.test(first.upos)) return;
  if (name.some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'PUNCT')) return;
  const tops = name.filter(({ head }) => head <= paper.index || head >= verb.index);
  const [top] = tops;
  if (!top || tops.length > 1 || work.isUnder(verb, top) || work.isUnder(verb, paper)) return;
  work.hang(paper, verb, 'obl');
  for (const before of tokens.slice(0, paper.index))
    if (before.head === top.index || before.head === verb.index)
      work.hang(before, paper, before === opener ? 'case' : before.relation);
  work.hang(top, verb, 'nsubj');
}

/** A verb that tells something by itself, and not of somebody: no relative clause, and not below who speaks. */
function isTold(work: Workpiece, speaker: Token): (token: Token) => boolean {
  return (token) =>
    (token.upos === 'VERB' || token.relation === 'cop') &&
    (finite.has(token.xpos) || work.has(token, new Set(['aux', 'aux:pass']))) &&
    !token.relation.startsWith('acl') &&
    !work.isUnder(token, speaker);
}

/** The subject that the verb of saying had belongs to what is told, where that has none. */
function giveBack(work: Workpiece, subject: Token, told: Token): void {
  if (work.isUnder(told, subject)) return;
  const noun = work
    .children(subject)
    .find(({ relation, index }) => relation === 'appos' && index < told.index);
  if (!work.has(told, subjects)) work.hang(noun ?? subject, told, 'nsubj');
  if (noun || work.has(told, subjects)) {
    if (subject.head !== told.index) work.hang(subject, told, 'dislocated');
  }
}

/** Whether hardly more than a time follows the verb, and no clause. */
function ends(work: Workpiece, verb: Token): boolean {
  const after = work.tokens.slice(verb.index + 1);
  return (
    after.length <= mostAfter &&
    after.every(
      ({ upos, lower }) =>
        upos !== 'VERB' && upos !== 'AUX' && upos !== 'SCONJ' && lower !== 'that' && lower !== ':',
    )
  );
}

interface Span {
  comma: number;
  top: Token;
}

/** The noun phrase between a comma and the word at `end`: its top hangs on something before the comma, or on what follows. */
function spanBefore(work: Workpiece, end: number): Span | null {
  for (let at = end - 1; at >= Math.max(1, end - longestName); at--) {
    if (work.tokens[at]?.text !== ',') continue;
    const closed = /^["”’']{1,2}$/u.test(work.tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const inside = work.tokens.slice(closed, end);
    const tops = inside.filter(({ head }) => head <= at || head >= end);
    const top = tops.find(({ upos }) => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON');
    if (!top || inside.length === 0) return null;
    const first = inside[0] as Token;
    const opens =
      /^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/u.test(first.upos) &&
      !/^(?:who|which|that|what|whom)$/u.test(first.lower);
    const hasCase = work
      .children(top)
      .some(({ relation, index }) => relation === 'case' && index < top.index);
    const joined = inside.some(({ upos, head }) => upos === 'CCONJ' && (head <= at || head >= end));
    return opens && !hasCase && !joined && top.xpos !== 'CD' ? { comma: at, top } : null;
  }
  return null;
}
