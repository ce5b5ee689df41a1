import { type Act, Event, type Extraction, Extractor } from '@trucewatch/schema';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { actsAbout, correctors, wideActs } from './acts/read-acts.ts';
import { publishedAt } from './article-row.ts';
import type { Database, Queries } from './database.ts';
import type { Origin } from './derived/derived-rows.ts';
import { type NewExtraction, saveAll } from './save-extractions.ts';
import { together } from './together.ts';

const ReportRow = z.object({
  id: z.string(),
  ordinal: z.coerce.number(),
  title: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  published_at: z.date().nullable(),
  published_precision: z.enum(['instant', 'date']).nullable(),
  received_at: z.date(),
  signature: z.string().nullable(),
  extractor_name: z.string(),
  extractor_version: z.string(),
  revision: z.coerce.number(),
  events: z.array(Event),
});

/** For folding: events were checked when they were saved, and doing it again would be a third of the time. */
const FoldedRow = ReportRow.extend({ events: z.array(z.custom<Event>()) });

const reportOf = (row: z.infer<typeof ReportRow>, acts: Act[]) => ({
  article: {
    id: row.id,
    title: row.title ?? undefined,
    source: row.source ?? undefined,
    url: row.url ?? undefined,
    publishedAt: publishedAt(row.published_at, row.published_precision),
    receivedAt: row.received_at.toISOString(),
    signature: row.signature ?? undefined,
  },
  /** Counts up in the order of arrival. */
  ordinal: row.ordinal,
  /** Name and version of what found the events. */
  extractor: `${row.extractor_name} ${row.extractor_version}`,
  /** Since which revision of the database this is what the article says. */
  revision: row.revision,
  /** As the extractor found them. */
  events: row.events,
  /** What people decided of them, of the article and of its publisher; undone ones left out. */
  acts,
});
/** What one article says, by its current extraction. */
export type StoredReport = ReturnType<typeof reportOf>;

/** Where the events of a report come from, as derived rows keep it. */
export function originOf({ extractor, acts }: StoredReport): Origin {
  return { extractor, acts: acts.map(({ id }) => id) };
}

const Kept = z
  .object({
    extractor_name: z.string(),
    extractor_version: z.string(),
    made_at: z.date(),
    warnings: z.array(z.string()),
    events: z.array(Event),
    source: z.string().nullable(),
  })
  .transform((row) => ({
    extractor: Extractor.parse({ name: row.extractor_name, version: row.extractor_version }),
    madeAt: row.made_at.toISOString(),
    warnings: row.warnings,
    events: row.events,
    source: row.source,
  }));
/** What one version of the extractor found in an article, and what people decided of it. */
export type StoredExtraction = Omit<z.infer<typeof Kept>, 'source'> & { acts: Act[] };

/** Articles read at a time by `reports`: bounds memory, not the answer. */
const pageSize = 200;

/** The events of a row of `extractions`, in their order. */
export const documents = sql`
  coalesce((select json_agg(events.document order by events.position)
            from events where events.extraction_id = extractions.id), '[]')`;

export function extractionQueries(db: Kysely<Database>) {
  const save = together((inputs: NewExtraction[]) => saveAll(db, inputs));
  return {
    /**
     * Keeps an extraction and makes it the article's current one, in one transaction, which it may share with others that
     * come at that time: what the same version found before is replaced as a whole, what other versions found is kept.
     * The article becomes `extracted`. Doing it twice leaves the same rows. `signature` is what copies of the text are told by.
     * @throws Refusal `unknown_article`; `false_quote` when any span does not quote the stored article; `unstorable`
     */
    save: (extraction: Extraction, signature?: string): Promise<void> => save({ extraction, signature }),

    /** The current extraction of one article as it was found, with what people decided of it; or null. */
    async current(articleId: string): Promise<StoredExtraction | null> {
      const found = await sql`
        select extractor_name, extractor_version, made_at, warnings, source, ${documents} as events
        from extractions join articles on articles.id = article_id
        where article_id = ${articleId} and is_current`.execute(db);
      if (!found.rows[0]) return null;
      const { source, ...kept } = Kept.parse(found.rows[0]);
      const acts = await actsAbout(db, [{ id: articleId, source }]);
      return { ...kept, acts: acts.get(articleId) ?? [] };
    },

    /**
     * What every article says by its current extraction, in the order of arrival: the input of the fold. With `since`
     * only those whose extraction came after that revision, a few at a time however many there are.
     */
    reports: (since?: number): AsyncGenerator<StoredReport> => reports(db, since),

    /**
     * A number that grows with every change of any current extraction. Read it before `reports`: what was
     * computed then may be newer than the number, never older, so a cache keyed by it is at worst refilled. An act of a
     * person changes it too, and gives the articles that it is about the new one.
     */
    revision: (): Promise<number> => revision(db),

    /** Acts that concern several articles at once; with `since` null when none was done or undone since that revision. */
    wideActs: (since?: number): Promise<Act[] | null> => wideActs(db, since),

    /**
     * Reads all that is to fit together at one revision, whatever is written meanwhile, for folding: events come
     * without what only tells how they were found (`proof`, `disagreements`). It holds one connection.
     */
    atOneRevision<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
      return db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (transaction) =>
          work({
            revision: await revision(transaction),
            reports: (since) => reports(transaction, since, folded),
            reportsOf: (articleIds) => reportsOf(transaction, articleIds),
            wideActs: (since) => wideActs(transaction, since),
            correctors: () => correctors(transaction),
          }),
        );
    },
  };
}

