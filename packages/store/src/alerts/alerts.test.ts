import { testDatabase } from '@trucewatch/local/testing';
import type { Conflict, Interval } from '@trucewatch/schema';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from '../scratch-store.ts';
import { holdFor } from './judge.ts';
import { linkToken } from './link-token.ts';
import type { NewSubscription } from './subscription-row.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
const now = Date.now();
const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
const at = (hours: number): string => hoursAgo(-hours);
let articles = 0;

beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
  for (const id of ['ana', 'ben'])
    await sql`insert into "user" ("id", "name", "email", "emailVerified", "role")
      values (${id}, ${id}, ${`${id}@example.org`}, false, 'viewer')`.execute(scratch.store.kysely);
});
beforeEach(async () => {
  await sql`truncate derived.conflicts cascade`.execute(scratch.store.kysely);
  await sql`truncate alert_subscriptions cascade`.execute(scratch.store.kysely);
});
afterAll(() => scratch.drop());

/** An article that came out so many hours ago and says one sentence. */
async function article(hours: number): Promise<{ articleId: string; eventId: string }> {
  const text = `The guns are told of for the ${++articles}th time.`;
  const { id } = await scratch.store.articles.accept(
    submission(text, { publishedAt: hoursAgo(hours), source: 'The Paper' }),
    'cli',
  );
  await scratch.store.extractions.save(extractionOfSentences(id, text));
  return { articleId: id, eventId: 'e0' };
}

/** Writes the war's status anew, each stretch with the hour at which it began and its formal status. */
async function history(
  ...stretches: [hours: number, formal: Interval['formal'], because?: Interval['because']][]
) {
  const intervals = stretches.map(
    ([hours, formal, because = []], index): Interval => ({
      from: hoursAgo(hours),
      to: stretches[index + 1] ? hoursAgo(stretches[index + 1]?.[0] ?? 0) : null,
      formal,
      compliance: 'no_reports',
      ceasefireId: null,
      because,
      rule: 'terminated',
    }),
  );
  const conflict: Conflict = { id: 'war', name: 'A war', parties: [], ceasefires: [], intervals, events: [] };
  await scratch.store.derived.replace({
    conflict,
    happenings: { all: [] },
    revision: 1,
    madeBy: 'fold',
    originOf: () => undefined,
  });
}

async function add(more: Partial<NewSubscription> = {}) {
  return scratch.store.alerts.add({
    userId: 'ana',
    conflictId: null,
    axis: null,
    values: [],
    channel: 'webhook',
    address: 'https://hooks.example.org/x',
    origin: 'https://truce.example.org',
    ...more,
  });
}
const messages = async () => {
  const listed = await scratch.store.alerts.list('ana');
  return listed.flatMap(({ deliveries }) => deliveries);
};

describe('a change of the present status', () => {
  test('is told once, with its sentence, however many look and however often the rows are written', async () => {
    const { alerts } = scratch.store;
    await history([50, 'in_effect']);
    await add({ conflictId: 'war' });
    expect(await alerts.notice(at(0))).toEqual([]);
    const because = [await article(1)];
    await history([50, 'in_effect'], [2, 'terminated', because]);
    const noticed = await Promise.all([1, 2, 3].map(() => alerts.notice(at(0.1))));
    expect(noticed.flat()).toHaveLength(1);
    await history([2.5, 'terminated', because]);
    await history([50, 'in_effect'], [2, 'terminated', because]);
    expect(await alerts.notice(at(0.2))).toEqual([]);
    const [message] = await messages();
    expect(message).toMatchObject({ id: noticed.flat()[0], kind: 'changed', state: 'waiting' });
    expect(message?.news).toMatchObject({
      conflict: { id: 'war', name: 'A war' },
      status: { formal: 'terminated', compliance: 'no_reports' },
      changes: [
        { axis: 'formal', from: 'in_effect', to: 'terminated', since: hoursAgo(2), rule: 'terminated' },
      ],
      corrected: null,
    });
    expect(message?.news?.changes[0]?.sentences).toMatchObject([{ source: 'The Paper', ...because[0] }]);
  });

  test('is told when a planned instant passes and nothing came in', async () => {
    const because = [await article(30)];
    await history([29, 'scheduled', because], [-1, 'in_effect', because]);
    await add();
    expect(await scratch.store.alerts.notice(at(0.9))).toEqual([]);
    expect(await scratch.store.alerts.notice(at(1.1))).toHaveLength(1);
    expect(await scratch.store.alerts.notice(at(1.2))).toEqual([]);
  });

  test('of a war that came up later is told to who follows all, and not when it is old', async () => {
    await add();
    await history([3_000, 'terminated', [await article(2_900)]]);
    expect(await scratch.store.alerts.notice(at(0))).toEqual([]);
    await history([3_000, 'terminated'], [1, 'in_effect', [await article(1)]]);
    expect(await scratch.store.alerts.notice(at(0.1))).toHaveLength(1);
  });

  test('of another war is not told', async () => {
    await history([50, 'in_effect']);
    await add({ conflictId: 'other' });
    await history([50, 'in_effect'], [1, 'terminated']);
    expect(await scratch.store.alerts.notice(at(0))).toEqual([]);
  });
});

