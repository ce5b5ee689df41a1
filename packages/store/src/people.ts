import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { record, type Who } from './audit.ts';
import type { Database } from './database.ts';
import { Refusal } from './refusal.ts';

/** viewer: reads; operator: also hands in and corrects; admin: also invites and removes people. */
export const Role = z.enum(['viewer', 'operator', 'admin']);
export type Role = z.infer<typeof Role>;

export interface Invitation {
  role: Role;
  expiresAt: string;
}

const InvitationRow = z.object({
  role: Role,
  expires_at: z.date(),
  used_at: z.date().nullable(),
});

export function peopleQueries(db: Kysely<Database>) {
  return {
    /**
     * Makes a one-time invitation. The token is given out once and only its SHA-256 is kept.
     * `hours`: how long it is valid, 72 by default.
     */
    async invite(role: Role, who: Who, hours = 72): Promise<Invitation & { token: string }> {
      const token = randomBytes(32).toString('base64url');
      const expires = new Date(Date.now() + hours * 3_600_000);
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('invitations')
          .values({ token_hash: hash(token), role, created_by: who, expires_at: expires })
          .execute();
        await record(transaction, {
          who,
          act: 'person.invited',
          details: { role, expiresAt: expires.toISOString() },
        });
      });
      return { token, role, expiresAt: expires.toISOString() };
    },

    /**
     * Looks at an invitation without using it.
     * @throws Refusal `invitation_unknown`, `invitation_used` or `invitation_expired`
     */
    async invitation(token: string): Promise<Invitation> {
      return open(db, token);
    },

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
          .where('token_hash', '=', hash(token))
          .where('used_at', 'is', null)
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

    /** How many accounts hold a role and are not banned. */
    async count(role: Role): Promise<number> {
      const { number } = await db
        .selectFrom('user')
        .select((count) => count.fn.countAll().as('number'))
        .where('role', '=', role)
        .where((where) => where.or([where('banned', 'is', null), where('banned', '=', false)]))
        .executeTakeFirstOrThrow();
      return Number(number);
    },
  };
}

async function open(db: Kysely<Database>, token: string): Promise<Invitation> {
  const row = await db
    .selectFrom('invitations')
    .select(['role', 'expires_at', 'used_at'])
    .where('token_hash', '=', hash(token))
    .executeTakeFirst();
  if (!row)
    throw new Refusal('invitation_unknown', 'This invitation does not exist: check that the link is whole.');
  const { role, expires_at, used_at } = InvitationRow.parse(row);
  if (used_at) throw new Refusal('invitation_used', 'This invitation was used already: ask for another one.');
  if (expires_at.getTime() <= Date.now()) {
    throw new Refusal('invitation_expired', 'This invitation has expired: ask for another one.');
  }
  return { role, expiresAt: expires_at.toISOString() };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
