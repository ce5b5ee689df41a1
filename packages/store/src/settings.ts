import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { record, type Who } from './audit.ts';
import type { Database } from './database.ts';

const SettingsRow = z
  .object({ anonymous_reading: z.boolean() })
  .transform((row) => ({ isReadingAnonymous: row.anonymous_reading }));
/** What administrators have set for everybody. */
export type Settings = z.infer<typeof SettingsRow>;

export function settingsQueries(db: Kysely<Database>) {
  return {
    async read(): Promise<Settings> {
      const found = await sql`select anonymous_reading from settings`.execute(db);
      return SettingsRow.parse(found.rows[0]);
    },

    /** Whether anybody may read, or only who is signed in. */
    async setAnonymousReading(isAllowed: boolean, who: Who): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await sql`update settings set anonymous_reading = ${isAllowed}`.execute(transaction);
        await record(transaction, { who, act: 'settings.reading', details: { anonymous: isAllowed } });
      });
    },
  };
}
