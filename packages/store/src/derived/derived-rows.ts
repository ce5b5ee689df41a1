import { hash } from 'node:crypto';
import type { Conflict, EventRef } from '@trucewatch/schema';
import * as z from 'zod';

const Ref = z.object({ articleId: z.string(), eventId: z.string() });

/** One happening with the events that tell of it; what joined them is kept as it comes. */
export const DerivedHappening = z.object({
  id: z.string(),
  type: z.string(),
  step: z.string().optional(),
  kind: z.enum(['incident', 'toll']),
  events: z.array(Ref).readonly(),
  links: z.array(z.unknown()).readonly(),
});
export type DerivedHappening = z.infer<typeof DerivedHappening>;

/** The tables of rows beside `derived.conflicts`, each with the column that tells the rows of a conflict apart. */
export const derivedTables = {
  articles: { key: 'article_id', columns: 'article_id text' },
  ceasefires: {
    key: 'ceasefire_id',
    columns:
      'ceasefire_id text, position integer, outcome text, announced_at timestamptz, effective_at timestamptz, ended_at timestamptz',
  },
  intervals: {
    key: 'starts_at',
    columns: 'starts_at timestamptz, ends_at timestamptz, formal text, compliance text, ceasefire_id text',
  },
  coverage: { key: 'day', columns: 'day date' },
  happenings: {
    key: 'happening_id',
    columns: 'happening_id text, type text, step text, kind text, reports integer',
  },
} as const;
export type DerivedTable = keyof typeof derivedTables;

/** A row as it is written: the columns of its table and what all have. */
export interface DerivedRow {
  /** Its key as PostgreSQL writes it as text, so that it can be compared with what is stored. */
  readonly key: string;
  readonly made_from: string;
  readonly digest: string;
  readonly document: unknown;
  readonly [column: string]: unknown;
}

/** Where the events of an article come from. */
export interface Origin {
  /** Name and version of the extractor that found them. */
  readonly extractor: string;
  /** The ids of the acts of people that count about the article. */
  readonly acts: readonly string[];
}
export type OriginOf = (articleId: string) => Origin | undefined;

/** The rows that a conflict is kept as, but for its happenings. */
export function rowsOf(
  { ceasefires, intervals, coverage = [], events = [] }: Conflict,
  originOf: OriginOf,
): Record<Exclude<DerivedTable, 'happenings'>, DerivedRow[]> {
  const hashed = hashOfRefs(originOf);
  const articles = Map.groupBy(events, ({ articleId }) => articleId);
  const days = coverage.map((day) => row(day.day, { day: day.day }, day, digestOf(day)));
  return {
    articles: [...articles].map(([id, refs]) =>
      row(
        id,
        { article_id: id },
        refs.map(({ eventId }) => eventId),
        hashed(refs),
      ),
    ),
    ceasefires: ceasefires.map((one, position) =>
      row(
        one.id,
        {
          ceasefire_id: one.id,
          position,
          outcome: one.outcome,
          announced_at: one.announcedAt?.earliest ?? null,
          effective_at: one.effectiveAt?.earliest ?? null,
          ended_at: one.endedAt?.earliest ?? null,
        },
        one,
        hashed(one.because),
      ),
    ),
    intervals: intervals.map((one) => {
      const { from, to, formal, compliance, ceasefireId, because } = one;
      const columns = { starts_at: from, ends_at: to, formal, compliance, ceasefire_id: ceasefireId };
      return row(from, columns, one, hashed(because));
    }),
    coverage: days,
  };
}

export function happeningRows(happenings: readonly DerivedHappening[], originOf: OriginOf): DerivedRow[] {
  const hashed = hashOfRefs(originOf);
  return happenings.map((one) => {
    const { id, type, step = null, kind, events } = one;
    const columns = { happening_id: id, type, step, kind, reports: events.length };
    return row(id, columns, one, hashed(events));
  });
}

/** The row of the conflict itself, made from all its events: what the other tables do not hold. */
export function conflictRow(conflict: Conflict, originOf: OriginOf) {
  const { ceasefires: _, intervals: __, coverage: ___, events = [], ...document } = conflict;
  const made_from = hashOfRefs(originOf)(events);
  const extractors = [...new Set(events.map(({ articleId }) => originOf(articleId)?.extractor ?? ''))].sort();
  return { document, made_from, extractors, digest: digestOf([document, made_from]) };
}

function row(key: string, columns: object, document: unknown, made_from: string): DerivedRow {
  return { key, ...columns, made_from, digest: digestOf([columns, document, made_from]), document };
}

/** What counts is fixed by the article, its extractor's version and the acts: they and the ids stand for the events. */
function hashOfRefs(originOf: OriginOf): (refs: readonly EventRef[]) => string {
  return (refs) => {
    const parts = refs.map(({ articleId, eventId }) => {
      const { extractor = '', acts = [] } = originOf(articleId) ?? {};
      return [articleId, extractor, eventId, ...acts.toSorted()].join('\n');
    });
    return digestOf(parts.sort());
  };
}

/** 128 bits of the SHA-256 of a value as JSON, in hexadecimal. */
function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'hex').slice(0, 32);
}
