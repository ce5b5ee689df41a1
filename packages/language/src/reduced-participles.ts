import type { Token } from './analysis.ts';
import { isTimeChunk, subordinating } from './chunk-kinds.ts';
import type { Chunk, VerbGroup } from './chunks.ts';

/** Without an object right after them these can only be passive: "13 people killed in the raid". */
const needsObject = new Set([
  'kill',
  'wound',
  'injure',
  'displace',
  'damage',
  'destroy',
  'arrest',
  'detain',
  'capture',
  'broker',
]);

/** "a truce brokered by Russia collapsed", "people killed in the raid": a bare past form that takes no subject of its own. */
export function isReducedParticiple(tokens: readonly Token[], chunks: Chunk[], at: number): boolean {
  const verb = chunks[at] as VerbGroup;
  if (verb.form === 'participle') return true;
  if (verb.first !== verb.head || verb.form !== 'finite' || verb.tense !== 'past') return false;
  const form = tokens[verb.head] as Token;
  if (
    form.upos !== 'VERB' ||
    (!form.lower.endsWith('ed') &&
      ![
        'held',
        'led',
        'left',
        'made',
        'sent',
        'hit',
        'struck',
        'shot',
        'met',
        'set',
        'put',
        'brought',
        'fought',
        'lost',
      ].includes(form.lower))
  )
    return false;
  if (
    chunks[at - 1]?.kind !== 'noun' &&
    form.lower !== 'brokered' &&
    (tokens[verb.first - 1]?.text !== ',' || !openersOfAside.has(tokens[verb.last + 1]?.lower ?? ''))
  )
    return false;
  if (tokens[verb.last + 1]?.lower === 'by') return true;
  if (tokens[verb.first - 1]?.text === ',' && chunks[at - 2]?.kind === 'noun')
    return finiteAfterComma(tokens, chunks, at);
  if (needsObject.has(verb.lemma) && chunks[at + 1]?.kind !== 'noun' && chunks[at + 1]?.kind !== 'verb')
    return true;
  if (['held', 'said', 'led', 'met', 'set', 'put'].includes(form.lower) && form.lower !== 'held')
    return false;
  return finiteFollows(tokens, chunks, at);
}

/** ", announced in Washington on Sunday, took effect": an aside between commas, with a finite verb right after it. */
const openersOfAside = new Set(['by', 'in', 'on', 'at', 'after', 'during', 'between', 'under', 'with']);

function finiteAfterComma(tokens: readonly Token[], chunks: Chunk[], at: number): boolean {
  for (let c = at + 1; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return false;
    if ((tokens[chunk.first] as Token).text === ',') return chunks[c + 1]?.kind === 'verb';
  }
  return false;
}

/** A finite verb comes next with neither a subject of its own nor a joint between: then this one cannot be finite too. */
function finiteFollows(tokens: readonly Token[], chunks: Chunk[], at: number): boolean {
  for (let c = at + 1; c < chunks.length; c++) {
    const chunk = chunks[c] as Chunk;
    if (chunk.kind === 'verb') return chunk.form === 'finite';
    const token = tokens[chunk.first] as Token;
    if (subordinating.has(token.lower)) return false;
    if (chunk.kind === 'noun') {
      const joint = chunks[c - 1] as Chunk;
      const governed = joint.kind === 'other' && (tokens[joint.first] as Token).upos === 'ADP';
      if (!governed && !isTimeChunk(tokens, chunk)) return false;
    } else if (token.upos !== 'ADP' && token.upos !== 'ADV' && token.upos !== 'ADJ') return false;
  }
  return false;
}
