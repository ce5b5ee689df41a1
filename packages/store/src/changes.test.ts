import { testDatabase } from '@trucewatch/local/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from './changes.ts';
import { openStore } from './open-store.ts';
import { extractionOfSentences, scratchStore, submission } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

/** Collects changes and lets a test wait for one of a kind. */
function collector() {
  const heard: Change[] = [];
  let look = (): void => {};
  return {
    heard,
    hear(change: Change) {
      heard.push(change);
      look();
    },
    until: (wanted: (change: Change) => boolean) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (heard.some(wanted)) resolve();
        };
        look();
      }),
  };
}

test('every change of state is heard, in order, once it is committed', async () => {
  const { articles, extractions, changes } = scratch.store;
  const { heard, hear, until } = collector();
  const listening = changes.listen(hear);
  await listening.ready;
  const text = 'Heard.';
  const { id } = await articles.accept(submission(text), 'cli');
  await articles.begin(id);
  await expect(extractions.save(extractionOfSentences(id, 'False.'))).rejects.toThrow();
  await extractions.save(extractionOfSentences(id, text));
  await until((change) => change.kind === 'extraction');
  expect(heard).toEqual([
    { kind: 'article', articleId: id, state: 'accepted' },
    { kind: 'article', articleId: id, state: 'extracting' },
    { kind: 'article', articleId: id, state: 'extracted' },
    { kind: 'extraction', articleId: id },
  ]);
  await listening.close();
});

test('when its connection is cut the listener connects again, says that it missed something, and goes on', async () => {
  const { articles, changes, kysely } = scratch.store;
  const errors: Error[] = [];
  const { hear, until } = collector();
  const listening = changes.listen(hear, (error) => errors.push(error));
  await listening.ready;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'trucewatch changes' and datname = current_database()`.execute(
    kysely,
  );
  await until((change) => change.kind === 'missed');
  expect(errors).not.toEqual([]);
  const { id } = await articles.accept(submission('After the cut.'), 'cli');
  await until((change) => change.kind === 'article' && change.articleId === id);
  await listening.close();
});

test('a listener can be closed while the database is away', async () => {
  const away = openStore({ url: 'postgres://nobody:secret@127.0.0.1:1/none', onError: () => {} });
  const failed = Promise.withResolvers<Error>();
  const listening = away.changes.listen(() => {}, failed.resolve);
  expect(away.describe(await failed.promise)).toBe(
    'Nothing answers at 127.0.0.1:1: start PostgreSQL there, or correct DATABASE_URL.',
  );
  await listening.close();
  await away.close();
});

test('connections that the server cuts, idle or inside a transaction, do not end the process', async () => {
  const { kysely, articles } = scratch.store;
  const other = openStore({ url: scratch.url, onError: () => {} });
  await Promise.all([articles.counts(), articles.counts()]);
  const broken = kysely.transaction().execute(async (transaction) => {
    await sql`select 1`.execute(transaction);
    const cutAll = sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`;
    await cutAll.execute(other.kysely);
    await sql`select 2`.execute(transaction);
  });
  const error = await broken.catch((caught: unknown) => caught);
  expect(scratch.store.describe(error)).toMatch(/starting or stopping|was lost/);
  await expect
    .poll(() =>
      articles.counts().then(
        () => 'answers',
        () => 'not yet',
      ),
    )
    .toBe('answers');
  await other.close();
});
