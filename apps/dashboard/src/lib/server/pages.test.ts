import type { RequestEvent } from '@sveltejs/kit';
import { expect, it } from 'vitest';
import { openPages } from './pages.ts';

type Event = Partial<Pick<RequestEvent['locals'], 'person' | 'since' | 'until'>>;

/** A server with one conflict of a version, and how often it made a page. */
function server(most?: number) {
  const state = { version: '1', position: 'secret-1', made: 0 };
  const heads = {
    current: async () => ({ state: state.version, versions: new Map([['war', state.version]]) }),
  };
  const pages = openPages({ heads, live: { position: () => state.position } }, most);
  const ask = async (path = '/conflicts/war', more: Event = {}, status = 200) => {
    const url = new URL(path, 'http://localhost');
    const event = {
      request: new Request(url),
      url,
      route: { id: url.pathname === '/' ? '/' : `/${url.pathname.split('/')[1]}/[id]` },
      params: { id: url.pathname.split('/')[2] },
      isDataRequest: false,
      locals: { person: null, since: null, language: 'en', preferences: { theme: null }, ...more },
    } as unknown as RequestEvent;
    const response = await pages.answer(event, async () => {
      const nonce = `nonce${++state.made}`;
      const html = `<script nonce="${nonce}">heard: "${state.position}"</script><p>page ${state.made}</p>`;
      const policy = `script-src 'self' 'nonce-${nonce}'`;
      return new Response(html, {
        status,
        headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      });
    });
    return { headers: response.headers, html: await response.text() };
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

it('gives every answer a nonce of its own and the number of the latest change', async () => {
  const { state, ask } = server();
  const all = [await ask(), await ask()];
  state.position = 'secret-12';
  all.push(await ask());
  const nonces = all.map(({ html }) => /nonce="([^"]+)"/.exec(html)?.[1]);
  expect(new Set(nonces).size).toBe(3);
  for (const [index, { headers }] of all.entries())
    expect(headers.get('content-security-policy')).toBe(`script-src 'self' 'nonce-${nonces[index]}'`);
  expect(all.at(-1)?.html).toContain('heard: "secret-12"');
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
