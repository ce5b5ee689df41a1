import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  extractJsonMiddleware,
  generateText,
  jsonSchema,
  NoObjectGeneratedError,
  Output,
  wrapLanguageModel,
} from 'ai';
import { cappedFetch } from './capped-fetch.ts';
import { instructions } from './instructions.ts';
import { ModelFault } from './model-fault.ts';
import type { ModelLimits, ModelSettings } from './model-settings.ts';
import { type Answer, answerSchema, readAnswer } from './proposal.ts';
import { readFault, refusesSchema } from './read-fault.ts';

export interface Called {
  answer: Answer;
  /** Sent and received; undefined when the server does not say. */
  tokens: number | undefined;
}

/** One call of the model. */
export type Call = (message: string, signal: AbortSignal) => Promise<Called>;

/** So that the SDK writes nothing to the console: what there is to say is in our warnings. */
const silence = (): void => {
  (globalThis as { AI_SDK_LOG_WARNINGS?: false }).AI_SDK_LOG_WARNINGS = false;
};

/**
 * A model behind an OpenAI-compatible address. It is asked to follow the schema; a server that refuses that is asked
 * for plain JSON from then on, for the instructions hold the schema too.
 */
export function openCall(settings: ModelSettings, limits: ModelLimits): Call {
  silence();
  const schema = jsonSchema<Answer>(answerSchema() as Parameters<typeof jsonSchema>[0], { validate });
  const modelWith = (supportsStructuredOutputs: boolean) =>
    wrapLanguageModel({
      model: createOpenAICompatible({
        name: 'trucewatch',
        baseURL: settings.url,
        fetch: cappedFetch(settings.fetch, limits.answerBytes),
        supportsStructuredOutputs,
        ...(settings.key ? { apiKey: settings.key } : {}),
      }).chatModel(settings.name),
      middleware: extractJsonMiddleware({ transform: jsonIn }),
    });
  let model = modelWith(true);
  let structured = true;

  const call: Call = async (message, signal) => {
    try {
      const result = await generateText({
        model,
        instructions,
        prompt: message,
        output: Output.object({ schema, name: 'events' }),
        maxOutputTokens: limits.answerTokens,
        temperature: 0,
        maxRetries: 0,
        abortSignal: signal,
        telemetry: { isEnabled: false },
      });
      if (result.finishReason === 'length') throw cutOff(limits.answerTokens);
      return { answer: result.output, tokens: result.totalUsage.totalTokens };
    } catch (error) {
      if (structured && refusesSchema(error)) {
        structured = false;
        model = modelWith(false);
        return call(message, signal);
      }
      if (NoObjectGeneratedError.isInstance(error) && error.finishReason === 'length')
        throw cutOff(limits.answerTokens);
      throw readFault(error, limits.callMs);
    }
  };
  return call;
}

function validate(value: unknown): { success: true; value: Answer } | { success: false; error: Error } {
  const answer = readAnswer(value);
  return answer
    ? { success: true, value: answer }
    : { success: false, error: new Error('no list of events') };
}

/** The JSON of an answer: behind what a model thinks aloud, inside a fence, between polite words. */
function jsonIn(text: string): string {
  const said = text.split('</think>').at(-1) ?? '';
  const start = Math.min(...['{', '['].map((mark) => said.indexOf(mark)).filter((at) => at >= 0));
  const end = Math.max(said.lastIndexOf('}'), said.lastIndexOf(']'));
  return Number.isFinite(start) && end > start ? said.slice(start, end + 1) : said;
}

function cutOff(tokens: number): ModelFault {
  return new ModelFault('cut_off', `the language model's answer was cut off at ${tokens} tokens`);
}
