import * as z from 'zod';
import { type ModelLimits, modelLimits } from './model-settings.ts';

const number = (low: number, high: number) =>
  z.coerce
    .number({ error: `must be a number from ${low} to ${high}` })
    .int(`must be a whole number from ${low} to ${high}`)
    .min(low, `must be a number from ${low} to ${high}`)
    .max(high, `must be a number from ${low} to ${high}`);

/** The settings of a model as environment variables, for the apps' own schemas: a package reads no environment. */
export const modelEnv = {
  /** Address of an OpenAI-compatible API, with its version. */
  MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:11434/v1' })
    .optional(),
  /** The model's name there. */
  MODEL_NAME: z.string().max(200, 'must be the name of a model').optional(),
  MODEL_API_KEY: z.string().max(4_000, 'must be a key').optional(),
  /** Seconds that one article may take, with all that is tried again. */
  MODEL_SECONDS: number(1, 3_600).default(modelLimits.articleMs / 1_000),
  /** Calls of one run; for a worker, of one day. */
  MODEL_CALLS: number(1, 1_000_000_000).optional(),
  /** Tokens of one run, sent and received; for a worker, of one day. */
  MODEL_TOKENS: number(1, 1_000_000_000_000).optional(),
};

type Values = z.infer<z.ZodObject<typeof modelEnv>>;

/** The limits that are set; the others keep their defaults. One call may take two thirds of an article's time, so that another can follow. */
export function limitsFrom({ MODEL_SECONDS, MODEL_CALLS, MODEL_TOKENS }: Values): Partial<ModelLimits> {
  return {
    articleMs: MODEL_SECONDS * 1_000,
    callMs: Math.ceil((MODEL_SECONDS * 2_000) / 3),
    ...(MODEL_CALLS ? { runCalls: MODEL_CALLS } : {}),
    ...(MODEL_TOKENS ? { runTokens: MODEL_TOKENS } : {}),
  };
}