test('the law: a course of the status is told step by step and each step once, however often and by however many it is looked at', async () => {
  const { alerts } = scratch.store;
  const evidence = await Promise.all([7, 6, 5, 4, 3, 2].map((hours) => article(hours)));
  const status = fc.constantFrom('in_effect', 'suspended', 'terminated');
  const course = fc.array(fc.record({ to: status, looks: fc.integer({ min: 0, max: 3 }) }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(course, async (steps) => {
      await sql`truncate derived.conflicts cascade`.execute(scratch.store.kysely);
      await sql`truncate alert_subscriptions cascade`.execute(scratch.store.kysely);
      let stretches: Parameters<typeof history> = [[50, 'in_effect']];
      await history(...stretches);
      await add();
      let told = 'in_effect';
      const expected: string[] = [];
      for (const [index, { to, looks }] of steps.entries()) {
        stretches = [...stretches, [7 - index, to, evidence.slice(index, index + 1)]];
        await history(...stretches);
        await Promise.all(Array.from({ length: looks }, () => alerts.notice(at(0))));
        if (looks === 0 || to === told) continue;
        expected.push(to);
        told = to;
      }
      const sent = (await messages()).map(({ news }) => news?.status.formal);
      expect(sent.toReversed()).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});

describe('late news', () => {
  test('says nothing while it comes and goes, and corrects what was told once it stands', async () => {
    const { alerts } = scratch.store;
    await history([50, 'in_effect']);
    await add();
    const because = [await article(1)];
    await history([50, 'in_effect'], [1, 'terminated', because]);
    expect(await alerts.notice(at(0))).toHaveLength(1);

    const old = [await article(40)];
    await history([50, 'in_effect'], [1, 'suspended', old], [0.9, 'suspended', old]);
    expect(await alerts.notice(at(0.01))).toEqual([]);
    await history([50, 'in_effect'], [1, 'terminated', because]);
    expect(await alerts.notice(new Date(now + holdFor * 2).toISOString())).toEqual([]);
    await history([50, 'suspended', old]);
    expect(await alerts.notice(new Date(now + holdFor * 3).toISOString())).toEqual([]);
    const corrected = await alerts.notice(new Date(now + holdFor * 4 + 1).toISOString());
    expect(corrected).toHaveLength(1);
    expect((await messages())[0]).toMatchObject({
      id: corrected[0],
      kind: 'corrected',
      news: { corrected: { formal: 'terminated', compliance: 'no_reports', toldAt: at(0) } },
    });
  });
});

describe('pausing', () => {
  test('stops what waits, and going on begins with what holds then', async () => {
    const { alerts } = scratch.store;
    await history([50, 'in_effect']);
    const { id } = await add();
    await history([50, 'in_effect'], [1, 'terminated', [await article(1)]]);
    const [waiting = ''] = await alerts.notice(at(0));
    await alerts.pause(id, true, 'ana');
    expect(await alerts.due()).not.toContain(waiting);
    expect(await alerts.attempt(waiting)).toBeNull();
    expect((await messages())[0]).toMatchObject({ state: 'given_up', error: 'The alert was paused.' });
    await history([50, 'in_effect'], [0.5, 'expired', [await article(0.5)]]);
    expect(await alerts.notice(at(0.1))).toEqual([]);
    await alerts.pause(id, false, 'ana');
    expect(await alerts.notice(at(0.2))).toEqual([]);
  });

  test('of others is refused, and so is deleting and testing', async () => {
    const { alerts } = scratch.store;
    const { id } = await add();
    const tries = [
      () => alerts.pause(id, true, 'ben'),
      () => alerts.remove(id, 'ben'),
      () => alerts.test(id, 'ben'),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'alert_unknown' });
    await alerts.remove(id, 'ana');
    expect(await alerts.list('ana')).toEqual([]);
    const trail = await scratch.store.audit.list({ subject: id });
    expect(trail.map(({ act }) => act)).toEqual(['alert.removed', 'alert.added']);
  });
});

describe('an attempt', () => {
  test('is given to one of those who ask, and comes up again when it failed', async () => {
    const { alerts } = scratch.store;
    const { id } = await add();
    const test = await alerts.test(id, 'ana');
    expect(await alerts.due()).toEqual([test]);
    const asked = await Promise.all([1, 2, 3].map(() => alerts.attempt(test)));
    expect(asked.filter((one) => one !== null)).toHaveLength(1);
    expect(await alerts.due()).toEqual([]);
    await alerts.failed(test, { code: 500, error: 'It answered 500.', wait: 0 });
    expect(await alerts.due()).toEqual([test]);
    expect(await alerts.attempt(test)).toMatchObject({ delivery: { attempts: 2, code: 500 } });
    await alerts.sent(test, 200);
    expect(await alerts.due()).toEqual([]);
    expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2, code: 200, error: null }]);
  });
});

