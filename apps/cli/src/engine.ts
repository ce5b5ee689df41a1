import { type ExtractOptions, extract } from '@trucewatch/extraction';
import type { Extract, ModelEngine } from '@trucewatch/extraction/engine';

export interface EngineOptions {
  engine?: 'rules' | ModelEngine;
  /** A folder; without one the model's answers are not kept. */
  modelCache?: string;
}

export type Engine = Extract;

/**
 * What reads the articles: the rules, a language model, or both. Only the latter two import the model's code.
 * @param onWarning hears of each article that the model gave nothing for
 * @throws Problem when a model is wanted and none is configured
 */
export async function openEngine(
  { engine = 'rules', modelCache }: EngineOptions,
  onWarning: (why: string) => void = () => {},
): Promise<Engine> {
  if (engine === 'rules') return async (article, options?: ExtractOptions) => extract(article, options);
  const [{ openExtractor, openModel, systemClock }, { limitsFrom }, { readModelEnv }, { folderCache }] =
    await Promise.all([
      import('@trucewatch/extraction/engine'),
      import('@trucewatch/extraction/model-env'),
      import('./env.ts'),
      import('./folder-cache.ts'),
    ]);
  const env = readModelEnv();
  const model = await openModel({
    url: env.MODEL_URL,
    name: env.MODEL_NAME,
    key: env.MODEL_API_KEY,
    fetch,
    clock: systemClock,
    cache: modelCache ? folderCache(modelCache) : undefined,
    limits: limitsFrom(env),
  });
  const read = openExtractor(model, engine);
  return async (article, options) => {
    const extraction = await read(article, options);
    if (!extraction.extractor.version.includes(model.version))
      onWarning(`${article.id}: ${extraction.warnings.at(-1)}.`);
    return extraction;
  };
}
