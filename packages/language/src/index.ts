export { analyse } from './analyse.ts';
export type { Analysis, Sentence } from './analysis.ts';
export { type Chunk, chunksOf, type NounChunk, type VerbGroup } from './chunks.ts';
export { type Clause, type ClauseLink, clausesOf, type Oblique, type Phrase } from './clauses.ts';
export { argumentsOf, nominalArguments } from './parser/arguments.ts';
export type { Sentence as Tree, Token } from './parser/tree.ts';
