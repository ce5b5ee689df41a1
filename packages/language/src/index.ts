export { analyse } from './analyse.ts';
export type { Analysis, Sentence, Token, Upos } from './analysis.ts';
export { type Chunk, chunksOf, type NounChunk, type VerbGroup } from './chunks.ts';
export { type Clause, type ClauseLink, clausesOf, type Oblique, type Phrase } from './clauses.ts';
