import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@trucewatch/local/testing';
import { AlertMessage, cutSpan, type Event } from '@trucewatch/schema';
import { linkToken, openStore, type Store } from '@trucewatch/store';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openWorker, type WorkerSettings } from '../open-worker.ts';
import { smtpSink } from '../testing/smtp-sink.ts';

const conflictId = 'nagorno-karabakh';
const posts: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
/** What the receiver answers, one after the other; 200 when there is nothing more. */
let answers: [status: number, headers?: Record<string, string>][] = [];
let heard = (): void => {};
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let receiver: Server;
let port: number;
let mail: Awaited<ReturnType<typeof smtpSink>>;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  const person = { id: 'ana', name: 'Ana', email: 'ana@example.org', emailVerified: false, role: 'viewer' };
  await store.kysely.insertInto('user').values(person).execute();
  mail = await smtpSink();
  mail.state.heard = () => heard();
  receiver = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    posts.push({ path: request.url ?? '', headers: request.headers, body });
    const [status, headers = {}] = answers.shift() ?? [200];
    response.writeHead(status, headers).end();
    heard();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  port = (receiver.address() as AddressInfo).port;
  await told('They fought.', 3);
});
beforeEach(async () => {
  posts.length = 0;
  mail.received.length = 0;
  for (const { subscription } of await store.alerts.list('ana'))
    await store.alerts.remove(subscription.id, 'ana');
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await mail.close();
  await store.close();
  await database.drop();
});

/** Keeps an article that came out so many hours ago, and what an extractor finds in it. */
async function told(text: string, hours: number, more: Partial<Event> = {}): Promise<void> {
  const publishedAt = new Date(Date.now() - hours * 3_600_000).toISOString();
  const fingerprint = createHash('sha256').update(text).digest('hex');
  const { id } = await store.articles.accept({ text, publishedAt, fingerprint, source: 'The Paper' }, 'cli');
  const mention = cutSpan({ text }, 0, text.length);
  const actor = (role: 'initiator' | 'recipient', of: string) => ({ role, id: of, name: of, mention });
  const event: Event = {
    ...{
      id: 'e0',
      type: 'clash',
      reality: 'actual',
      when: null,
      effectiveAt: null,
      until: null,
      where: null,
    },
    actors: [actor('initiator', 'country:AM'), actor('recipient', 'country:AZ')],
    ...{
      casualties: [],
      claims: [],
      ceasefireRefs: [],
      purpose: [],
      codes: {},
      evidence: [mention],
      confidence: 0.9,
    },
    ...more,
  };
  const extractor = { name: 'test', version: '1' };
  await store.extractions.save({ articleId: id, extractor, events: [event], warnings: [] });
}

async function worker(more: Partial<WorkerSettings> = {}) {
  const opened = openWorker(
    {
      databaseUrl: database.url,
      namespace: `t${randomBytes(5).toString('hex')}`,
      concurrency: 2,
      seconds: 20,
      script: new URL('../testing/sentence-thread.ts', import.meta.url),
      fetch: { alsoAllowed: [`127.0.0.1:${port}`] },
      mail: { url: mail.url, from: 'alerts@truce.example.org' },
      alerts: { every: 0.1, firstWait: 0.05 },
      sweep: { every: 3_600, staleAfter: 3_600 },
      ...more,
    },
    pino({ level: 'silent' }),
  );
  onTestFinished(() => opened.close(0));
  await opened.ready;
  return opened;
}

async function subscribe(channel: 'webhook' | 'email', address: string) {
  const origin = 'https://truce.example.org';
  return store.alerts.add({ userId: 'ana', conflictId, axis: null, values: [], channel, address, origin });
}
const hook = () => subscribe('webhook', `http://127.0.0.1:${port}/hook`);

