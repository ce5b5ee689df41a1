export { type ExtractOptions, extract, extractor } from './extract.ts';
export type { TraceEntry } from './trace.ts';
