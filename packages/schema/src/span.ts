import * as z from 'zod';

/**
 * A quoted stretch of an article. Offsets are UTF-16 code units, as in JavaScript's `slice`.
 * The law of the whole project: `quote === text.slice(start, end)`.
 */
export const Span = z
  .object({
    start: z.int().min(0).describe('Offset of the first UTF-16 code unit'),
    end: z.int().min(0).describe('Offset after the last UTF-16 code unit'),
    quote: z.string().min(1).describe('The words themselves, exactly as the article has them'),
    in: z.enum(['text', 'title']).optional().describe('Which part of the article; text when absent'),
  })
  .refine((span) => span.end - span.start === span.quote.length, {
    message: 'the quote is not as long as its offsets say',
  })
  .describe('A quoted stretch of an article');
export type Span = z.infer<typeof Span>;

/** The two parts of an article that a span can point into. */
export interface Quotable {
  text: string;
  title?: string | undefined;
}

/** Whether the span's quote is what stands at its offsets. */
export function isQuotedFrom(article: Quotable, span: Span): boolean {
  const part = span.in === 'title' ? (article.title ?? '') : article.text;
  return part.slice(span.start, span.end) === span.quote;
}

/** Cuts a span out of an article's text or title. Offsets are UTF-16 code units; throws a RangeError when they are empty or outside. */
export function cutSpan(
  article: Quotable,
  start: number,
  end: number,
  part: 'text' | 'title' = 'text',
): Span {
  const source = part === 'title' ? (article.title ?? '') : article.text;
  if (start < 0 || end > source.length || start >= end) {
    throw new RangeError(`No ${part} at ${start}..${end}: it has ${source.length} characters`);
  }
  const quote = source.slice(start, end);
  return part === 'title' ? { start, end, quote, in: 'title' } : { start, end, quote };
}
