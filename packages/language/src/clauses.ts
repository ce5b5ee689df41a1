import type { Token } from './analysis.ts';
import { type Chunk, chunksOf, type NounChunk, type VerbGroup } from './chunks.ts';
import { isReducedParticiple } from './reduced-participles.ts';
import { subjectOf } from './subjects.ts';

/** A noun phrase as an argument: its chunk, and how far what hangs on it with prepositions reaches. */
export interface Phrase {
  first: number;
  last: number;
  head: number;
  /** Index of the last token of its "of …", "in …" phrases. */
  extent: number;
}

/** "with artillery", "on the town": a preposition and what it governs. */
export interface Oblique {
  preposition: string;
  at: number;
  phrases: Phrase[];
}

/** How a clause hangs on the one before: "said that X fired", "urged X to withdraw", "the deal signed by X". */
export type ClauseLink =
  | 'main'
  | 'complement'
  | 'infinitive'
  | 'relative'
  | 'participle'
  | 'adverbial'
  | 'coordinated';

/**
 * One verb with who does it to whom, as far as tag chunks tell. This is the view on which extraction's
 * rules stand: dependency trees can take the place of the chunks behind it.
 */
export interface Clause {
  index: number;
  verb: VerbGroup;
  /** The grammatical subject, coordinated ones as several. */
  subject: Phrase[];
  objects: Phrase[];
  /** Phrases after the verb, then those that stand before the subject. */
  obliques: Oblique[];
  link: ClauseLink;
  /** Index of the clause on which it hangs. */
  parent: number | null;
  /** "if", "after", "unless", "that" …, when one opens it. */
  marker: string | null;
}

const markers = new Set([
  'if',
  'after',
  'before',
  'because',
  'while',
  'when',
  'as',
  'since',
  'until',
  'unless',
  'though',
  'although',
  'that',
  'whether',
  'once',
  'despite',
  'so',
  'lest',
  'than',
]);
const coordinators = new Set(['and', 'but', 'or', 'nor', 'then']);
const relativeWords = new Set(['who', 'which', 'whom', 'whose', 'where']);

/** Reads a sentence's tokens into clauses, one for each verb, in order. Chunks that are known already need not be made again. */
export function clausesOf(tokens: readonly Token[], chunks: Chunk[] = chunksOf(tokens)): Clause[] {
  const clauses: Clause[] = [];
  for (let c = 0; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind !== 'verb') continue;
    clauses.push(readClause(tokens, chunks, c, clauses));
  }
  return clauses;
}

function readClause(tokens: readonly Token[], chunks: Chunk[], at: number, earlier: Clause[]): Clause {
  let verb = chunks[at] as VerbGroup;
  if (isReducedParticiple(tokens, chunks, at)) verb = { ...verb, form: 'participle', passive: true };
  const after = gatherAfter(tokens, chunks, at);
  const link = linkOf(tokens, chunks, at, verb, earlier);
  const marker = markerBefore(tokens, chunks, at);
  const subject = subjectOf(tokens, chunks, at, verb, link, earlier);
  return {
    index: earlier.length,
    verb,
    subject,
    objects: after.objects,
    obliques: [...after.obliques, ...frontedObliques(tokens, chunks, at)],
    link: marker && marker !== 'that' && verb.form === 'finite' ? 'adverbial' : link,
    parent: earlier.length > 0 ? earlier.length - 1 : null,
    marker,
  };
}

function linkOf(
  tokens: readonly Token[],
  chunks: Chunk[],
  at: number,
  verb: VerbGroup,
  earlier: Clause[],
): ClauseLink {
  if (verb.form === 'infinitive') return 'infinitive';
  if (verb.form === 'participle' || verb.form === 'gerund') return 'participle';
  for (let c = at - 1; c >= 0 && c >= at - 3; c--) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') break;
    const word = (tokens[chunk.first] as Token).lower;
    if (relativeWords.has(word) || (word === 'that' && c === at - 1)) return 'relative';
    if (coordinators.has(word) && c === at - 1) return 'coordinated';
  }
  return earlier.length === 0 ? 'main' : 'complement';
}

