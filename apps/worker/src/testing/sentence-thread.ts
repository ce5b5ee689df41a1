import { parentPort } from 'node:worker_threads';
import { Article, cutSpan, type Event } from '@trucewatch/schema';
import type { Answer, Work } from '../threads.ts';

/**
 * For tests, in place of the extractor: a statement a sentence. What the text says of the extractor happens:
 * it spins for ever, is slow, throws, ends its thread, or quotes what is not there.
 */
parentPort?.on('message', ({ article: given }: Work) => {
  const article = Article.parse(given);
  if (article.text.includes('the extractor spins')) for (;;);
  if (article.text.includes('the extractor is slow')) spin(2_500);
  if (article.text.includes('the extractor ends')) process.exit(3);
  if (article.text.includes('the extractor throws')) throw new Error('a fault of the extractor');
  const invent = article.text.includes('the extractor invents');
  const events = [...article.text.matchAll(/[^.]+\./g)].map((sentence, index): Event => {
    const span = cutSpan(article, sentence.index, sentence.index + sentence[0].length);
    const quote = invent ? 'x'.repeat(span.quote.length) : span.quote;
    return { ...blank, id: `e${index}`, evidence: [{ ...span, quote }] };
  });
  const extraction = {
    articleId: article.id,
    extractor: { name: 'sentences', version: '1' },
    events,
    warnings: [],
  };
  parentPort?.postMessage({ extraction } satisfies Answer);
});

const blank = {
  type: 'statement' as const,
  reality: 'actual' as const,
  actors: [],
  when: null,
  effectiveAt: null,
  until: null,
  where: null,
  casualties: [],
  claims: [],
  ceasefireRefs: [],
  purpose: [],
  codes: {},
  confidence: 0.5,
};

/** Keeps the thread's processor busy, as a real extraction does. */
function spin(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
