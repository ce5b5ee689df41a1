import type { Token } from './analysis.ts';
import type { NounChunk } from './chunks.ts';

/** Words that may open a clause as well as a phrase. */
export const subordinating = new Set([
  'after',
  'before',
  'as',
  'since',
  'than',
  'like',
  'that',
  'while',
  'if',
  'until',
]);

const timeHeads = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow night morning evening afternoon week month year day hours hour days weeks january february march april june july august september october november december gmt utc et p.m. a.m.'.split(
    ' ',
  ),
);

export function isTimeChunk(tokens: readonly Token[], chunk: NounChunk): boolean {
  return (
    timeHeads.has((tokens[chunk.head] as Token).lower) ||
    ((tokens[chunk.head] as Token).upos === 'NUM' &&
      /^(?:19|20)\d\d$/u.test((tokens[chunk.head] as Token).text))
  );
}

/** Words that open a relative clause or a question. */
export const relatives = new Set([
  'who',
  'which',
  'that',
  'whom',
  'whose',
  'what',
  'where',
  'when',
  'why',
  'how',
]);
