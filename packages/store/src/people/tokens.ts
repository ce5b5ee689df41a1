import { Role, scopesOf, TokenScope } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { record, type Who } from '../audit.ts';
import type { Database } from '../database.ts';
import { instantColumn } from '../instant-column.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** Begins every token, so that one which leaked is recognised by those who look for such things. */
const prefix = 'tw_';

const TokenRow = z
  .object({
    id: z.string(),
    name: z.string(),
    user_id: z.string(),
    scopes: z.array(TokenScope),
    created_at: instantColumn,
    expires_at: instantColumn,
    last_used_at: instantColumn.nullable(),
    revoked_at: instantColumn.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    userId: row.user_id,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    /** To the minute. */
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }));
export type ApiToken = z.infer<typeof TokenRow>;

const HolderRow = z.object({
  id: z.string(),
  user_id: z.string(),
  role: Role.nullable().catch(null),
  scopes: z.array(TokenScope),
  is_noted: z.boolean(),
});

/** Whoever asks with a token. */
export interface TokenHolder {
  tokenId: string;
  userId: string;
  /** Those of the token that the account's present role still allows. */
  scopes: readonly TokenScope[];
}

export interface NewToken {
  name: string;
  userId: string;
  scopes: readonly TokenScope[];
  /** ISO instant. */
  expiresAt: string;
}

export function tokenQueries(db: Kysely<Database>) {
  return {
    /** Makes a token. Its text is given out once; only its SHA-256 is kept. */
    async create({ name, userId, scopes, expiresAt }: NewToken): Promise<ApiToken & { token: string }> {
      const token = `${prefix}${newSecret()}`;
      return db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('api_tokens')
          .values({
            name,
            user_id: userId,
            scopes: [...scopes],
            expires_at: expiresAt,
            token_hash: hashOfSecret(token),
          })
          .returning(columns)
          .executeTakeFirstOrThrow();
        const made = TokenRow.parse(row);
        await record(transaction, {
          who: userId,
          act: 'token.made',
          subject: made.id,
          details: { name, scopes },
        });
        return { ...made, token };
      });
    },

    /** The tokens of an account that are still of use, newest first; of all accounts without one. */
    async list(userId?: string): Promise<ApiToken[]> {
      let query = db
        .selectFrom('api_tokens')
        .select(columns)
        .where('revoked_at', 'is', null)
        .orderBy('created_at', 'desc');
      if (userId !== undefined) query = query.where('user_id', '=', userId);
      return z.array(TokenRow).parse(await query.execute());
    },

    /**
     * Ends a token; of a certain account only when one is given.
     * @throws Refusal `token_unknown`
     */
    async revoke(id: string, who: Who, userId?: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        let query = transaction
          .updateTable('api_tokens')
          .set({ revoked_at: new Date() })
          .where('id', '=', id)
          .where('revoked_at', 'is', null);
        if (userId !== undefined) query = query.where('user_id', '=', userId);
        const { numUpdatedRows } = await query.executeTakeFirst();
        if (numUpdatedRows === 0n)
          throw new Refusal('token_unknown', 'This token does not exist any more, or belongs to others.');
        await record(transaction, { who, act: 'token.ended', subject: id });
      });
    },

    /** Who holds a token; null for one that is unknown, ended, expired, or of a suspended account. Notes the use. */
    async holder(token: string): Promise<TokenHolder | null> {
      if (!token.startsWith(prefix)) return null;
      const found = await sql`
        select api_tokens.id, user_id, scopes, "role" as role,
          coalesce(last_used_at > now() - interval '1 minute', false) as is_noted
        from api_tokens join "user" on "user"."id" = user_id
        where token_hash = ${hashOfSecret(token)} and revoked_at is null and expires_at > now()
          and "banned" is not true`.execute(db);
      if (!found.rows[0]) return null;
      const { id, user_id, role, scopes, is_noted } = HolderRow.parse(found.rows[0]);
      if (!is_noted) await sql`update api_tokens set last_used_at = now() where id = ${id}`.execute(db);
      const allowed = new Set(scopesOf(role ?? 'viewer'));
      return { tokenId: id, userId: user_id, scopes: scopes.filter((scope) => allowed.has(scope)) };
    },
  };
}

const columns = [
  'id',
  'name',
  'user_id',
  'scopes',
  'created_at',
  'expires_at',
  'last_used_at',
  'revoked_at',
] as const;
