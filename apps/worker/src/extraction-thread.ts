import { parentPort } from 'node:worker_threads';
import { extract } from '@trucewatch/extraction';
import { Article } from '@trucewatch/schema';
import type { Answer } from './threads.ts';

/** The thread that articles are extracted on: one message in, one out. */
parentPort?.on('message', (message: unknown) => {
  parentPort?.postMessage(answer(message));
});

function answer(message: unknown): Answer {
  try {
    return { extraction: extract(Article.parse(message)) };
  } catch (error) {
    return { fault: `the extractor failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
