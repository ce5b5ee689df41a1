import type { Span } from '@trucewatch/schema';
import { overlap } from '../extract-all.ts';
import type { CorpusCase, ExpectedEvent } from './corpus-case.ts';

type Place = Pick<Span, 'start' | 'end' | 'in'>;

/** Every place where the words of a label stand, in the text or the title; none when the label is wrong. */
export function placesOf(words: string, article: Pick<CorpusCase, 'text' | 'title'>): Place[] {
  return [...placesIn(words, article.text, 'text'), ...placesIn(words, article.title ?? '', 'title')];
}

function placesIn(words: string, source: string, part: 'text' | 'title'): Place[] {
  const places: Place[] = [];
  for (let start = source.indexOf(words); start >= 0; start = source.indexOf(words, start + words.length))
    places.push({ start, end: start + words.length, in: part });
  return places;
}

/** Whether some span of a find meets the words of a label. */
export function meets(label: ExpectedEvent, spans: readonly Span[], article: CorpusCase): boolean {
  return [label.quote, ...label.also]
    .flatMap((words) => placesOf(words, article))
    .some((place) => spans.some((span) => (span.in ?? 'text') === place.in && overlap(span, place)));
}
