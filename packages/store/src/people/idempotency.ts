import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../database.ts';
import { Refusal } from '../refusal.ts';

/** Hours for which an answer is kept. */
const kept = 24;
/** Seconds after which a request that never got an answer is taken for dead. */
const patience = 60;

const Row = z.object({ request_hash: z.string(), answer: z.unknown().nullable() });

/** The same request again gets the same answer, whatever happened to the first one on its way. */
export function idempotencyQueries(db: Kysely<Database>) {
  return {
    /** Takes away answers that are not given again any more; a worker does it now and then. */
    async forgetOld(): Promise<void> {
      await sql`delete from idempotency_keys where asked_at < now() - make_interval(hours => ${kept})`.execute(
        db,
      );
    },

    /**
     * Does the work unless this token asked the same under this key within 24 hours; then the answer of that time
     * is given again. Work that throws is forgotten, so that it can be asked for again.
     * @throws Refusal `key_reused` for another request under the key; `key_busy` while the first one is being worked on
     */
    async once<Answer>(
      { tokenId, key, requestHash }: { tokenId: string; key: string; requestHash: string },
      work: () => Promise<Answer>,
    ): Promise<{ answer: Answer; isRepeated: boolean }> {
      const claimed = await sql`
        insert into idempotency_keys (token_id, key, request_hash) values (${tokenId}, ${key}, ${requestHash})
        on conflict (token_id, key) do update set asked_at = now(), request_hash = excluded.request_hash, answer = null
        where idempotency_keys.asked_at < now() - make_interval(hours => ${kept})
          or (idempotency_keys.answer is null and idempotency_keys.request_hash = excluded.request_hash
            and idempotency_keys.asked_at < now() - make_interval(secs => ${patience}))
        returning key`.execute(db);
      if (claimed.rows.length === 0)
        return { answer: await first<Answer>(db, tokenId, key, requestHash), isRepeated: true };
      try {
        const answer = await work();
        await sql`
          update idempotency_keys set answer = ${JSON.stringify(answer)}::jsonb
          where token_id = ${tokenId} and key = ${key}`.execute(db);
        return { answer, isRepeated: false };
      } catch (error) {
        await sql`delete from idempotency_keys where token_id = ${tokenId} and key = ${key}`.execute(db);
        throw error;
      }
    },
  };
}

async function first<Answer>(
  db: Kysely<Database>,
  tokenId: string,
  key: string,
  requestHash: string,
): Promise<Answer> {
  const found = await sql`
    select request_hash, answer from idempotency_keys
    where token_id = ${tokenId} and key = ${key}`.execute(db);
  const row = found.rows[0] === undefined ? undefined : Row.parse(found.rows[0]);
  if (row && row.request_hash !== requestHash)
    throw new Refusal('key_reused', 'This idempotency key was used for another request: use a new key.');
  if (!row || row.answer === null)
    throw new Refusal('key_busy', 'The first request under this idempotency key is still being worked on.');
  return row.answer as Answer;
}