/** The subordinator that opens the stretch between the verb before and this verb. */
function markerBefore(tokens: readonly Token[], chunks: Chunk[], at: number): string | null {
  for (let c = at - 1; c >= 0; c--) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return null;
    if (chunk.kind !== 'other') continue;
    const word = (tokens[chunk.first] as Token).lower;
    if (word === ';') return null;
    const leadsNounOnly =
      (word === 'after' ||
        word === 'before' ||
        word === 'since' ||
        word === 'until' ||
        word === 'despite' ||
        word === 'as' ||
        word === 'than') &&
      isClosedBefore(tokens, chunks, c, at);
    if (markers.has(word) && !leadsNounOnly) return word;
  }
  return null;
}

/** "After the talks, Armenia said": the phrase is closed by a comma before another subject comes. */
function isClosedBefore(tokens: readonly Token[], chunks: Chunk[], from: number, at: number): boolean {
  for (let c = from + 1; c < at; c++) {
    if ((tokens[(chunks[c] as Chunk).first] as Token).text === ',') return chunks[c + 1]?.kind === 'noun';
  }
  return false;
}

interface After {
  objects: Phrase[];
  obliques: Oblique[];
}

function gatherAfter(tokens: readonly Token[], chunks: Chunk[], at: number): After {
  const result: After = { objects: [], obliques: [] };
  let target: Phrase[] = result.objects;
  let closed = false;
  for (let c = at + 1; c < chunks.length && c < at + 40; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') break;
    const token = tokens[chunk.first] as Token;
    if (chunk.kind === 'noun') {
      if (isNextSubject(chunks, c) && target === result.objects && !closed) break;
      if (isNextSubject(chunks, c) && closed) break;
      if (!closed || isCoordinated(tokens, chunks, c)) target.push(phrase(tokens, chunks, c));
      closed = true;
    } else if (token.upos === 'ADP' || token.lower === 'against') {
      const oblique = { preposition: token.lower, at: chunk.first, phrases: [] };
      result.obliques.push(oblique);
      target = oblique.phrases;
      closed = false;
    } else if (token.text === ';' || markers.has(token.lower) || relativeWords.has(token.lower)) {
      break;
    }
  }
  result.obliques = result.obliques.filter((oblique) => oblique.phrases.length > 0);
  return result;
}

function isNextSubject(chunks: Chunk[], c: number): boolean {
  const next = chunks[c + 1];
  return next?.kind === 'verb' && next.form === 'finite';
}

/** "A, B and C": the chunk before this one is joined to it. */
function isCoordinated(tokens: readonly Token[], chunks: Chunk[], c: number): boolean {
  const joint = chunks[c - 1];
  if (joint?.kind !== 'other') return false;
  const word = (tokens[joint.first] as Token).lower;
  return word === 'and' || word === 'or' || word === ',' || word === '&';
}

/** A chunk as a phrase, with the reach of its prepositional tail. */
export function phrase(tokens: readonly Token[], chunks: Chunk[], c: number): Phrase {
  const chunk = chunks[c] as NounChunk;
  let extent = chunk.last;
  for (let next = c + 1; next + 1 < chunks.length; next += 2) {
    const joint = chunks[next] as Chunk;
    const noun = chunks[next + 1] as Chunk;
    if (joint.kind !== 'other' || (tokens[joint.first] as Token).upos !== 'ADP' || noun.kind !== 'noun')
      break;
    extent = noun.last;
  }
  return { first: chunk.first, last: chunk.last, head: chunk.head, extent };
}

function opensClause(tokens: readonly Token[], chunk: Chunk): boolean {
  const word = (tokens[chunk.first] as Token).lower;
  return (
    word === ',' || word === ';' || coordinators.has(word) || markers.has(word) || relativeWords.has(word)
  );
}

/** "On Friday, in Geneva, the ministers met": what stands before the subject. */
function frontedObliques(tokens: readonly Token[], chunks: Chunk[], at: number): Oblique[] {
  const fronted: Oblique[] = [];
  let opening = at;
  while (opening > 0 && (chunks[opening - 1] as Chunk).kind !== 'verb') opening--;
  if (opening > 0) {
    while (opening < at && !opensClause(tokens, chunks[opening] as Chunk)) opening++;
  }
  for (let c = at - 1; c >= Math.max(1, opening); c--) {
    const chunk = chunks[c] as Chunk;
    const before = chunks[c - 1] as Chunk;
    if (chunk.kind === 'noun' && before.kind === 'other' && (tokens[before.first] as Token).upos === 'ADP') {
      fronted.push({
        preposition: (tokens[before.first] as Token).lower,
        at: before.first,
        phrases: [phrase(tokens, chunks, c)],
      });
    }
  }
  return fronted.reverse();
}
