import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@trucewatch/local/testing';
import { openProducer } from '@trucewatch/queue';
import { openStore, type Store } from '@trucewatch/store';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ModelChoice } from './ask-model.ts';
import { openWorker } from './open-worker.ts';

const told = 'Azerbaijan accused Armenia of shelling the town of Tartar on Saturday.';
const proposal = {
  ...{
    quotes: [told],
    type: 'attack',
    step: null,
    mode: null,
    reality: 'actual',
    where: 'Tartar',
    when: null,
  },
  ...{ parties: [], initiators: ['Armenia'], recipients: [], mediators: [], victims: [], ceasefire: null },
  ...{ effectiveAt: null, until: null, casualties: [], claims: [] },
};
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let model: Server;
let status = 200;
let content = '';

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  model = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' });
      const message = { role: 'assistant', content };
      response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] }));
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  status = 200;
});
afterAll(async () => {
  model.closeAllConnections();
  model.close();
  await store.close();
  await database.drop();
});

/** Has an article of its own extracted by a worker with this engine, until it is extracted or has failed. */
async function work(engine: ModelChoice['engine']) {
  const text = `${told} Report ${randomBytes(4).toString('hex')}.`;
  const fingerprint = createHash('sha256').update(text).digest('hex');
  const { id } = await store.articles.accept({ text, fingerprint }, 'cli');
  const done = Promise.withResolvers<void>();
  const listening = store.changes.listen((change) => {
    const ended = change.kind === 'article' && (change.state === 'extracted' || change.state === 'failed');
    if (ended && change.articleId === id) done.resolve();
  });
  await listening.ready;
  const namespace = `t${randomBytes(5).toString('hex')}`;
  const producer = openProducer({ databaseUrl: database.url, namespace, onError: () => {} });
  const { port } = model.address() as AddressInfo;
  const choice = {
    engine,
    url: `http://127.0.0.1:${port}/v1`,
    name: 'stub',
    seconds: 20,
    limits: { attempts: 1 },
  };
  const worker = openWorker(
    {
      databaseUrl: database.url,
      namespace,
      concurrency: 1,
      seconds: 20,
      model: choice,
      script: new URL('./extraction-thread.ts', import.meta.url),
    },
    pino({ level: 'silent' }),
  );
  onTestFinished(async () => {
    await worker.close(0);
    await producer.close();
    await listening.close();
  });
  await worker.ready;
  await done.promise;
  return { article: await store.articles.get(id), extraction: await store.extractions.current(id) };
}

test('both engines: what is kept says who found it', async () => {
  content = JSON.stringify({ events: [proposal] });
  const { extraction } = await work('both');
  expect(extraction?.extractor.name).toBe('trucewatch-both');
  expect(extraction?.events.find((event) => event.type === 'attack')?.engines).toEqual(['rules', 'model']);
});

test('both engines without an answer: the events of the rules are kept, with a warning', async () => {
  status = 503;
  const { article, extraction } = await work('both');
  expect(article?.state).toBe('extracted');
  expect(extraction).toMatchObject({ extractor: { name: 'trucewatch-rules' } });
  expect(extraction?.events.length).toBeGreaterThan(0);
  expect(extraction?.warnings.at(-1)).toMatch(/\(503\): these events are from the rules alone$/);
});

test('the model alone, answering nonsense: the article fails and says why', async () => {
  content = 'I would rather not.';
  const { article } = await work('model');
  expect(article).toMatchObject({ state: 'failed' });
});
