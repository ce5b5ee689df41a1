import type { Article, Extraction } from '@trucewatch/schema';
import type { ExtractOptions } from '../extract.ts';
import type { TraceEntry } from '../trace.ts';
import { extractWithModel, extractWithoutModel, type ModelEngine } from './extract-with-model.ts';
import { ModelFault } from './model-fault.ts';
import type { Model } from './open-model.ts';

/** As `extract`, but it asks a model on the way. */
export type Extract = (
  article: Article,
  options?: ExtractOptions,
  signal?: AbortSignal,
) => Promise<Extraction & { trace?: TraceEntry[] }>;

/**
 * The door of the rules with a model behind it. With `both` a model that fails costs nothing but its own events; with
 * `model` the fault is thrown, for no events and no answer are not the same.
 */
export function openExtractor(model: Model, engine: ModelEngine): Extract {
  return async (article, options, signal) => {
    try {
      return extractWithModel(article, await model.ask(article, signal), engine, options);
    } catch (error) {
      if (engine === 'both' && error instanceof ModelFault && error.code !== 'stopped')
        return extractWithoutModel(article, error.message, options);
      throw error;
    }
  };
}