/** Resolves when the condition holds, looked at whenever something came in. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    heard = () => {
      if (isSo()) resolve();
    };
    heard();
  });
}
const deliveries = async () => (await store.alerts.list('ana')).flatMap((one) => one.deliveries);
const derived = async () =>
  expect.poll(async () => (await store.derived.state())?.revision).toBe(await store.extractions.revision());

test('a change is posted once, signed, tried again after a fault, whatever is repeated and started anew', async () => {
  const first = await worker();
  await derived();
  const { id, secret } = await hook();
  answers = [[500]];
  await told('They agreed on a truce.', 2, { type: 'ceasefire', step: 'agreed' });
  await until(() => posts.length === 2);
  await first.close();
  await Promise.all([worker(), worker()]);
  await told('They fought once more.', 1);
  await store.alerts.test(id, 'ana');
  await until(() => posts.length === 3);

  const [failed, sent, test] = posts;
  expect(sent?.body).toBe(failed?.body);
  expect(sent?.headers['webhook-id']).toBe(failed?.headers['webhook-id']);
  const message = AlertMessage.parse(JSON.parse(sent?.body ?? ''));
  expect(message).toMatchObject({
    type: 'status.changed',
    id: sent?.headers['webhook-id'],
    conflict: { id: conflictId },
    changes: [
      {
        axis: 'formal',
        from: 'none',
        to: 'announced',
        rule: { name: 'made-without-start', says: expect.stringContaining('no start is given') },
        sentences: [{ quote: 'They agreed on a truce.', source: 'The Paper' }],
      },
    ],
    url: expect.stringMatching(/^https:\/\/truce\.example\.org\/conflicts\/nagorno-karabakh\?asKnownAt=/),
  });
  for (const { headers, body } of posts) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  }
  expect(AlertMessage.parse(JSON.parse(test?.body ?? ''))).toMatchObject({ type: 'test' });
  await expect.poll(deliveries).toMatchObject([
    { kind: 'test', state: 'sent' },
    { kind: 'changed', state: 'sent', attempts: 2 },
  ]);
});

test('a redirect is not followed; a receiver that is gone ends it; a private address is given up at once', async () => {
  await worker();
  const moved = await hook();
  answers = [[302, { location: `http://127.0.0.1:${port}/elsewhere` }]];
  await store.alerts.test(moved.id, 'ana');
  await until(() => posts.length === 2);
  expect(posts.map(({ path }) => path)).toEqual(['/hook', '/hook']);

  answers = [[410]];
  await store.alerts.test(moved.id, 'ana');
  await expect.poll(async () => (await store.alerts.list('ana'))[0]?.subscription.isPaused).toBe(true);
  expect(posts).toHaveLength(3);

  const inside = await subscribe('webhook', 'http://127.0.0.1/hook');
  await store.alerts.test(inside.id, 'ana');
  await expect
    .poll(async () => (await deliveries())[0])
    .toMatchObject({ state: 'given_up', attempts: 1, error: expect.stringContaining('no public address') });
});

test('a mailbox is asked, then told, and each mail can be answered with one click', async () => {
  await worker();
  const { id, secret } = await subscribe('email', 'ana@example.org');
  await until(() => mail.received.length === 1);
  const unfolded = () => (mail.received.at(-1)?.data ?? '').replaceAll('=\n', '').replaceAll('=3D', '=');
  expect(mail.received[0]?.to).toEqual(['RCPT TO:<ana@example.org>']);
  expect(unfolded()).toContain(`/alerts/confirm/${linkToken({ id, secret }, 'confirm')}`);
  expect(unfolded()).not.toContain('List-Unsubscribe');

  await store.alerts.confirm(linkToken({ id, secret }, 'confirm'));
  await told('They broke off the truce.', 0.5, { type: 'ceasefire', step: 'terminated' });
  await until(() => mail.received.length === 2);
  expect(unfolded()).toMatch(/^Subject: .*terminated$/m);
  expect(unfolded()).toContain('They broke off the truce.');
  const link = `https://truce.example.org/alerts/unsubscribe/${linkToken({ id, secret }, 'unsubscribe')}`;
  expect(unfolded()).toContain(`List-Unsubscribe: <${link}>\n`);
  expect(unfolded()).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\n');

  mail.state.refuse = '550 no such mailbox';
  await store.alerts.test(id, 'ana');
  await expect
    .poll(async () => (await deliveries())[0])
    .toMatchObject({ state: 'given_up', code: 550, error: expect.stringContaining('no such mailbox') });
  mail.state.refuse = undefined;
});

test('without a mail server the alert says so and waits', async () => {
  await worker({ mail: undefined, alerts: { every: 0.1, firstWait: 60 } });
  await subscribe('email', 'ana@example.org');
  await expect
    .poll(async () => (await deliveries())[0])
    .toMatchObject({ state: 'failed', error: expect.stringContaining('SMTP_URL') });
  expect(await store.alerts.mailFrom()).toBeNull();
});
