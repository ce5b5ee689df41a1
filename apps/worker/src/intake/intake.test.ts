import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@trucewatch/local/testing';
import { openProducer, type Producer } from '@trucewatch/queue';
import { type Intake, openStore, type Store } from '@trucewatch/store';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenWorker, openWorker } from '../open-worker.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let producer: Producer;
let worker: OpenWorker;
let site: Server;
let origin: string;
let look = (): void => {};
/** What the site answers, by path. */
const pages = new Map<string, string>();
let asked: string[] = [];

beforeAll(async () => {
  site = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${path} ${request.headers['if-none-match'] ?? ''}`.trim());
    const page = pages.get(path);
    if (page === undefined) return response.writeHead(path === '/busy' ? 503 : 404).end();
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
    const type = path.startsWith('/feed') ? 'application/rss+xml' : 'text/html; charset=utf-8';
    return response
      .writeHead(200, { 'content-type': type, ...(path.startsWith('/feed') && { etag: '"1"' }) })
      .end(page);
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  const listening = store.changes.listen(() => look());
  await listening.ready;
  const namespace = `t${randomBytes(5).toString('hex')}`;
  const queue = { databaseUrl: database.url, namespace };
  producer = openProducer({ ...queue, onError: () => {} });
  worker = openWorker(
    {
      ...queue,
      concurrency: 2,
      seconds: 20,
      fetch: { alsoAllowed: [host] },
      script: new URL('../testing/sentence-thread.ts', import.meta.url),
      sweep: { every: 3_600, staleAfter: 3_600 },
    },
    pino({ level: 'silent' }),
  );
  await worker.ready;
});
afterAll(async () => {
  await worker.close(0);
  await producer.close();
  await store.close();
  await database.drop();
  site.closeAllConnections();
  site.close();
});

/** Resolves with what is asked for, looked for again at every change. */
function until<T>(find: () => Promise<T | null | undefined | false | ''>): Promise<T> {
  return new Promise((resolve, reject) => {
    look = () => {
      find().then((found) => found && resolve(found), reject);
    };
    look();
  });
}
const inState = (id: string, ...states: Intake['state'][]) =>
  until(async () => {
    const intake = await store.intakes.get(id);
    return intake && states.includes(intake.state) && intake;
  });
async function handIn(intake: Parameters<Store['intakes']['add']>[0]): Promise<string> {
  const id = await store.intakes.add(intake, 'ana');
  await producer.submit('read-intake', { intakeId: id });
  return id;
}
const story = (place: string) =>
  `The guns along the river fell silent at midnight after both governments agreed on a truce, witnesses in ${place} said. `.repeat(
    3,
  );
const html = (place: string) =>
  `<html lang="en"><head><meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2021-03-06T21:40:00+02:00"></head>
   <body><nav><a href="/">Home</a></nav><article><h1>Quiet in ${place}</h1><p>${story(place)}</p><p>${story(place)}</p></article></body></html>`;

test('an address is fetched, read, extracted and counted, and each stage has its time', async () => {
  pages.set('/truce', html('Alda'));
  const id = await handIn({ cameBy: 'address', name: `${origin}/truce`, wantsConfirmation: false });
  await inState(id, 'done');
  const [item] = await store.intakes.items(id);
  const article = await until(async () => {
    const found = await store.articles.get(item?.articleId ?? '');
    return found?.state === 'extracted' && found;
  });
  expect(article).toMatchObject({
    title: 'Quiet in Alda',
    source: 'The Courier',
    url: `${origin}/truce`,
    publishedAt: '2021-03-06T19:40:00.000Z',
    cameBy: 'address',
    submittedBy: 'ana',
    intakeId: id,
  });
  const stages = await until(async () => {
    const found = await store.articles.stages(article.id);
    return found?.counted && found;
  });
  const times = [stages.received, stages.cleaned, stages.begun, stages.extracted, stages.counted];
  expect(times).toEqual(times.toSorted());

  // The page says something else now: a new version.
  pages.set('/truce', html('the upper town of Alda'));
  const again = await handIn({ cameBy: 'address', name: `${origin}/truce`, wantsConfirmation: false });
  await inState(again, 'done');
  expect((await store.acts.list({ subject: `article:${article.id}` }))[0]?.decision.kind).toBe(
    'correct_article',
  );
});

test('what cannot be had is refused, with the reason and what was handed in', async () => {
  const inside = await handIn({
    cameBy: 'address',
    name: 'http://127.0.0.1:1/secret',
    wantsConfirmation: false,
  });
  expect(await inState(inside, 'refused')).toMatchObject({
    name: 'http://127.0.0.1:1/secret',
    reason: expect.stringMatching(/Port 1/),
  });
  const gone = await handIn({ cameBy: 'address', name: `${origin}/gone`, wantsConfirmation: false });
  expect((await inState(gone, 'refused')).reason).toMatch(/404: there is no such page/);
});

test('a file shows its report first; confirmed, its articles are taken, and the rest keeps its reason', async () => {
  const lines = [
    { text: story('Boru'), title: 'Boru' },
    { text: story('Boru') },
    { title: 'no text' },
    { text: 'Стороны договорились о прекращении огня с полуночи, сообщили министры обеих стран.' },
  ];
  const content = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
  const id = await handIn({ cameBy: 'file', name: 'week.jsonl', content, wantsConfirmation: true });
  expect(await inState(id, 'checked')).toMatchObject({ found: 4, refused: 1, duplicates: 1, accepted: 0 });
  expect((await store.intakes.items(id)).map(({ place, verdict }) => `${place} ${verdict}`)).toEqual([
    'week.jsonl:1 ready',
    'week.jsonl:2 duplicate',
    'week.jsonl:3 refused',
    'week.jsonl:4 ready',
  ]);
  await store.intakes.move(id, ['checked'], 'confirmed', { who: 'ana' });
  await producer.submit('read-intake', { intakeId: id });
  expect(await inState(id, 'done')).toMatchObject({ accepted: 2, duplicates: 1, refused: 1 });
  const [, , , russian] = await store.intakes.items(id);
  expect(await store.articles.get(russian?.articleId ?? '')).toMatchObject({
    state: 'unread',
    language: 'ru',
    reason: expect.stringMatching(/Russian/),
  });
});

test('a feed hands in what is new, once; what is unchanged is not sent again; a failure waits longer', async () => {
  pages.set('/a', html('Cerno'));
  const words = story('Dol').repeat(2);
  const item = (path: string, more = '') =>
    `<item><title>Quiet</title><link>${origin}${path}</link>${more}</item>`;
  pages.set(
    '/feed',
    `<rss version="2.0"><channel><title>The Courier</title>${item('/a')}${item('/closed', `<description>${words}</description>`)}${item('/missing')}</channel></rss>`,
  );
  const id = await store.feeds.add({ address: `${origin}/feed`, everySeconds: 900 }, 'ana');
  await producer.submit('poll-feed', { feedId: id });
  const feed = await until(async () => {
    const found = await store.feeds.get(id);
    return found?.succeededAt && found;
  });
  expect(feed).toMatchObject({ title: 'The Courier', error: null, etag: '"1"' });
  const intakes = await until(async () => {
    const found = (await store.intakes.list()).filter(({ feedId }) => feedId === id);
    return found.length === 3 && found.every(({ state }) => state === 'done' || state === 'refused') && found;
  });
  // What the page does not give the feed does; what neither gives is refused.
  expect(Object.fromEntries(intakes.map(({ name, state }) => [name.slice(origin.length), state]))).toEqual({
    '/a': 'done',
    '/closed': 'done',
    '/missing': 'refused',
  });

  asked = [];
  await store.feeds.hurry(id);
  await producer.submit('poll-feed', { feedId: id });
  await until(async () => (await store.feeds.get(id))?.triedAt !== feed.triedAt);
  expect(asked.filter((each) => !each.startsWith('/robots'))).toEqual(['/feed "1"']);
  expect((await store.intakes.list()).filter(({ feedId }) => feedId === id)).toHaveLength(3);

  pages.delete('/feed');
  await store.feeds.hurry(id);
  await producer.submit('poll-feed', { feedId: id });
  const failing = await until(async () => {
    const found = await store.feeds.get(id);
    return found?.error && found;
  });
  expect(failing).toMatchObject({ failures: 1, error: expect.stringMatching(/404/) });
  expect(Date.parse(failing.nextAt) - Date.now()).toBeGreaterThan(700_000);
});

test('a headline that says so corrects or takes back what its publisher had out before', async () => {
  const keep = async (title: string, text: string, day: number) => {
    const fingerprint = createHash('sha256').update(text).digest('hex');
    const publishedAt = `2021-04-0${day}T10:00:00Z`;
    const article = { title, text, source: 'The Herald', publishedAt, fingerprint };
    const { id } = await store.articles.accept(article, 'cli');
    await producer.submit('extract-article', { articleId: id });
    await until(async () => (await store.articles.get(id))?.state === 'extracted');
    return id;
  };
  const decided = (id: string, kind: string) =>
    until(async () =>
      (await store.acts.list({ subject: `article:${id}` }))
        .map(({ decision }) => decision)
        .find((decision) => decision.kind === kind),
    );
  const wrong = await keep('Quiet in Lower Alda', story('Lower Alda'), 1);
  const right = await keep('CORRECTED-Quiet in Lower Alda', `${story('Lower Alda')} Four were hurt.`, 2);
  expect(await decided(right, 'correct_article')).toMatchObject({ articleId: right, replaces: wrong });
  expect((await store.articles.get(right))?.copyOf).toBeNull();

  await keep('WITHDRAWN: quiet in lower Alda', 'The Herald takes this story back: nobody had been there.', 3);
  expect(await decided(wrong, 'withdraw_article')).toMatchObject({ articleId: wrong });
});
