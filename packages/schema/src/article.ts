import * as z from 'zod';

/** Above this many UTF-16 code units a text is refused: a book is not an article, and every pass must end in time. */
export const longestText = 2_000_000;

const published = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .describe('ISO 8601 with offset, or a bare date. Without it no relative date is resolved');

/** One article as it comes in: a line of `extract`, a submission, a row of a batch. */
export const Article = z
  .object({
    id: z.string().min(1).max(300),
    text: z
      .string()
      .min(1, 'the text is empty')
      .max(longestText, `the text is longer than ${longestText} characters: split it into articles`)
      .describe('Paragraphs separated by line breaks'),
    title: z.string().max(2_000).nullish().transform(orAbsent).describe('Headline; may state events too'),
    publishedAt: published.nullish().transform(orAbsent),
    source: z.string().max(500).nullish().transform(orAbsent).describe('Publisher'),
    url: z.string().max(4_000).nullish().transform(orAbsent).describe('Canonical address'),
    language: z.string().max(35).nullish().transform(orAbsent).describe('BCP 47 tag'),
  })
  .describe('One article');
export type Article = z.infer<typeof Article>;

function orAbsent<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

export const articleStates = ['accepted', 'extracting', 'extracted', 'failed', 'unread'] as const;
export const ArticleState = z
  .enum(articleStates)
  .describe(
    'accepted: kept and waiting; extracting: a worker has it; extracted: its events count; failed: see the reason; unread: kept, in a language that is not read',
  );
export type ArticleState = z.infer<typeof ArticleState>;

/**
 * The span of time in which an article came out, in epoch milliseconds UTC.
 * A bare date is the whole UTC day: the article was surely known only at its end.
 */
export function publicationInterval(publishedAt: string): { earliest: number; latest: number } {
  const earliest = Date.parse(publishedAt);
  const isBareDate = publishedAt.length === 10;
  return { earliest, latest: isBareDate ? earliest + 86_399_999 : earliest };
}
