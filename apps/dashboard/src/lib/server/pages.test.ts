import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { openPages } from './pages.ts';

type Event = Partial<Pick<RequestEvent['locals'], 'person' | 'since' | 'until'>>;

/** A server with one conflict of a version, and how often it made a page. */
function server(most?: number) {
  const state = { version: '1', made: 0 };
  const heads = {
    current: async () => ({ state: state.version, versions: new Map([['war', state.version]]) }),
  };
  const pages = openPages({ heads }, most);
  const ask = async (path = '/conflicts/war', more: Event = {}, status = 200, encoding = 'gzip, br') => {
    const url = new URL(path, 'http://localhost');
    const event = {
      request: new Request(url, { headers: { 'accept-encoding': encoding } }),
      url,
      route: { id: url.pathname === '/' ? '/' : `/${url.pathname.split('/')[1]}/[id]` },
      params: { id: url.pathname.split('/')[2] },
      isDataRequest: false,
      locals: { person: null, since: null, language: 'en', preferences: { theme: null }, ...more },
    } as unknown as RequestEvent;
    const response = await pages.answer(event, async () => {
      const nonce = `nonce${++state.made}`;
      const html = `<script nonce="${nonce}">start(${state.made})</script><p>page ${state.made}</p>`;
      const policy = `script-src 'self' 'nonce-${nonce}'`;
      return new Response(html, {
        status,
        headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      });
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isPacked = response.headers.get('content-encoding') === 'gzip';
    return { headers: response.headers, html: (isPacked ? gunzipSync(bytes) : bytes).toString() };
  };
  return { state, ask };
}

const pageIn = (html: string) => /page \d+/.exec(html)?.[0];

it('makes a page once for all who ask, and anew when what it shows has changed', async () => {
  const { state, ask } = server();
  const [one, two] = await Promise.all([ask(), ask()]);
  expect([one, two, await ask()].map(({ html }) => pageIn(html))).toEqual(['page 1', 'page 1', 'page 1']);
  expect(two.headers.get('etag')).toBe(one.headers.get('etag'));
  state.version = '2';
  const later = await ask();
  expect(pageIn(later.html)).toBe('page 2');
  expect(later.headers.get('etag')).not.toBe(one.headers.get('etag'));
});

it('lets run the scripts of a kept page by what they say, and none beside', async () => {
  const { ask } = server();
  for (const { headers, html } of [await ask(), await ask()]) {
    const hash = createHash('sha256').update('start(1)').digest('base64');
    expect(headers.get('content-security-policy')).toBe(`script-src 'self' 'sha256-${hash}'`);
    expect(html).toBe('<script>start(1)</script><p>page 1</p>');
  }
});

it('is as long and as much compressed as the reader can take it', async () => {
  const { ask } = server();
  const answers = [await ask()];
  for (const encoding of ['', 'br', 'gzip;q=0, br', 'gzip;q=0.5'])
    answers.push(await ask('/conflicts/war', {}, 200, encoding));
  expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual([
    'gzip',
    null,
    null,
    null,
    'gzip',
  ]);
  expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
  expect(answers[1]?.headers.get('content-length')).toBe(String(answers[1]?.html.length));
  expect(answers[1]?.headers.get('vary')).toBe('accept-encoding');
});

it('keeps nothing of what only one reader may see, of faults, and of other pages', async () => {
  const { state, ask } = server();
  await ask();
  await ask('/conflicts/war', { person: { id: 'p', name: 'P', role: 'operator' } });
  await ask('/', { since: '2020-10-10T00:00:00.000Z' });
  await ask('/conflicts/unknown');
  await ask('/articles/a');
  await ask('/conflicts/war?page=2', {}, 500);
  await ask('/conflicts/war?page=2', {}, 500);
  expect(state.made).toBe(7);
});

it('makes a page anew at the instant at which it says something else', async () => {
  const { state, ask } = server();
  await ask('/conflicts/war', { until: Date.now() - 1 });
  await ask();
  expect(state.made).toBe(2);
});

it('forgets the pages longest not asked for when they are too much together', async () => {
  const { state, ask } = server(130);
  for (const page of [1, 2, 1, 3, 1, 2]) await ask(`/conflicts/war?page=${page}`);
  expect(state.made).toBe(4);
});
