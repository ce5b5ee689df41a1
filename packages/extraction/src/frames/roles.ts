import type { Clause, Phrase } from '@trucewatch/language';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';

/** Phrases after one of these prepositions, in order. */
export function governedBy(clause: Clause, ...prepositions: string[]): Phrase[] {
  const found: Phrase[] = [];
  for (const { preposition, phrases } of clause.obliques)
    if (prepositions.includes(preposition)) for (const phrase of phrases) found.push(phrase);
  return found;
}

/** To whom it is done: the object, or in the passive the subject. */
export function undergoer(clause: Clause): Phrase[] {
  return clause.patients;
}

export function doers(clause: Clause, line: Line, story: Story): ActorRef[] {
  return actorsOf(clause.agents, line, story);
}

export function undergoers(clause: Clause, line: Line, story: Story): ActorRef[] {
  return actorsOf(undergoer(clause), line, story);
}

/** The clause that governs this one, when it hangs on one as a complement, an infinitive or a participle. */
export function governor(clause: Clause, line: Line): Clause | null {
  return clause.parent === null ? null : (line.clauses[clause.parent] ?? null);
}

/** The particle right after the verb: "broke down", "pulled out". */
export function particle(clause: Clause, line: Line): string {
  return line.tokens[clause.verb.last + 1]?.lower ?? '';
}

/** The text of the clause from its verb to the next one. */
export function tail(clause: Clause, line: Line): string {
  const next = line.clauses[clause.index + 1];
  return line.tokens
    .slice(clause.verb.last + 1, next ? next.verb.first : line.tokens.length)
    .map((token) => token.lower)
    .join(' ');
}

/**
 * The subject, and where the tree gives a finite verb none, the noun phrase right before it: after a long opening
 * ("Early on Tuesday morning, the first soldiers deployed …") the tree may lose it.
 */
export function subjectOf(clause: Clause, line: Line): Phrase[] {
  if (clause.subject.length > 0 || clause.verb.form !== 'finite' || clause.link === 'relative')
    return clause.subject;
  const before = line.chunks.find(({ last }) => last === clause.verb.first - 1);
  return before?.kind === 'noun'
    ? [{ first: before.first, last: before.last, head: before.head, extent: before.last }]
    : [];
}

/** Who does it: as the tree tells, else in the active the subject before the verb, else who is said to try or to deny it. */
export function agentsOf(clause: Clause, line: Line): Phrase[] {
  if (clause.agents.length > 0 || clause.verb.passive) return clause.agents;
  const subject = subjectOf(clause, line);
  return subject.length > 0 ? subject : controllers(clause, line);
}

const ownDeeds = new Set(['deny', 'admit', 'acknowledge', 'confess', 'concede']);

/** "for X to bomb", "Y's attempt to retake", "both deny targeting": who would do what no subject stands before. */
function controllers(clause: Clause, line: Line): Phrase[] {
  const { verb } = clause;
  if (verb.form === 'gerund') {
    const above = governor(clause, line);
    return above && ownDeeds.has(above.verb.lemma) ? above.subject : [];
  }
  if (verb.form !== 'infinitive') return [];
  const to = line.tokens[verb.first]?.lower === 'to' ? verb.first : verb.first - 1;
  const before = line.chunks.find(({ last }) => last === to - 1);
  if (before?.kind === 'noun' && line.tokens[before.first - 1]?.lower === 'for')
    return [{ first: before.first, last: before.last, head: before.head, extent: before.last }];
  const verbToken = line.tree.tokens[verb.head];
  const noun = verbToken && line.tree.headOf(verbToken);
  if (noun?.upos !== 'NOUN') return [];
  return line.tree.children(noun, 'nmod:poss').map(({ index }) => ({
    first: line.chunks.find(({ first, last }) => first <= index && index <= last)?.first ?? index,
    last: index,
    head: index,
    extent: index,
  }));
}
