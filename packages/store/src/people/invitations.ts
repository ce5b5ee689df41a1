import { Role } from '@trucewatch/schema';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { record, type Who } from '../audit.ts';
import type { Database } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSecret, newSecret } from './secret.ts';

export interface Invitation {
  role: Role;
  expiresAt: string;
}

const InvitationRow = z.object({
  role: Role,
  expires_at: z.date(),
  used_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
});

const PendingRow = z
  .object({
    token_hash: z.string(),
    role: Role,
    created_at: z.date(),
    created_by: z.string(),
    expires_at: z.date(),
  })
  .transform((row) => ({
    /** Names it without being of use as a link. */
    id: row.token_hash.slice(0, 16),
    role: row.role,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at.toISOString(),
  }));
export type PendingInvitation = z.infer<typeof PendingRow>;

export function invitationQueries(db: Kysely<Database>) {
  return {
    /**
     * Makes a one-time invitation. The token is given out once and only its SHA-256 is kept.
     * `hours`: how long it is valid, 72 by default.
     */
    async invite(role: Role, who: Who, hours = 72): Promise<Invitation & { token: string }> {
      const token = newSecret();
      const expires = new Date(Date.now() + hours * 3_600_000);
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('invitations')
          .values({ token_hash: hashOfSecret(token), role, created_by: who, expires_at: expires })
          .execute();
        await record(transaction, {
          who,
          act: 'person.invited',
          details: { role, expiresAt: expires.toISOString() },
        });
      });
      return { token, role, expiresAt: expires.toISOString() };
    },

    /** Invitations that nobody has used yet and that still can be, newest first. */
    async pending(): Promise<PendingInvitation[]> {
      const rows = await db
        .selectFrom('invitations')
        .select(['token_hash', 'role', 'created_at', 'created_by', 'expires_at'])
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', new Date())
        .orderBy('created_at', 'desc')
        .execute();
      return z.array(PendingRow).parse(rows);
    },

    /** Takes back an invitation that nobody has used, by the id that `pending` gives. Returns whether there was one. */
    async withdrawInvitation(id: string, who: Who): Promise<boolean> {
      return db.transaction().execute(async (transaction) => {
        const gone = await transaction
          .updateTable('invitations')
          .set({ revoked_at: new Date() })
          .where((where) => where(where.fn('left', ['token_hash', where.val(16)]), '=', id))
          .where('used_at', 'is', null)
          .where('revoked_at', 'is', null)
          .returning('role')
          .executeTakeFirst();
        if (gone)
          await record(transaction, { who, act: 'invitation.withdrawn', details: { role: gone.role } });
        return gone !== undefined;
      });
    },

    /**
     * Looks at an invitation without using it.
     * @throws Refusal `invitation_unknown`, `invitation_used` or `invitation_expired`
     */
    invitation: (token: string): Promise<Invitation> => open(db, token),

    /**
     * Uses an invitation up: of several callers at once exactly one gets its role.
     * @param usedBy whom it is used for: a user's id or e-mail address
     * @throws Refusal `invitation_unknown`, `invitation_used` or `invitation_expired`
     */
    async useInvitation(token: string, usedBy: string): Promise<Role> {
      return db.transaction().execute(async (transaction) => {
        const now = new Date();
        const used = await transaction
          .updateTable('invitations')
          .set({ used_at: now, used_by: usedBy })
          .where('token_hash', '=', hashOfSecret(token))
          .where('used_at', 'is', null)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', now)
          .returning('role')
          .executeTakeFirst();
        if (!used) {
          await open(transaction, token); // says why
          throw new Refusal('invitation_used', 'This invitation was used just now: ask for another one.');
        }
        const role = Role.parse(used.role);
        await record(transaction, { who: usedBy, act: 'invitation.used', details: { role } });
        return role;
      });
    },
  };
}

async function open(db: Kysely<Database>, token: string): Promise<Invitation> {
  const row = await db
    .selectFrom('invitations')
    .select(['role', 'expires_at', 'used_at', 'revoked_at'])
    .where('token_hash', '=', hashOfSecret(token))
    .executeTakeFirst();
  if (!row)
    throw new Refusal('invitation_unknown', 'This invitation does not exist: check that the link is whole.');
  const { role, expires_at, used_at, revoked_at } = InvitationRow.parse(row);
  if (used_at) throw new Refusal('invitation_used', 'This invitation was used already: ask for another one.');
  if (revoked_at || expires_at.getTime() <= Date.now()) {
    throw new Refusal('invitation_expired', 'This invitation has expired: ask for another one.');
  }
  return { role, expiresAt: expires_at.toISOString() };
}
