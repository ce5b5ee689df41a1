export { extractWithModel, extractWithoutModel, type ModelEngine } from './extract-with-model.ts';
export type { ModelCache } from './model-cache.ts';
export { type Extract, openExtractor } from './open-extractor.ts';
export { openModel } from './open-model.ts';
export { systemClock } from './system-clock.ts';
