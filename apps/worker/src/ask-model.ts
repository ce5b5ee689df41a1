import type { ModelEngine } from '@trucewatch/extraction/engine';
import {
  type ModelAnswer,
  ModelFault,
  type ModelLimits,
  openModel,
  systemClock,
} from '@trucewatch/extraction/model';
import type { Article } from '@trucewatch/schema';
import type { Logger } from 'pino';
import { ExtractionFault } from './threads.ts';

export interface ModelChoice {
  engine: ModelEngine;
  url: string;
  name: string;
  key?: string | undefined;
  /** Seconds that one article may take at the model. */
  seconds: number;
  limits: Partial<ModelLimits>;
}

/** What was asked of a model before the extraction: its answer, or why `both` has to do without. */
export type Asked = { engine: ModelEngine; answer: ModelAnswer } | { missing: string };

export type Ask = (article: Article, signal: AbortSignal) => Promise<Asked>;

/** A worker has no end: its calls and tokens are those of a day. */
const budgetMs = 86_400_000;

/** Faults of this one article, that asking again would not mend. */
const ofTheArticle: readonly string[] = ['malformed', 'cut_off', 'too_large'];

/**
 * Opens the model that articles are shown to before their extraction. With `both` no fault is thrown, but logged and
 * told in the extraction; with `model` a fault of the article ends it, every other is for the job to try again.
 */
export async function openAsking(choice: ModelChoice, log: Logger): Promise<Ask> {
  const { engine, limits, url, name, key } = choice;
  const model = await openModel({
    url,
    name,
    key,
    fetch,
    clock: systemClock,
    limits: { ...limits, runMs: budgetMs },
  });
  return async (article, signal) => {
    try {
      return { engine, answer: await model.ask(article, signal) };
    } catch (error) {
      if (!(error instanceof ModelFault) || error.code === 'stopped') throw error;
      log.warn({ articleId: article.id, reason: error.message }, 'no answer of the language model');
      if (engine === 'both') return { missing: error.message };
      throw ofTheArticle.includes(error.code) ? new ExtractionFault(error.message) : error;
    }
  };
}
