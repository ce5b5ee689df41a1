import type { Token } from './analysis.ts';
import { isTimeChunk } from './chunk-kinds.ts';
import type { Chunk, NounChunk, VerbGroup } from './chunks.ts';
import { type Clause, type ClauseLink, type Phrase, phrase } from './clauses.ts';
import { ownSubject } from './own-subject.ts';

/** Verbs whose object does the infinitive that follows: "urged Armenia to withdraw". */
const objectControl = new Set([
  'urge',
  'ask',
  'call',
  'order',
  'force',
  'allow',
  'tell',
  'want',
  'request',
  'press',
  'push',
  'invite',
  'persuade',
  'oblige',
  'require',
  'enable',
  'command',
  'instruct',
  'appeal',
  'accuse',
  'blame',
  'suspect',
  'see',
]);

/** Finds who does the verb at chunk `at`; empty when the sentence does not say. */
export function subjectOf(
  tokens: readonly Token[],
  chunks: Chunk[],
  at: number,
  verb: VerbGroup,
  link: ClauseLink,
  earlier: Clause[],
): Phrase[] {
  const previous = earlier.at(-1);
  if (verb.form === 'participle') return before(tokens, chunks, at, (chunk) => chunk.kind === 'noun');
  if (verb.form === 'infinitive' && !previous)
    return before(tokens, chunks, at, (chunk) => chunk.kind === 'noun');
  if (verb.form === 'infinitive' || verb.form === 'gerund') return controller(tokens, verb, previous);
  if (link === 'relative') return before(tokens, chunks, at, (chunk) => chunk.kind === 'noun');
  const own = link === 'coordinated' ? [] : ownSubject(tokens, chunks, at);
  if (own.length > 0) return own;
  if (!previous) return [];
  if (isJoinedTo(tokens, previous.verb, verb)) return coordinatedSubject(earlier);
  if (link === 'coordinated') return coordinatedSubject(earlier);
  if (previous.verb.form === 'participle') return previous.subject;
  return interruptions.has(wordBefore(tokens, verb)) ? interruptedSubject(earlier) : [];
}

const interruptions = new Set([',', '--', '-', '–', '—', ')']);

function controller(tokens: readonly Token[], verb: VerbGroup, previous: Clause | undefined): Phrase[] {
  if (!previous) return [];
  if (objectControl.has(previous.verb.lemma)) {
    if (previous.objects.length > 0) return previous.objects;
    const on = previous.obliques.find((oblique) => ['on', 'upon', 'to', 'for'].includes(oblique.preposition));
    if (on) return on.phrases;
    return previous.verb.passive ? previous.subject : [];
  }
  if (verb.form === 'gerund' && tokens[verb.first - 1]?.lower === 'by' && previous.verb.passive)
    return previous.subject;
  return previous.subject;
}

/** The phrase nearest before the verb, over at most one relative word and comma. */
function before(
  tokens: readonly Token[],
  chunks: Chunk[],
  at: number,
  fits: (chunk: Chunk) => boolean,
): Phrase[] {
  for (let c = at - 1; c >= 0 && c >= at - 5; c--) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return [];
    if (!fits(chunk)) continue;
    const head = headOfChain(tokens, chunks, c, c < at - 1);
    return [phrase(tokens, chunks, head)];
  }
  return [];
}

/** From "region" in "the army of the region, which" back to "the army"; over any preposition where a comma or "that" sets the clause apart. */
function headOfChain(tokens: readonly Token[], chunks: Chunk[], c: number, apart: boolean): number {
  let head = c;
  while (head >= 2 && chunks[head - 2]?.kind === 'noun' && chunks[head - 1]?.kind === 'other') {
    const joint = tokens[(chunks[head - 1] as Chunk).first] as Token;
    const links = apart
      ? joint.upos === 'ADP' || joint.lower === 'and'
      : joint.lower === 'of' || joint.lower === 'between';
    if (!links) break;
    head -= 2;
  }
  return isTimeChunk(tokens, chunks[head] as NounChunk) ? c : head;
}

function wordBefore(tokens: readonly Token[], verb: VerbGroup): string {
  return tokens[verb.first - 1]?.lower ?? '';
}

/** "The truce, which began on Monday, collapsed": the subject that stood before the interruption. */
function interruptedSubject(earlier: Clause[]): Phrase[] {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const clause = earlier[i] as Clause;
    if (clause.subject.length > 0) return clause.subject;
  }
  return [];
}

/** "denied it and in turn claimed": a joint stands somewhere between the two verbs, without a subject of its own. */
function isJoinedTo(tokens: readonly Token[], previous: VerbGroup, verb: VerbGroup): boolean {
  return tokens
    .slice(previous.last + 1, verb.first)
    .some((token) => token.lower === 'and' || token.lower === 'but');
}

/** "X attacked and seized": the subject of the last finite verb. */
function coordinatedSubject(earlier: Clause[]): Phrase[] {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const clause = earlier[i] as Clause;
    if (clause.verb.form === 'finite' && clause.subject.length > 0) return clause.subject;
  }
  return [];
}
