import { Article, ArticleState } from '@trucewatch/schema';
import * as z from 'zod';

const absentWhenNull = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);
const time = z.date().transform((at) => at.toISOString());

const SummaryRow = z.object({
  id: z.string(),
  ordinal: z.coerce.number(),
  title: absentWhenNull,
  source: absentWhenNull,
  url: absentWhenNull,
  language: absentWhenNull,
  published_at: z.date().nullable(),
  published_precision: z.enum(['instant', 'date']).nullable(),
  state: ArticleState,
  reason: z.string().nullable(),
  attempts: z.int(),
  received_at: time,
  started_at: time.nullable(),
  finished_at: time.nullable(),
});

export const summaryColumns = [
  'id',
  'ordinal',
  'title',
  'source',
  'url',
  'language',
  'published_at',
  'published_precision',
  'state',
  'reason',
  'attempts',
  'received_at',
  'started_at',
  'finished_at',
] as const;

/** An article without its text. Times are ISO 8601 in UTC; `publishedAt` is a bare date when only the day is known. */
export const ArticleSummary = SummaryRow.transform((row) => ({
  id: row.id,
  /** Counts up in the order of arrival; pages are cut by it. */
  ordinal: row.ordinal,
  title: row.title,
  source: row.source,
  url: row.url,
  language: row.language,
  publishedAt: publishedAt(row.published_at, row.published_precision),
  state: row.state,
  /** Why it failed; null unless it did. */
  reason: row.reason,
  /** How often work on it was begun since it was last accepted. */
  attempts: row.attempts,
  receivedAt: row.received_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
}));
export type ArticleSummary = z.infer<typeof ArticleSummary>;

const TextRow = z.object({ text: z.string(), fingerprint: z.string() });
export type StoredArticle = ArticleSummary & z.infer<typeof TextRow>;

export function storedArticle(row: unknown): StoredArticle {
  return { ...ArticleSummary.parse(row), ...TextRow.parse(row) };
}

/** What is handed in: an article whose id may be left to the store, with the fingerprint of its content. */
export const Submission = Article.extend({
  id: Article.shape.id.optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'it is not a SHA-256 in hexadecimal'),
});
export type Submission = z.input<typeof Submission>;

/** A publication time as the two columns that keep it. */
export function publicationColumns(published: string | undefined) {
  if (published === undefined) return { published_at: null, published_precision: null };
  const isBareDate = published.length === 10;
  return {
    published_at: isBareDate ? `${published}T00:00:00Z` : published,
    published_precision: isBareDate ? ('date' as const) : ('instant' as const),
  };
}

/** The publication time as articles carry it: a bare date when only the day is known. */
export function publishedAt(at: Date | null, precision: 'instant' | 'date' | null): string | undefined {
  if (!at) return undefined;
  return precision === 'date' ? at.toISOString().slice(0, 10) : at.toISOString();
}
