import type { Store } from '@trucewatch/store';
import { CompiledQuery } from 'kysely';

/** A token with which the bench may hand in. */
export async function makeToken(store: Store): Promise<string> {
  await store.kysely.executeQuery(
    CompiledQuery.raw(
      `insert into "user" ("id", "name", "email", "emailVerified", "role")
       values ('bench', 'bench', 'bench@example.org', true, 'operator')`,
    ),
  );
  const made = await store.tokens.create({
    name: 'bench',
    userId: 'bench',
    scopes: ['submit'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return made.token;
}