describe('a mailbox', () => {
  const mailbox = { channel: 'email', address: 'ana@example.org' } as const;

  test('is asked first and hears nothing before it agrees; its links work for it alone', async () => {
    const { alerts } = scratch.store;
    await history([50, 'in_effect']);
    const { id, secret, deliveryId } = await add(mailbox);
    expect(await alerts.due()).toEqual([deliveryId]);
    await history([50, 'in_effect'], [1, 'terminated', [await article(1)]]);
    expect(await alerts.notice(at(0))).toEqual([]);
    await expect(alerts.test(id, 'ana')).rejects.toMatchObject({ code: 'alert_unknown' });

    const link = linkToken({ id, secret }, 'confirm');
    for (const wrong of [
      linkToken({ id, secret: 'guessed' }, 'confirm'),
      linkToken({ id, secret }, 'unsubscribe'),
      '',
      id,
    ])
      await expect(alerts.confirm(wrong)).rejects.toMatchObject({ code: 'alert_unknown' });
    await alerts.confirm(link);
    await alerts.confirm(link);
    await history([50, 'in_effect'], [0.4, 'expired', [await article(0.4)]]);
    expect(await alerts.notice(new Date(Date.now() + 1_000).toISOString())).toHaveLength(1);

    await alerts.unsubscribe(link);
    expect(await alerts.list('ana')).toHaveLength(1);
    await alerts.unsubscribe(linkToken({ id, secret }, 'unsubscribe'));
    await alerts.unsubscribe(linkToken({ id, secret }, 'unsubscribe'));
    expect(await alerts.list('ana')).toEqual([]);
    const trail = await scratch.store.audit.list({ subject: id });
    expect(trail.map(({ act }) => act)).toEqual(['alert.unsubscribed', 'alert.confirmed', 'alert.added']);
  });
});

test('an account has only so many', async () => {
  for (let count = 0; count < 50; count++) await add();
  await expect(add()).rejects.toMatchObject({ code: 'alerts_full' });
});
