import { Event, EventDifference } from '@trucewatch/schema';
import * as z from 'zod';
import { publishedAt } from '../article-row.ts';
import { instantColumn } from '../instant-column.ts';
import { Scope } from './scope.ts';

const runStates = ['running', 'stopped', 'done', 'accepted', 'refused'] as const;

/** How far an article is in a run. `accepting`: it was decided, and counts as soon as a worker has come to it. */
const readStates = ['waiting', 'equal', 'differs', 'failed', 'accepting', 'accepted', 'refused'] as const;
const ReadState = z.enum(readStates);
export type ReadState = z.infer<typeof ReadState>;

const numbers = z.record(z.string(), z.coerce.number());

export const RunRow = z
  .object({
    id: z.string(),
    ordinal: z.coerce.number(),
    scope: Scope,
    author: z.string(),
    state: z.enum(runStates),
    extractors: z.array(z.string()),
    started_at: instantColumn,
    finished_at: instantColumn.nullable(),
    counts: numbers.nullable(),
  })
  .transform(({ counts, started_at, finished_at, ...row }) => ({
    ...row,
    /** Name and version of what read the articles; more than one when a worker was replaced meanwhile. */
    startedAt: started_at,
    /** When the last article was compared. */
    finishedAt: finished_at,
    counts: Object.fromEntries(readStates.map((state) => [state, counts?.[state] ?? 0])) as Record<
      ReadState,
      number
    >,
    total: Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0),
  }));
/** A run that reads articles anew, and how many of them are how far. */
export type Reextraction = z.infer<typeof RunRow>;

export const ReadRow = z
  .object({
    article_id: z.string(),
    ordinal: z.coerce.number(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    published_at: z.date().nullable(),
    published_precision: z.enum(['instant', 'date']).nullable(),
    state: ReadState,
    reason: z.string().nullable(),
    read_before: z.string().nullable(),
    read_now: z.string().nullable(),
    differences: z.array(EventDifference).nullable(),
  })
  .transform((row) => ({
    articleId: row.article_id,
    ordinal: row.ordinal,
    title: row.title,
    source: row.source,
    publishedAt: publishedAt(row.published_at, row.published_precision) ?? null,
    state: row.state,
    /** Why it could not be read. */
    reason: row.reason,
    /** Names and versions of what read it, before and in this run. */
    readBefore: row.read_before,
    readNow: row.read_now,
    differences: row.differences ?? [],
  }));
/** An article that a run read, with what differs. */
export type ReadArticle = z.infer<typeof ReadRow>;

export const CandidateRow = z
  .object({ article_id: z.string(), events: z.array(z.custom<Event>()) })
  .transform(({ article_id, events }) => ({ articleId: article_id, events }));

export const FieldRow = z.object({
  field: z.string(),
  events: z.coerce.number(),
  articles: z.coerce.number(),
});
export const TouchedRow = z.object({ id: z.string(), name: z.string(), articles: z.coerce.number() });

export const TaskRow = z.object({ base: z.string(), read_before: z.string(), events: z.array(Event) });
