import type { Clause, Phrase, Tree } from '@trucewatch/language';
import type { Line } from '../document.ts';
import type { TruceMention } from './truce-mentions.ts';

export type Token = Tree['tokens'][number];

/** Where a noun stands in the tree: what some verb does to it, what it does itself, or which preposition or noun it hangs on. */
export interface Slot {
  as: 'object' | 'subject' | 'oblique' | 'noun';
  /** The clause whose verb governs it; null for a noun on which no verb that a rule knows has a hold. */
  clause: Clause | null;
  /** Of an oblique, and of a noun below a noun: "on", "for". */
  preposition: string;
  /** What the preposition hangs on: the noun in "violations of the truce", the verb or adjective in "committed to it". */
  noun: Token | null;
}

/** The token that heads a mention in the tree: "agreement" of "ceasefire agreement". */
export function headOfMention(mention: TruceMention, line: Line): Token {
  const { tokens } = line.tree;
  for (let i = mention.head; i <= mention.last; i++) {
    const token = tokens[i];
    if (token && (token.head < mention.head || token.head > mention.last)) return token;
  }
  return tokens[mention.head] as Token;
}

/** Every place that the noun has: coordinated verbs share it, so it may have several. */
export function slotsOf(noun: Token, line: Line, depth = 0): Slot[] {
  const { tree } = line;
  const top = depth < 4 && sharesPlace(noun, line) ? tree.headOf(noun) : undefined;
  if (top) return slotsOf(top, line, depth + 1);
  const head = tree.headOf(noun);
  const preposition = tree.child(noun, 'case')?.lower ?? '';
  const found: Slot[] = [];
  for (const clause of line.clauses) {
    if (covers(clause.patients, noun) || isGapOf(clause, noun, line) || isOfParticle(clause, noun, line))
      found.push({ as: 'object', clause, preposition: '', noun: null });
    else if (covers(clause.subject, noun)) found.push({ as: 'subject', clause, preposition: '', noun: null });
    else if (preposition && head && governs(clause, head, line))
      found.push({ as: 'oblique', clause, preposition, noun: head });
  }
  const isNoun = head?.upos === 'NOUN' || (head?.upos === 'PROPN' && head.relation === 'nmod');
  if (head && preposition && isNoun && !found.some(({ as }) => as === 'object'))
    found.push({ as: 'noun', clause: null, preposition, noun: head });
  return found;
}

/** "a truce and a swap", "the deal, a truce of ten days": the second noun stands where the first does. */
function sharesPlace(noun: Token, line: Line): boolean {
  const head = line.tree.headOf(noun);
  if (!head || (head.upos !== 'NOUN' && head.upos !== 'PROPN')) return false;
  if (noun.relation === 'conj') return line.tree.child(noun, 'case') === undefined;
  return noun.relation === 'appos' || noun.relation === 'compound' || noun.relation === 'nmod:desc';
}

/** "the truce that the government declared a day before": the tree may take a time for the object. */
function isGapOf(clause: Clause, noun: Token, line: Line): boolean {
  if (clause.link !== 'relative' || clause.verb.passive || clause.objects.length !== 1) return false;
  const { tree, times } = line;
  const opener = tree.tokens[noun.index + 1]?.lower;
  if (opener !== 'that' && opener !== 'which') return false;
  const verb = tree.tokens[clause.verb.head];
  const object = tree.tokens[clause.objects[0]?.head ?? -1];
  if (
    !verb ||
    !object ||
    verb.head !== noun.index ||
    clause.subject.some(({ head }) => head === noun.index + 1)
  )
    return false;
  return times.some(({ start, end }) => start <= object.start && object.end <= end);
}

/** "called off its three-day truce": behind a particle the tree may take the object for another phrase, without a preposition. */
function isOfParticle(clause: Clause, noun: Token, line: Line): boolean {
  const verb = line.tree.tokens[clause.verb.head];
  if (!verb || noun.relation !== 'obl' || noun.head !== verb.index || clause.objects.length > 0) return false;
  const particle = line.tree.child(verb, 'compound:prt');
  return particle !== undefined && particle.index < noun.index && !line.tree.child(noun, 'case');
}

function covers(phrases: readonly Phrase[], noun: Token): boolean {
  return phrases.some(({ first, last }) => first <= noun.index && noun.index <= last);
}

/** Whether the token is the verb of the clause, or the adjective of its copula. */
function governs(clause: Clause, head: Token, line: Line): boolean {
  if (clause.verb.head === head.index) return true;
  if (
    head.head === clause.verb.head &&
    /^(?:xcomp|obj|ccomp)$/u.test(head.relation) &&
    (head.upos === 'ADJ' || head.lower === 'bound')
  )
    return true;
  const verb = line.tree.tokens[clause.verb.head];
  return verb?.relation === 'cop' && verb.head === head.index && head.upos !== 'NOUN';
}
