import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from './make-account.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let token: string;
let readOnly: string;

beforeAll(async () => {
  stack = await startStack({ sample: true });
  const { cookie } = await makeAccount(stack, 'operator');
  token = await makeToken(cookie, ['read', 'submit']);
  readOnly = await makeToken(cookie, ['read']);
}, 60_000);
afterAll(() => stack?.stop());

async function makeToken(cookie: string, scopes: readonly string[]): Promise<string> {
  const body = new URLSearchParams([
    ['name', 'desk'],
    ['days', '30'],
    ...scopes.map((scope) => ['scopes', scope]),
  ]);
  const page = await fetch(`${stack.origin}/account?/makeToken`, {
    method: 'POST',
    headers: { cookie, origin: stack.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  const made = /tw_[\w-]{43}/.exec(await page.text())?.[0];
  if (!made) throw new Error(`The page shows no token (${page.status}).`);
  return made;
}

function send(body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${stack.origin}/api/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const words = (number: number) =>
  `Officials of both sides said on Tuesday that monitors would visit crossing number ${number} within a week.`;

/** A machine may lack curl: the shell reads the examples as it would, and ours asks. */
const curl = `curl() { "$NODE" '${fileURLToPath(new URL('./curl.ts', import.meta.url))}' "$@"; }`;

describe('handing in by program', () => {
  it('keeps an article, knows it again, and tells what became of it', async () => {
    const first = await send({ text: words(1), source: 'Desk', publishedAt: '2026-03-14T19:05:00+01:00' });
    expect(first.status).toBe(201);
    const made = await first.json();
    expect(first.headers.get('location')).toBe(made.address);
    const again = await send({ text: words(1) });
    expect([again.status, await again.json()]).toEqual([200, { ...made, duplicate: true }]);
    const told = await (await fetch(made.address)).json();
    expect(told).toMatchObject({
      id: made.id,
      source: 'Desk',
      publishedAt: '2026-03-14T18:05:00.000Z',
      text: words(1),
    });
  });

  it('says of each of a list what became of it', async () => {
    const answer = await send([{ text: words(2) }, { text: '  ' }, { text: words(2) }, 'no article']);
    expect(await answer.json()).toMatchObject({
      accepted: 1,
      duplicate: 1,
      refused: 2,
      results: [
        { duplicate: false },
        { problems: [{ field: 'text' }] },
        { duplicate: true },
        { problems: [{ field: 'article' }] },
      ],
    });
  });

  it('gives the same answer to the same request under one key, and refuses another request under it', async () => {
    const key = { 'idempotency-key': 'key-1' };
    const first = await send({ id: 'mine', text: words(3) }, key);
    const again = await send({ id: 'mine', text: words(3) }, key);
    expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await send({ id: 'other', text: words(4) }, key)).status).toBe(422);
  });

  it('refuses in one sentence, as a problem document', async () => {
    const cases: [number, () => Promise<Response>][] = [
      [401, () => send({ text: words(5) }, { authorization: '' })],
      [401, () => send({ text: words(5) }, { authorization: 'Bearer tw_guessed' })],
      [403, () => send({ text: words(5) }, { authorization: `Bearer ${readOnly}` })],
      [415, () => send('<a/>', { 'content-type': 'application/xml' })],
      [400, () => send('{"text": ')],
      [422, () => send({ text: words(6), publishedAt: 'last Saturday' })],
      [422, () => send([])],
      [404, () => fetch(`${stack.origin}/api/articles/none`)],
      [404, () => fetch(`${stack.origin}/api/nothing/here`)],
      [404, () => fetch(`${stack.origin}/api/conflicts/none`)],
      [
        405,
        () =>
          fetch(`${stack.origin}/api/conflicts`, {
            method: 'DELETE',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          }),
      ],
    ];
    for (const [status, asked] of cases) {
      const answer = await asked();
      expect(answer.headers.get('content-type'), String(status)).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status, detail: expect.stringMatching(/^[A-Z].*\.$/) });
      expect(answer.status).toBe(status);
    }
  });
});

describe('the description', () => {
  it('has examples that work as they stand', async () => {
    const { conflicts } = await (await fetch(`${stack.origin}/api/conflicts`)).json();
    const page = await (await fetch(`${stack.origin}/api`)).text();
    const commands = [...page.matchAll(/<code>(curl[^<]*)<\/code>/g)].map((match) =>
      unescaped(match[1] as string),
    );
    const { paths } = await (await fetch(`${stack.origin}/api/openapi.json`)).json();
    expect(commands).toHaveLength(
      Object.values(paths).flatMap((methods) => Object.keys(methods as object)).length,
    );
    for (const command of commands) {
      const { stdout } = await promisify(execFile)('sh', ['-c', `${curl}\n${command} -f`], {
        env: { NODE: process.execPath, TOKEN: token, CONFLICT: conflicts[0].id },
      });
      expect(JSON.parse(stdout), command).not.toHaveProperty('detail');
    }
  });
});

it('a program that asks again with the last `next` has every event once', async () => {
  const { conflicts } = await (await fetch(`${stack.origin}/api/conflicts`)).json();
  const [{ address }] = conflicts;
  const conflict = await (await fetch(address)).json();
  const seen: string[] = [];
  let after = '';
  do {
    const page = await (await fetch(`${address}/events?limit=7${after && `&after=${after}`}`)).json();
    for (const { article, event } of page.events) seen.push(`${article.id} ${event.id}`);
    after = page.next ?? '';
  } while (after !== '');
  const all = conflict.events.map(
    ({ articleId, eventId }: { articleId: string; eventId: string }) => `${articleId} ${eventId}`,
  );
  expect(seen.toSorted()).toEqual(all.toSorted());
});

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
