import { testDatabase } from '@trucewatch/local/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditFilter } from '../audit.ts';
import { scratchStore } from '../scratch-store.ts';

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

async function makeAccount(id: string, role: string | null): Promise<string> {
  await sql`insert into "user" ("id", "name", "email", "emailVerified", "role")
    values (${id}, ${id}, ${`${id}@example.org`}, true, ${role})`.execute(scratch.store.kysely);
  return id;
}

test('an invitation that nobody has used can be withdrawn; it is of no use then', async () => {
  const { people } = scratch.store;
  const { token } = await people.invite('reviewer', 'cli');
  const [newest] = await people.pending();
  expect(newest).toMatchObject({ role: 'reviewer', createdBy: 'cli' });
  expect(await people.withdrawInvitation(newest?.id ?? '', 'cli')).toBe(true);
  expect(await people.withdrawInvitation(newest?.id ?? '', 'cli')).toBe(false);
  await expect(people.useInvitation(token, 'a')).rejects.toMatchObject({ code: 'invitation_expired' });
  expect((await people.pending()).map(({ id }) => id)).not.toContain(newest?.id);
});

describe('an account', () => {
  test('gets another role, and is suspended with its sessions ended and let in again', async () => {
    const { people, audit, kysely } = scratch.store;
    await makeAccount('keeper', 'admin');
    const id = await makeAccount('boris', 'operator');
    await sql`insert into "session" ("id", "expiresAt", "token", "updatedAt", "userId")
      values ('s1', now() + interval '1 day', 't1', now(), ${id})`.execute(kysely);
    await people.setRole(id, 'reviewer', 'keeper');
    await people.setSuspended(id, true, 'keeper');
    expect(await people.count('reviewer')).toBe(0);
    expect((await people.accounts()).find((one) => one.id === id)).toMatchObject({
      role: 'reviewer',
      isSuspended: true,
      lastSeenAt: null,
    });
    await people.setSuspended(id, false, 'keeper');
    expect(await people.count('reviewer')).toBe(1);
    expect((await audit.list({ subject: id })).map(({ act }) => act)).toEqual([
      'person.restored',
      'person.suspended',
      'person.role',
    ]);
  });

  test('stays administrator while it is the only one, however many are demoted at once', async () => {
    const { people } = scratch.store;
    await makeAccount('second', 'admin');
    const tries = await Promise.allSettled(
      ['keeper', 'second'].map((id) => people.setRole(id, 'viewer', 'keeper')),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await people.count('admin')).toBe(1);
    await expect(people.setRole('nobody', 'viewer', 'keeper')).rejects.toMatchObject({
      code: 'unknown_person',
    });
  });
});

describe('a token', () => {
  const expiresAt = '2999-01-01T00:00:00.000Z';

  test('is given out once, says who holds it and when it was last used, and can be ended', async () => {
    const { tokens, kysely } = scratch.store;
    const userId = await makeAccount('program', 'operator');
    const made = await tokens.create({ name: 'desk', userId, scopes: ['submit', 'read'], expiresAt });
    expect(JSON.stringify(await kysely.selectFrom('api_tokens').selectAll().execute())).not.toContain(
      made.token,
    );
    expect((await tokens.list(userId))[0]?.lastUsedAt).toBeNull();
    expect(await tokens.holder(made.token)).toEqual({ tokenId: made.id, userId, scopes: ['submit', 'read'] });
    expect((await tokens.list(userId))[0]?.lastUsedAt).not.toBeNull();
    await expect(tokens.revoke(made.id, 'other', 'other')).rejects.toMatchObject({ code: 'token_unknown' });
    await tokens.revoke(made.id, userId, userId);
    expect(await tokens.holder(made.token)).toBeNull();
    expect(await tokens.list(userId)).toEqual([]);
  });

  test('may never do more than its account, and nothing once that is suspended', async () => {
    const { tokens, people } = scratch.store;
    const { token } = await tokens.create({
      name: 'desk',
      userId: 'program',
      scopes: ['submit', 'read'],
      expiresAt,
    });
    await people.setRole('program', 'viewer', 'keeper');
    expect((await tokens.holder(token))?.scopes).toEqual(['read']);
    await people.setSuspended('program', true, 'keeper');
    expect(await tokens.holder(token)).toBeNull();
    expect(await tokens.holder('tw_guessed')).toBeNull();
  });

  test('ends at its time', async () => {
    const { tokens } = scratch.store;
    const userId = await makeAccount('late', 'operator');
    const past = '2020-01-01T00:00:00.000Z';
    const { token } = await tokens.create({ name: 'old', userId, scopes: ['read'], expiresAt: past });
    expect(await tokens.holder(token)).toBeNull();
  });
});

