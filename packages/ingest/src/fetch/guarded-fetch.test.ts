import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FetchRefused } from './fetch-refused.ts';
import { type Fetcher, openFetcher } from './guarded-fetch.ts';
import { isPublicAddress } from './public-address.ts';

let server: Server;
let origin: string;
let respond: RequestListener;
let asked: { path: string; agent: string | undefined; headers: Record<string, unknown> }[] = [];
let fetcher: Fetcher;
const resolved: string[] = [];

/** The open web of these tests: names, and the addresses that they have at each question. */
const names: Record<string, string[]> = {
  'news.example': ['127.0.0.1'],
  'inside.example': ['10.1.2.3'],
  'mixed.example': ['93.184.215.14', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', agent: request.headers['user-agent'], headers: request.headers });
    if (request.url === '/robots.txt' && !respond.name.includes('robots')) response.writeHead(404).end();
    else respond(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  origin = `http://news.example:${port}`;
  fetcher = open();
});
afterEach(() => {
  asked = [];
});
afterAll(async () => {
  await fetcher.close();
  server.closeAllConnections();
  server.close();
});

function open(): Fetcher {
  return openFetcher({
    contact: 'https://watch.example/contact',
    alsoAllowed: [new URL(origin).host],
    resolve: async (host) => {
      resolved.push(host);
      return (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  });
}

const refusal = (address: string, options = {}): Promise<FetchRefused> =>
  fetcher.fetch(address, options).then(
    () => Promise.reject(new Error(`${address} was fetched`)),
    (error: FetchRefused) => error,
  );

describe('what is fetched', () => {
  test('a page, unpacked, under our own name', async () => {
    respond = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br', etag: '"7"' })
        .end(brotliCompressSync('<p>Quiet.</p>'));
    const page = await fetcher.fetch(`${origin}/a?b=1#c`);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>Quiet.</p>');
    expect(page).toMatchObject({
      address: `${origin}/a?b=1`,
      contentType: 'text/html',
      etag: '"7"',
      isUnchanged: false,
    });
    expect(asked.at(-1)?.agent).toMatch(/^Trucewatch\/.*\+https:\/\/watch\.example\/contact/);
  });

  test('redirects are followed, and a move for good is told', async () => {
    respond = (request, response) =>
      request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : response.end('here');
    const page = await fetcher.fetch(`${origin}/old`);
    expect(page).toMatchObject({ address: `${origin}/new`, movedTo: `${origin}/new` });
  });

  test('what has not changed is not sent again', async () => {
    respond = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 200).end();
    expect(await fetcher.fetch(`${origin}/feed`, { etag: '"7"' })).toMatchObject({ isUnchanged: true });
  });
});

describe('nobody gets at a machine that is not on the open web', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://localhost./',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'http://100.64.0.1/',
    'http://192.168.0.1/',
    'http://172.31.255.255/',
    'http://intranet/',
    'http://inside.example/',
    'http://mixed.example/',
    'http://mapped.example/',
  ])('%s, asked for or led to', async (address) => {
    respond = (_, response) => response.writeHead(302, { location: address }).end();
    expect(await refusal(address)).toMatchObject({ name: 'FetchRefused', code: 'private_address' });
    expect(await refusal(`${origin}/to`)).toMatchObject({ code: 'private_address' });
    expect(asked.filter(({ path }) => path !== '/robots.txt').map(({ path }) => path)).toEqual(['/to']);
  });

  test('a name that answers differently the second time', async () => {
    let answers = 0;
    const rebound = openFetcher({
      resolve: async () => [{ address: answers++ === 0 ? '10.0.0.1' : '93.184.215.14', family: 4 }],
    });
    await expect(rebound.fetch('http://rebind.example/')).rejects.toMatchObject({ code: 'private_address' });
    // Looked up once for one connection: what is connected to is what was checked.
    expect(answers).toBe(1);
    await rebound.close();
  });

  test.each([
    'ftp://news.example/',
    'file:///etc/passwd',
    'gopher://news.example/',
    'data:text/html,x',
    'news',
  ])('%s is no web address', async (address) => {
    expect(await refusal(address)).toMatchObject({ code: 'not_http' });
  });

  test('other ports are closed', async () => {
    expect(await refusal('http://news.example:22/')).toMatchObject({ code: 'port' });
    expect(await refusal('https://other.example:8443/')).toMatchObject({ code: 'port' });
  });
});

describe('limits', () => {
  test('an answer that unpacks to more than is allowed', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    respond = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await refusal(`${origin}/bomb`)).toMatchObject({ code: 'too_large' });
  });

  test('an answer without an end', async () => {
    respond = (_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(200_000), more);
      };
      more();
    };
    expect(await refusal(`${origin}/endless`, { longest: 1_000_000 })).toMatchObject({ code: 'too_large' });
  });

  test('an answer that never comes', async () => {
    respond = () => {};
    expect(await refusal(`${origin}/silent`, { seconds: 0.2 })).toMatchObject({
      code: 'too_slow',
      isTemporary: true,
    });
  });

  test('a circle of redirects', async () => {
    respond = (_, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await refusal(`${origin}/again`)).toMatchObject({ code: 'redirects' });
  });

  test('bytes that are not packed as the server says, or in no known way', async () => {
    respond = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain words');
    expect(await refusal(`${origin}/broken`)).toMatchObject({ code: 'encoding' });
    respond = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end();
    expect(await refusal(`${origin}/twice`)).toMatchObject({ code: 'encoding' });
  });

  test.each([
    [404, false],
    [403, false],
    [429, true],
    [503, true],
  ])('a status %i says so', async (status, isTemporary) => {
    respond = (_, response) => response.writeHead(status, { 'retry-after': '120' }).end();
    expect(await refusal(`${origin}/x`)).toMatchObject({
      code: 'status',
      status,
      isTemporary,
      retryAfter: 120,
    });
  });
});

describe('robots.txt', () => {
  test('what a site closes to us is not asked for', async () => {
    respond = function robotsAndPages(request, response) {
      response.end(request.url === '/robots.txt' ? 'User-agent: Trucewatch\nDisallow: /private/' : 'open');
    };
    const own = open();
    await expect(own.fetch(`${origin}/private/a`)).rejects.toMatchObject({
      code: 'robots',
      isTemporary: false,
    });
    expect((await own.fetch(`${origin}/public`)).bytes).toHaveLength(4);
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/public']);
    await own.close();
  });

  test('rules that cannot be read close the site for now', async () => {
    respond = function robotsFault(_, response) {
      response.writeHead(503).end();
    };
    const own = open();
    await expect(own.fetch(`${origin}/a`)).rejects.toMatchObject({ code: 'robots', isTemporary: true });
    await own.close();
  });
});

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['255.255.255.255', false],
  ['2001:db8::1', false],
  ['fe80::1%eth0', false],
  ['not an address', false],
])('%s is a public address: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
