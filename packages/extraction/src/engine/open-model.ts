import type { Article } from '@trucewatch/schema';
import { openBudget } from './budget.ts';
import type { Called } from './call-model.ts';
import { beginningOf, instructions, messageFor, promptVersion } from './instructions.ts';
import { cachedAnswer, cacheKey, keepAnswer } from './model-cache.ts';
import { ModelFault } from './model-fault.ts';
import { type ModelLimits, type ModelSettings, modelLimits } from './model-settings.ts';
import type { Answer } from './proposal.ts';

/** What a model said of one article, not yet proved. Plain data: it can go to another thread. */
export interface ModelAnswer extends Answer {
  /** Name of the model and version of what it was asked: part of the extractor's version. */
  version: string;
  /** UTF-16 units of the text that it did not see. */
  unread: number;
}

export interface Model {
  version: string;
  /**
   * Asks the model for the events of an article, or takes the answer from the cache.
   * @throws ModelFault
   */
  ask(article: Article, signal?: AbortSignal): Promise<ModelAnswer>;
}

/** English has about four characters a token; other scripts more tokens: three are reckoned with. */
const charactersPerToken = 3;

/**
 * Opens a model with the budget of one run. Nothing is sent before the first article. The SDK is imported here and
 * nowhere else, so that who proves answers only (a worker's thread) does not load it.
 */
export async function openModel(settings: ModelSettings): Promise<Model> {
  const { openCall } = await import('./call-model.ts');
  const limits: ModelLimits = { ...modelLimits, ...settings.limits };
  const { clock, cache, name } = settings;
  const budget = openBudget(limits, clock);
  const call = openCall(settings, limits);
  const version = `${name}/${promptVersion}`;

  return {
    version,
    async ask(article, signal) {
      const text = beginningOf(article.text, limits.textCharacters);
      const message = messageFor(article, text);
      const key = cacheKey({ name, instructions, message, tokens: limits.answerTokens });
      const about = { version, unread: article.text.length - text.length };
      const kept = await cachedAnswer(cache, key);
      if (kept) return { ...kept, ...about };
      const answer = await persist(message, signal);
      await keepAnswer(cache, key, answer);
      return { ...answer, ...about };
    },
  };

  /** Calls until there is an answer, a fault that does not pass, or no more time for another attempt. */
  async function persist(message: string, signal: AbortSignal | undefined): Promise<Answer> {
    const end = clock.now() + limits.articleMs;
    const overall = AbortSignal.any([clock.deadline(limits.articleMs), ...(signal ? [signal] : [])]);
    for (let attempt = 1; ; attempt++) {
      try {
        return (await once(message, overall)).answer;
      } catch (error) {
        if (signal?.aborted) throw new ModelFault('stopped', 'the call of the language model was stopped');
        if (overall.aborted) throw late();
        if (!(error instanceof ModelFault) || !error.passing || attempt >= limits.attempts) throw error;
        const pause = Math.max(error.waitMs ?? 0, limits.pauseMs * 2 ** (attempt - 1));
        if (clock.now() + pause >= end) throw error;
        await clock.pause(pause, overall).catch(() => {
          throw signal?.aborted
            ? new ModelFault('stopped', 'the call of the language model was stopped')
            : late();
        });
      }
    }
  }

  async function once(message: string, overall: AbortSignal): Promise<Called> {
    const sent = Math.ceil((instructions.length + message.length) / charactersPerToken);
    const settle = budget.reserve(sent + limits.answerTokens);
    // A call that failed is reckoned with what it sent.
    let spent = sent;
    try {
      const called = await call(message, AbortSignal.any([overall, clock.deadline(limits.callMs)]));
      spent = called.tokens ?? sent + limits.answerTokens;
      return called;
    } finally {
      settle(spent);
    }
  }

  function late(): ModelFault {
    return new ModelFault(
      'timeout',
      `the language model did not answer within the ${limits.articleMs} ms of one article`,
    );
  }
}
