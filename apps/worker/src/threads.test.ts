import { Article } from '@trucewatch/schema';
import { expect, onTestFinished, test } from 'vitest';
import { ExtractionFault, openThreads, TimeLimit } from './threads.ts';

const script = new URL('./testing/sentence-thread.ts', import.meta.url);
const never = new AbortController().signal;

function opened(most: number) {
  const threads = openThreads(script, most);
  onTestFinished(() => threads.close());
  return (text: string, seconds = 20, signal = never) =>
    threads.extract({ article: Article.parse({ id: text, text }) }, seconds, signal);
}

test('each article gets its own answer, whatever its thread was given with it', async () => {
  const extract = opened(2);
  const texts = Array.from({ length: 9 }, (_, index) => `Article ${index}. It has ${'more. '.repeat(index)}`);
  const all = await Promise.all(texts.map((text) => extract(text)));
  expect(all.map(({ articleId }) => articleId)).toEqual(texts);
  expect(all.map(({ events }) => events.length)).toEqual(texts.map((_, index) => 1 + index));
});

test('an article that ends its thread, or is ended, is alone in that: the others are read by another', async () => {
  const extract = opened(1);
  const settled = await Promise.allSettled([
    extract('Here the extractor spins.', 0.5),
    extract('One.'),
    extract('Here the extractor ends.'),
    extract('Two.'),
    extract('Here the extractor throws.'),
    extract('Three.'),
  ]);
  const faults = settled.map((one) => (one.status === 'rejected' ? one.reason.constructor : null));
  expect(faults).toEqual([TimeLimit, null, ExtractionFault, null, ExtractionFault, null]);
});

test('closed with work under way, each is told so and no thread begins anything more', async () => {
  const threads = openThreads(script, 1);
  const texts = ['Here the extractor spins.', ...Array.from({ length: 20 }, (_, index) => `${index}.`)];
  const all = texts.map((text) => {
    const article = Article.parse({ id: text, text });
    return threads.extract({ article }, 20, never).catch((error: unknown) => error);
  });
  await threads.close();
  for (const one of await Promise.all(all)) expect(one).toBeInstanceOf(ExtractionFault);
  expect(threads.isBusy()).toBe(false);
});

test('what is told to stop stops, begun or waiting; the next one is read', async () => {
  const extract = opened(1);
  const stop = new AbortController();
  const stopped = ['Here the extractor spins.', 'One.', 'Two.'].map((text) =>
    extract(text, 20, stop.signal).catch((error: unknown) => error),
  );
  const kept = extract('Three.');
  stop.abort('enough');
  expect(await Promise.all(stopped)).toEqual(['enough', 'enough', 'enough']);
  expect((await kept).articleId).toBe('Three.');
});
