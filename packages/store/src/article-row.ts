import { Article, ArticleState } from '@trucewatch/schema';
import * as z from 'zod';
import { instantColumn } from './instant-column.ts';

const absentWhenNull = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);

/** By which way an article came in. */
export const CameBy = z.enum(['paste', 'address', 'file', 'feed', 'command_line', 'api']);
export type CameBy = z.infer<typeof CameBy>;

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
  received_at: instantColumn,
  started_at: instantColumn.nullable(),
  finished_at: instantColumn.nullable(),
  came_by: CameBy,
  submitted_by: z.string().nullable(),
  byline: absentWhenNull,
  intake_id: z.string().nullable(),
  handed_in_at: instantColumn.nullable(),
  copy_of: z.string().nullable(),
  likeness: z.number().nullable(),
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
  'came_by',
  'submitted_by',
  'byline',
  'intake_id',
  'handed_in_at',
  'copy_of',
  'likeness',
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
  cameBy: row.came_by,
  /** A user's id, `cli` or `system`; null for articles of before this was kept. */
  submittedBy: row.submitted_by,
  byline: row.byline,
  /** What it was found in, when it did not come alone. */
  intakeId: row.intake_id,
  /** When it was handed in, before it was cleaned; null when that was at once. */
  handedInAt: row.handed_in_at,
  /** The article whose text it hardly differs from, and how much of both is in common, 0 to 1. */
  copyOf: row.copy_of,
  likeness: row.likeness,
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
  byline: z.string().max(300).optional(),
  /** What its publisher knows it by: an article with another text under it is a new version of the one before. */
  origin: z.string().max(1_000).optional(),
  /** Id of the article that this one corrects. */
  replaces: Article.shape.id.optional(),
  /** Since when it no longer counts; true: it never did. */
  withdrawn: z.union([z.literal(true), z.string()]).optional(),
  /** Why it is kept and not extracted. */
  unread: z.string().optional(),
  cameBy: CameBy.default('paste'),
  intakeId: z.string().optional(),
  /** When it was handed in; now by default. */
  handedInAt: z.iso.datetime().optional(),
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
