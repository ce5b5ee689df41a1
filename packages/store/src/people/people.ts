import { Role } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { record, type Who } from '../audit.ts';
import type { Database } from '../database.ts';
import { instantColumn } from '../instant-column.ts';
import { Refusal } from '../refusal.ts';
import { invitationQueries } from './invitations.ts';

export type { Invitation, PendingInvitation } from './invitations.ts';

const AccountRow = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role.nullable().catch(null),
    banned: z.boolean().nullable(),
    created_at: instantColumn.nullable(),
    last_seen: instantColumn.nullable(),
  })
  .transform(({ created_at, last_seen, banned, role, ...row }) => ({
    ...row,
    role: role ?? ('viewer' as const),
    isSuspended: banned === true,
    createdAt: created_at,
    /** When a session of theirs was last renewed; null when they have none. */
    lastSeenAt: last_seen,
  }));
export type Account = z.infer<typeof AccountRow>;

export function peopleQueries(db: Kysely<Database>) {
  return {
    ...invitationQueries(db),

    /** How many accounts hold a role and are not suspended. */
    count: (role: Role): Promise<number> => count(db, role),

    /** The names of accounts, by their ids; whoever has none, such as a program, is left out. */
    async names(ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map();
      const rows = await db.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    /** All accounts, by name. */
    async accounts(): Promise<Account[]> {
      const found = await sql`
        select "id" as id, "name" as name, "email" as email, "role" as role, "banned" as banned, "createdAt" as created_at,
          (select max("updatedAt") from "session" where "userId" = "user"."id") as last_seen
        from "user" order by lower("name"), "id"`.execute(db);
      return z.array(AccountRow).parse(found.rows);
    },

    /**
     * Gives an account another role. It holds from the next request on.
     * @throws Refusal `unknown_person`; `last_admin` when nobody could change settings any more
     */
    setRole: (id: string, role: Role, who: Who): Promise<void> =>
      change(db, id, { role }, { who, act: 'person.role', details: { role } }),

    /**
     * Suspends an account and ends its sessions, or lets it in again. What the person did stays.
     * @throws Refusal as `setRole`
     */
    setSuspended: (id: string, isSuspended: boolean, who: Who): Promise<void> =>
      change(
        db,
        id,
        { banned: isSuspended },
        { who, act: isSuspended ? 'person.suspended' : 'person.restored' },
      ),
  };
}

async function count(db: Kysely<Database>, role: Role): Promise<number> {
  const { number } = await db
    .selectFrom('user')
    .select((each) => each.fn.countAll().as('number'))
    .where('role', '=', role)
    .where((where) => where.or([where('banned', 'is', null), where('banned', '=', false)]))
    .executeTakeFirstOrThrow();
  return Number(number);
}

async function change(
  db: Kysely<Database>,
  id: string,
  to: { role: Role } | { banned: boolean },
  deed: { who: Who; act: string; details?: Record<string, unknown> },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // One after the other: two administrators who demote each other at once would leave none.
    await sql`select pg_advisory_xact_lock(hashtextextended('trucewatch people', 0))`.execute(transaction);
    const found = await transaction.updateTable('user').set(to).where('id', '=', id).executeTakeFirst();
    if (found.numUpdatedRows === 0n)
      throw new Refusal('unknown_person', 'This account does not exist any more.');
    if ((await count(transaction, 'admin')) === 0)
      throw new Refusal('last_admin', 'This is the only administrator: make somebody else one first.');
    if ('banned' in to && to.banned)
      await sql`delete from "session" where "userId" = ${id}`.execute(transaction);
    await record(transaction, { ...deed, subject: id });
  });
}
