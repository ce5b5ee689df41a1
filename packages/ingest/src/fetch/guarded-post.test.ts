import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPoster, type Poster } from './guarded-post.ts';

let server: Server;
let poster: Poster;
let origin: string;
const paths: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    paths.push(request.url);
    if (request.url === '/moved') response.writeHead(307, { location: '/elsewhere' }).end();
    else response.writeHead(429, { 'retry-after': '90' }).end('x'.repeat(100_000));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  origin = `http://hook.example:${port}`;
  poster = openPoster({
    alsoAllowed: [`hook.example:${port}`],
    // inside.example has a public address beside a private one, as whoever wants in gives it.
    resolve: async (host) =>
      (host === 'hook.example' ? ['127.0.0.1'] : ['93.184.215.14', '10.0.0.1']).map((address) => ({
        address,
        family: 4,
      })),
  });
});
afterAll(async () => {
  await poster.close();
  server.closeAllConnections();
  server.close();
});

const post = (address: string) => poster.post(address, { headers: {}, body: '{}' });

test('tells the status and the wait that is asked for, and follows no redirect', async () => {
  expect(await post(`${origin}/`)).toEqual({ status: 429, retryAfter: 90 });
  expect(await post(`${origin}/moved`)).toEqual({ status: 307, retryAfter: undefined });
  expect(paths).toEqual(['/', '/moved']);
});

test('posts to no private address, by number or by name', async () => {
  for (const address of [
    'http://inside.example/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://0x7f000001/',
  ])
    await expect(post(address)).rejects.toMatchObject({ code: 'private_address' });
  await expect(post('http://hook.example:22/')).rejects.toMatchObject({ code: 'port' });
  await expect(post('file:///etc/passwd')).rejects.toMatchObject({ code: 'not_http' });
});
