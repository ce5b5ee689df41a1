import type { TraceEntry } from '../../src/index.ts';
import type { CorpusCase, ExpectedEvent } from './corpus-case.ts';
import { kindOf } from './match.ts';
import { placesOf } from './quoted.ts';

/** A missed label in words, and what the rules and refiners did near its quote. */
export function missLines(label: ExpectedEvent, article: CorpusCase, trace: readonly TraceEntry[]): string[] {
  const sentences = [label.quote, ...label.also].flatMap((words) => sentencesWith(words, article));
  const fired = trace.filter(({ words }) => sentences.some((sentence) => sentence.includes(words)));
  return [
    `MISS ${kindOf(label)} (${label.reality}): ${label.quote}`,
    ...(fired.length === 0 ? ['     no rule fired there'] : []),
    ...fired.map(({ by, what, type, words }) => `     ${by}: ${what} ${type} "${words.slice(0, 80)}"`),
  ];
}

function sentencesWith(words: string, article: CorpusCase): string[] {
  return placesOf(words, article).map(({ start, end, in: part }) => {
    const source = part === 'title' ? (article.title ?? '') : article.text;
    const from = Math.max(source.lastIndexOf('. ', start), source.lastIndexOf('\n', start)) + 1;
    const stops = [source.indexOf('. ', end - 1), source.indexOf('\n', end - 1)].filter((at) => at >= 0);
    return source.slice(from, Math.min(source.length, ...stops) + 1);
  });
}
