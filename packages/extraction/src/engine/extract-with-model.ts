import type { Article, Extraction } from '@trucewatch/schema';
import { type ExtractOptions, extract, extractor } from '../extract.ts';
import type { TraceEntry } from '../trace.ts';
import { bothEngines } from './both-engines.ts';
import { modelEvents } from './model-events.ts';
import type { ModelAnswer } from './open-model.ts';

export type ModelEngine = 'model' | 'both';

/**
 * The extraction of an article from what a model said of it, alone or together with the rules. Pure: it asks nobody.
 * With `both`, what the rules find is never lost.
 */
export function extractWithModel(
  article: Article,
  answer: ModelAnswer,
  engine: ModelEngine,
  options: ExtractOptions = {},
): Extraction & { trace?: TraceEntry[] } {
  const rules = extract(article, options);
  const version = `${extractor.version}+${answer.version}`;
  const model = modelEvents(article, answer, version);
  const unread =
    answer.unread > 0
      ? [`the language model did not see the last ${answer.unread} characters of the text`]
      : [];
  return {
    ...rules,
    extractor: { name: `trucewatch-${engine}`, version },
    events: engine === 'both' ? bothEngines(rules.events, model.events) : model.events,
    warnings: [...rules.warnings, ...model.warnings, ...unread],
    ...(options.trace
      ? { trace: engine === 'both' ? [...(rules.trace ?? []), ...model.trace] : model.trace }
      : {}),
  };
}

/** The rules' own extraction where `both` was wanted and the model gave nothing: it says so and bears the rules' name. */
export function extractWithoutModel(
  article: Article,
  reason: string,
  options: ExtractOptions = {},
): Extraction & { trace?: TraceEntry[] } {
  const rules = extract(article, options);
  return { ...rules, warnings: [...rules.warnings, `${reason}: these events are from the rules alone`] };
}
