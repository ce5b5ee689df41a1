import { testDatabase } from '@trucewatch/local/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchStore } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

describe('an invitation', () => {
  test('is used once, however many try at the same time', async () => {
    const { people } = scratch.store;
    const { token } = await people.invite('operator', 'cli');
    expect(await people.invitation(token)).toMatchObject({ role: 'operator' });
    const tries = await Promise.allSettled(
      ['a@example.org', 'b@example.org', 'c@example.org'].map((who) => people.useInvitation(token, who)),
    );
    expect(tries.filter((one) => one.status === 'fulfilled').map((one) => one.value)).toEqual(['operator']);
    await expect(people.invitation(token)).rejects.toMatchObject({ code: 'invitation_used' });
  });

  test('ends', async () => {
    const { people } = scratch.store;
    const { token } = await people.invite('admin', 'cli', 0);
    await expect(people.useInvitation(token, 'a@example.org')).rejects.toMatchObject({
      code: 'invitation_expired',
    });
  });

  test('cannot be guessed nor read from the database', async () => {
    const { people, kysely, audit } = scratch.store;
    const { token } = await people.invite('viewer', 'cli');
    await expect(people.useInvitation('guessed', 'a')).rejects.toMatchObject({ code: 'invitation_unknown' });
    const kept = JSON.stringify([
      await kysely.selectFrom('invitations').selectAll().execute(),
      await audit.list({ limit: 1_000 }),
    ]);
    expect(kept).not.toContain(token);
  });
});

test('accounts are counted by role, without those that are banned', async () => {
  const { people, kysely } = scratch.store;
  expect(await people.count('operator')).toBe(0);
  await sql`insert into "user" ("id", "name", "email", "emailVerified", "role", "banned") values
    ('u1', 'Anna', 'anna@example.org', true, 'operator', null),
    ('u2', 'Boris', 'boris@example.org', true, 'operator', true)`.execute(kysely);
  expect(await people.count('operator')).toBe(1);
});

describe('the audit trail', () => {
  test('is read newest first, page by page', async () => {
    const { audit } = scratch.store;
    for (const act of ['one', 'two', 'three'])
      await audit.add({ who: 'system', act, subject: 's', details: { act } });
    const [newest, next] = await audit.list({ subject: 's', limit: 2 });
    expect([newest?.act, next?.act]).toEqual(['three', 'two']);
    expect((await audit.list({ subject: 's', before: next?.id ?? 0 })).map((entry) => entry.details)).toEqual(
      [{ act: 'one' }],
    );
  });

  test.each(['update audit set who = who', 'delete from audit', 'truncate audit'])(
    'refuses %j',
    async (statement) => {
      await expect(sql.raw(statement).execute(scratch.store.kysely)).rejects.toThrow(/only ever added to/);
    },
  );
});