/** What can be read of one revision. */
export interface Reader {
  readonly revision: number;
  /** As `extractions.reports`. */
  reports(since?: number): AsyncGenerator<StoredReport>;
  /** What certain articles say, in the order given; those without an extraction are passed over. */
  reportsOf(articleIds: readonly string[]): AsyncGenerator<StoredReport>;
  /** As `extractions.wideActs`. */
  wideActs(since?: number): Promise<Act[] | null>;
  /** The ids of the articles that people or ingest say replace others. */
  correctors(): Promise<string[]>;
}

async function revision(db: Queries): Promise<number> {
  const { value } = await db.selectFrom('revision').select('value').executeTakeFirstOrThrow();
  return Number(value);
}

const articleColumns = sql`
  articles.id, ordinal, title, source, url, published_at, published_precision, received_at, signature,
  extractor_name, extractor_version, extractions.revision`;
const columns = sql`${articleColumns}, ${documents} as events`;
const slimColumns = sql`
  ${articleColumns},
  coalesce((select json_agg(
              case when document ?| '{proof,disagreements}' then document - '{proof,disagreements}'::text[] else document end
              order by position)
            from events where events.extraction_id = extractions.id), '[]') as events`;

/** How reports are read: whole, or as folding needs them. */
interface Reading {
  readonly columns: RawBuilder<unknown>;
  readonly row: z.ZodType<z.infer<typeof ReportRow>>;
}
const whole: Reading = { columns, row: ReportRow };
const folded: Reading = { columns: slimColumns, row: FoldedRow };

async function* reports(db: Queries, since?: number, as = whole): AsyncGenerator<StoredReport> {
  const fresh = since === undefined ? sql`` : sql`and extractions.revision > ${since}`;
  let after: number | undefined = 0;
  yield* pageByPage(async () => {
    if (after === undefined) return null;
    const page = await sql`
      select ${as.columns} from articles join extractions on article_id = articles.id and is_current
      where ordinal > ${after} ${fresh} order by ordinal limit ${pageSize}`.execute(db);
    const rows = await withActs(db, page.rows, as);
    after = rows.at(-1)?.ordinal;
    return rows;
  });
}

export async function* reportsOf(db: Queries, articleIds: readonly string[]): AsyncGenerator<StoredReport> {
  let from = 0;
  yield* pageByPage(async () => {
    if (from >= articleIds.length) return null;
    const wanted = articleIds.slice(from, from + pageSize);
    from += pageSize;
    const page = await sql`
      select ${folded.columns} from unnest(${wanted}::text[]) with ordinality as wanted (id, place)
      join articles using (id) join extractions on article_id = articles.id and is_current
      order by place`.execute(db);
    return withActs(db, page.rows, folded);
  });
}

/** The rows of one page after the other until there is none. The next is asked for while this one is worked on: the server works meanwhile. */
async function* pageByPage<Row>(read: () => Promise<Row[] | null>): AsyncGenerator<Row> {
  let next = read();
  try {
    for (;;) {
      const page = await next;
      if (page === null) return;
      next = read();
      yield* page;
    }
  } finally {
    // Whoever stops early must find the connection free.
    await next.catch(() => {});
  }
}

async function withActs(db: Queries, page: readonly unknown[], as: Reading): Promise<StoredReport[]> {
  const rows = page.map((row) => as.row.parse(row));
  const acts = await actsAbout(db, rows);
  return rows.map((row) => reportOf(row, acts.get(row.id) ?? []));
}
