import type { Candidate, TermDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { type FoundTerm, findTerms } from './find-terms.ts';
import { scopeBeside } from './scope-beside.ts';
import { otherTimes, providing, truceWords } from './term-words.ts';
import type { Token } from './truce-slots.ts';

/** So many sentences on a text may go on about a truce. */
const reach = 2;

/** What the truce of a candidate provides for, as its sentence and those that go on about it tell. */
export function termsOfTruce(candidate: Candidate, story: Story): TermDraft[] {
  const { line } = candidate;
  const found: TermDraft[] = scopeBeside(candidate, story);
  collect(line, found);
  for (let at = line.index + 1; at <= line.index + reach; at++) {
    const next = story.document.lines[at];
    if (next?.part !== line.part || !goesOn(next)) break;
    collect(next, found);
  }
  return found;
}

function collect(line: Line, found: TermDraft[]): void {
  for (const { kind, start, end } of providedTerms(line))
    if (!found.some((known) => isToldBy(known, kind, line))) found.push({ kind, line, start, end });
}

const known = new WeakMap<Line, FoundTerm[]>();

/** The terms that a sentence tells as such, of each kind the first: read once, however many truces it speaks of. */
function providedTerms(line: Line): FoundTerm[] {
  const before = known.get(line);
  if (before) return before;
  const kept: FoundTerm[] = [];
  for (const term of findTerms(line))
    if (!kept.some(({ kind }) => kind === term.kind) && isProvided(term, line)) kept.push(term);
  known.set(line, kept);
  return kept;
}

/** One of a kind is enough; what a truce covers may be told in several sentences. */
function isToldBy(told: TermDraft, kind: FoundTerm['kind'], line: Line): boolean {
  return told.kind === kind && (kind !== 'scope' || told.line === line);
}

/** "It covers …", "Under the deal …", "Both sides are to …", "Observers will …": the sentence tells what the truce provides for. */
function goesOn({ tree }: Line): boolean {
  const { root } = tree;
  if (!root) return false;
  const subject = tree.child(root, 'nsubj', 'nsubj:pass');
  if (subject && (/^(?:it|this)$/u.test(subject.lower) || isThatTruce(subject, tree))) return true;
  if (isAhead(root, tree)) return true;
  return tree
    .children(root, 'obl')
    .some((phrase) => tree.child(phrase, 'case')?.lower === 'under' && isThatTruce(phrase, tree));
}

function isThatTruce(noun: Token, tree: Line['tree']): boolean {
  return (
    (truceWords.has(noun.lemma) &&
      /^(?:the|this|its)$/u.test(tree.child(noun, 'det', 'nmod:poss')?.lower ?? '')) ||
    noun.lower === 'it'
  );
}

/** "will", "must", "are to". */
function isAhead(verb: Token, tree: Line['tree']): boolean {
  const isTo = tree.child(verb, 'mark')?.lower === 'to';
  return tree
    .children(verb, 'aux', 'aux:pass', 'cop')
    .some(
      ({ lower, lemma }) =>
        /^(?:will|shall|must|would|should|may|can)$/u.test(lower) || (isTo && lemma === 'be'),
    );
}

/** A sentence is no deeper. */
const deepest = 14;

/**
 * Whether a sentence tells of the thing as of something to be done under the truce: all the way up to its main verb
 * nothing was done, nothing is denied, and nothing stands behind "after". Who monitors and only says something is no term.
 */
function isProvided({ token }: FoundTerm, { tree }: Line): boolean {
  let at: Token | undefined = token;
  for (let steps = 0; at && steps < deepest; steps++) {
    const opener: readonly Token[] = tree.children(at, 'case', 'mark', 'advmod', 'det');
    if (opener.some(({ lower }) => otherTimes.has(lower) || /^(?:no|not|never|n't)$/u.test(lower)))
      return false;
    if (isDone(at, tree)) return false;
    const above: Token | undefined = tree.headOf(at);
    if (above && at.relation === 'nsubj' && !isAhead(above, tree) && !providing.has(above.lemma))
      return false;
    if (above && at.relation.startsWith('nsubj') && speaking.has(above.lemma)) return false;
    at = above;
  }
  return true;
}

const speaking: ReadonlySet<string> = new Set(
  'say tell report add confirm state announce declare see'.split(' '),
);

/** "released", "has withdrawn", "were exchanged", "is monitoring": done or being done, by no verb that provides for something. */
function isDone(verb: Token, tree: Line['tree']): boolean {
  if (verb.upos !== 'VERB' || providing.has(verb.lemma)) return false;
  const auxiliaries = tree.children(verb, 'aux', 'aux:pass');
  if (isAhead(verb, tree)) return false;
  if (verb.xpos === 'VBD') return true;
  const has = auxiliaries.some(({ lemma }) => lemma === 'have');
  const was = auxiliaries.some(({ lower }) => lower === 'was' || lower === 'were');
  const going = verb.xpos === 'VBG' && auxiliaries.some(({ lemma }) => lemma === 'be');
  return has || was || going;
}