describe('an idempotency key', () => {
  test('gives the first answer again, to one of many at once, and refuses another request', async () => {
    const { tokens, idempotency } = scratch.store;
    const userId = await makeAccount('sender', 'operator');
    const { id: tokenId } = await tokens.create({
      name: 'desk',
      userId,
      scopes: ['submit'],
      expiresAt: '2999-01-01T00:00:00.000Z',
    });
    let times = 0;
    const ask = { tokenId, key: 'k', requestHash: 'h' };
    const work = async () => ({ id: `made ${++times}` });
    await expect(idempotency.once(ask, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await Promise.allSettled([1, 2, 3].map(() => idempotency.once(ask, work)));
    expect(await idempotency.once(ask, work)).toEqual({ answer: { id: 'made 1' }, isRepeated: true });
    expect(times).toBe(1);
    await expect(idempotency.once({ ...ask, requestHash: 'other' }, work)).rejects.toMatchObject({
      code: 'key_reused',
    });
    // After a day the key is as if it had never been used, swept away or not.
    await sql`update idempotency_keys set asked_at = now() - interval '25 hours'`.execute(
      scratch.store.kysely,
    );
    expect(await idempotency.once({ ...ask, requestHash: 'other' }, work)).toMatchObject({
      isRepeated: false,
    });
    await sql`update idempotency_keys set asked_at = now() - interval '25 hours'`.execute(
      scratch.store.kysely,
    );
    await idempotency.forgetOld();
    expect((await sql`select from idempotency_keys`.execute(scratch.store.kysely)).rows).toEqual([]);
  });
});

test('whether anybody may read is kept, with who decided it', async () => {
  const { settings, audit } = scratch.store;
  expect(await settings.read()).toEqual({ isReadingAnonymous: true });
  await settings.setAnonymousReading(false, 'keeper');
  expect(await settings.read()).toEqual({ isReadingAnonymous: false });
  expect((await audit.list({ act: 'settings.' }))[0]).toMatchObject({
    who: 'keeper',
    details: { anonymous: false },
  });
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

  test('is filtered by who did it and by what was done', async () => {
    const { audit } = scratch.store;
    await audit.add({ who: 'ada', act: 'token.made', subject: 't' });
    await audit.add({ who: 'ada', act: 'token.ended', subject: 't' });
    const acts = async (filter: AuditFilter) => (await audit.list(filter)).map(({ act }) => act);
    expect(await acts({ who: 'ada' })).toEqual(['token.ended', 'token.made']);
    expect(await acts({ who: 'ada', act: 'token.made' })).toEqual(['token.made']);
    expect(await acts({ who: 'ada', act: 'token.' })).toEqual(['token.ended', 'token.made']);
    const known = await audit.acts();
    expect(known).toEqual([...new Set(known)].sort());
    expect(known).toEqual(expect.arrayContaining(['one', 'token.ended', 'token.made']));
  });

  test.each(['update audit set who = who', 'delete from audit', 'truncate audit'])(
    'refuses %j',
    async (statement) => {
      await expect(sql.raw(statement).execute(scratch.store.kysely)).rejects.toThrow(/only ever added to/);
    },
  );
});
