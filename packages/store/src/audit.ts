import { sql } from 'kysely';
import * as z from 'zod';
import type { Queries } from './database.ts';
import { instantColumn } from './instant-column.ts';

/** Who did it: a user's id, or `cli` or `system`. */
export type Who = string;

export interface Deed {
  who: Who;
  /** What was done, such as `article.submitted`. */
  act: string;
  /** What it was done to: an article's id, a user's id. */
  subject?: string;
  details?: Record<string, unknown>;
}

const Entry = z.object({
  id: z.coerce.number(),
  at: instantColumn,
  who: z.string(),
  act: z.string(),
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof Entry>;

export interface AuditFilter {
  subject?: string;
  who?: string;
  /** An act, such as `article.submitted`, or what all of a kind begin with, such as `article.`. */
  act?: string;
  /** At most so many, newest first; 50 by default. */
  limit?: number;
  /** Only entries older than the one with this id: the last id of the page before. */
  before?: number;
}

/** Adds one line to the trail; in a transaction it stands or falls with what it tells of. */
export async function record(db: Queries, { who, act, subject, details = {} }: Deed): Promise<void> {
  await db
    .insertInto('audit')
    .values({ who, act, subject: subject ?? null, details: JSON.stringify(details) })
    .execute();
}

export function auditQueries(db: Queries) {
  return {
    add: (deed: Deed): Promise<void> => record(db, deed),

    /** Every act that was ever done, by name. It jumps from one to the next and does not read the trail. */
    async acts(): Promise<string[]> {
      const found = await sql<{ act: string }>`
        with recursive next as (
          (select act from audit order by act limit 1)
          union all
          select (select act from audit where act > next.act order by act limit 1) from next where next.act is not null
        )
        select act from next where act is not null`.execute(db);
      return found.rows.map(({ act }) => act);
    },

    /** The trail, newest first. */
    async list({ subject, who, act, limit = 50, before }: AuditFilter = {}): Promise<AuditEntry[]> {
      let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
      if (subject !== undefined) query = query.where('subject', '=', subject);
      if (who !== undefined) query = query.where('who', '=', who);
      if (act?.endsWith('.'))
        query = query.where((where) => where.fn('starts_with', ['act', where.val(act)]));
      else if (act !== undefined) query = query.where('act', '=', act);
      if (before !== undefined) query = query.where('id', '<', String(before));
      return z.array(Entry).parse(await query.execute());
    },
  };
}
