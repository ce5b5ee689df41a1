import type { Token } from './analysis.ts';
import { isTimeChunk, subordinating } from './chunk-kinds.ts';
import type { Chunk, NounChunk } from './chunks.ts';
import { type Phrase, phrase } from './clauses.ts';

/** The leftmost noun chunk since the verb before that no preposition governs, with those joined to it. */
export function ownSubject(tokens: readonly Token[], chunks: Chunk[], at: number): Phrase[] {
  let from = at - 1;
  while (from >= 0 && !isBarrier(tokens, chunks, from)) from--;
  let found: number[] = [];
  for (let c = from + 1; c < at; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind !== 'noun') {
      const word = (tokens[chunk.first] as Token).lower;
      const restart =
        word === 'and' ||
        word === 'but' ||
        word === 'as' ||
        word === 'after' ||
        word === 'while' ||
        word === 'that' ||
        word === ':' ||
        word === '"' ||
        word === '“';
      if (restart && word !== 'and') found = [];
      continue;
    }
    const joint = chunks[c - 1];
    const jointToken = joint ? (tokens[joint.first] as Token) : undefined;
    const governed =
      joint?.kind === 'other' &&
      jointToken?.upos === 'ADP' &&
      (!subordinating.has(jointToken.lower) || commaBetween(tokens, chunks, c, at));
    const object = c - 1 === from && chunks[from]?.kind === 'verb' && hasLaterSubject(tokens, chunks, c, at);
    if (isTimeChunk(tokens, chunk) || object || isBareNumber(tokens, chunk, found.length)) continue;
    if (found.length === 0 && !governed) found.push(c);
    else if (
      found.length > 0 &&
      (jointToken?.lower === 'and' || jointToken?.lower === '&') &&
      isJoined(tokens, chunks, found.at(-1) as number, c)
    )
      found.push(c);
  }
  const first = found[0];
  const list = first === undefined ? [] : listFrom(tokens, chunks, first, at);
  return (list.length > found.length ? list : found).map((c) => phrase(tokens, chunks, c));
}

/** "A, B and C": noun chunks parted by commas, the last by "and". */
function listFrom(tokens: readonly Token[], chunks: Chunk[], first: number, at: number): number[] {
  const list = [first];
  for (let c = first + 1; c < at; ) {
    const word = (tokens[(chunks[c] as Chunk).first] as Token).lower;
    const step =
      word === ',' && (tokens[(chunks[c + 1] ?? (chunks[c] as Chunk)).first] as Token).lower === 'and'
        ? 2
        : 1;
    if ((word !== ',' && word !== 'and') || chunks[c + step]?.kind !== 'noun') return [];
    list.push(c + step);
    if (word === 'and' || step === 2) return c + step === at - 1 ? list : [];
    c += step + 1;
  }
  return [];
}

function commaBetween(tokens: readonly Token[], chunks: Chunk[], from: number, to: number): boolean {
  for (let c = from + 1; c < to; c++)
    if ((tokens[(chunks[c] as Chunk).first] as Token).text === ',') return true;
  return false;
}

/** The "17" of "October 10 and 17". */
function isBareNumber(tokens: readonly Token[], chunk: NounChunk, found: number): boolean {
  return found > 0 && chunk.first === chunk.last && (tokens[chunk.head] as Token).upos === 'NUM';
}

/** Between the object of the verb before and this verb stands another free noun chunk after "and", "but" or a comma. */
function hasLaterSubject(tokens: readonly Token[], chunks: Chunk[], from: number, at: number): boolean {
  for (let c = from + 1; c < at; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind !== 'noun') continue;
    const joint = chunks[c - 1] as Chunk;
    const word = (tokens[joint.first] as Token).lower;
    if (joint.kind === 'noun' && !isTimeChunk(tokens, chunk)) return true;
    if (
      joint.kind === 'other' &&
      (word === ',' ||
        word === 'and' ||
        word === 'but' ||
        word === 'as' ||
        word === 'after' ||
        word === 'while' ||
        word === 'that')
    )
      return true;
  }
  return false;
}

/** "the army and the police", "the foreign ministers of A and B": joined when no comma parts them from a clause of their own. */
function isJoined(tokens: readonly Token[], chunks: Chunk[], left: number, right: number): boolean {
  for (let c = left + 1; c < right; c++)
    if ((tokens[(chunks[c] as Chunk).first] as Token).text === ',') return false;
  return right - left <= 4;
}

function isBarrier(tokens: readonly Token[], chunks: Chunk[], c: number): boolean {
  const chunk = chunks[c] as Chunk;
  if (chunk.kind === 'verb') return true;
  const word = (tokens[chunk.first] as Token).lower;
  return (
    chunk.kind === 'other' &&
    (word === ';' ||
      word === 'that' ||
      word === 'who' ||
      word === 'which' ||
      word === 'because' ||
      word === 'while' ||
      word === 'if')
  );
}
