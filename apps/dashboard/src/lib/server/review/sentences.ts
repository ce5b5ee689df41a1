import type { Quotable, Span } from '@trucewatch/schema';
import type { Sentence } from '#lib/review/view.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Longer texts get their first sentences alone: a list of thousands helps nobody. */
const most = 400;

interface Stretch {
  start: number;
  end: number;
}

/** The sentences of an article, the title first, as choices of a form. */
export function sentencesIn({ title, text }: Quotable): Sentence[] {
  const own = (source: string, part: 'title' | 'text') =>
    stretchesOf(source).map(({ start, end }) => ({
      value: `${part}:${start}:${end}`,
      words: source.slice(start, end),
    }));
  return [...own(title ?? '', 'title'), ...own(text, 'text')].slice(0, most);
}

/** The sentence around a span. */
export function sentenceAround({ title, text }: Quotable, span: Span): Stretch {
  const source = span.in === 'title' ? (title ?? '') : text;
  const all = stretchesOf(source);
  const first = all.find(({ end }) => end > span.start);
  const last = all.findLast(({ start }) => start < span.end);
  return { start: Math.min(first?.start ?? 0, span.start), end: Math.max(last?.end ?? 0, span.end) };
}

function stretchesOf(source: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { segment, index } of segmenter.segment(source)) {
    const from = index + (segment.length - segment.trimStart().length);
    const to = from + segment.trim().length;
    if (to > from) found.push({ start: from, end: to });
  }
  return found;
}
