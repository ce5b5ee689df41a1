export { extractWithModel, extractWithoutModel, type ModelEngine } from './extract-with-model.ts';
export type { ModelCache } from './model-cache.ts';
export { ModelFault } from './model-fault.ts';
export { type Extract, openExtractor } from './open-extractor.ts';
export { type Model, type ModelAnswer, openModel } from './open-model.ts';
export { systemClock } from './system-clock.ts';
