import type { Clock } from './clock.ts';
import type { ModelCache } from './model-cache.ts';

/** What a model may cost. Every number can be set; the defaults suit a news article and a model on one's own machine. */
export interface ModelLimits {
  /** UTF-16 units of an article's text that are sent; what lies beyond is not read, and a warning says so. */
  textCharacters: number;
  /** Tokens of one answer. */
  answerTokens: number;
  /** Bytes of one answer; beyond them it is thrown away unread. */
  answerBytes: number;
  /** Milliseconds that one call may take. */
  callMs: number;
  /** Milliseconds that one article may take, with all its calls and the pauses between them. */
  articleMs: number;
  /** Calls for one article: the first and what is tried again. */
  attempts: number;
  /** Milliseconds before the second call; each further pause is twice as long. */
  pauseMs: number;
  /** Calls of one run. */
  runCalls: number;
  /** Tokens of one run, sent and received. */
  runTokens: number;
  /** Milliseconds after which a run's budget is full again; null for a run that ends. */
  runMs: number | null;
}

export const modelLimits: ModelLimits = {
  textCharacters: 40_000,
  answerTokens: 8_000,
  answerBytes: 2_000_000,
  callMs: 120_000,
  articleMs: 180_000,
  attempts: 3,
  pauseMs: 1_000,
  runCalls: 1_000,
  runTokens: 5_000_000,
  runMs: null,
};

/** Where a model is and what it may use. Nothing here is read from the environment. */
export interface ModelSettings {
  /** Address of an OpenAI-compatible API, up to and with its version: http://127.0.0.1:11434/v1 */
  url: string;
  /** The model's name there. */
  name: string;
  /** Sent as a bearer token. */
  key?: string | undefined;
  /** How requests are made. */
  fetch: typeof fetch;
  clock: Clock;
  /** Answers are kept here and not asked for twice. */
  cache?: ModelCache | undefined;
  limits?: Partial<ModelLimits> | undefined;
}
