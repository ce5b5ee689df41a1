import { parentPort } from 'node:worker_threads';
import { extract } from '@trucewatch/extraction';
import { Article, type Extraction } from '@trucewatch/schema';
import type { Answer, Work } from './threads.ts';

/** The thread that articles are extracted on: one message in, one out, in their order. */
let last = Promise.resolve();
parentPort?.on('message', (work: Work) => {
  last = last.then(async () => parentPort?.postMessage(await answer(work)));
});

async function answer(work: Work): Promise<Answer> {
  try {
    return { extraction: await extraction(work) };
  } catch (error) {
    return { fault: `the extractor failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function extraction({ article: given, asked }: Work): Promise<Extraction> {
  const article = Article.parse(given);
  if (!asked) return extract(article);
  const { extractWithModel, extractWithoutModel } = await import('@trucewatch/extraction/engine');
  return 'missing' in asked
    ? extractWithoutModel(article, asked.missing)
    : extractWithModel(article, asked.answer, asked.engine);
}
