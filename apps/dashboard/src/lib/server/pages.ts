import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Heads } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import { inTurn } from './in-turn.ts';

/** A page as it was made. */
interface Page {
  /** Of what it was made from. */
  readonly version: string;
  /** Epoch milliseconds UTC at which it may say something else although nothing came in. */
  readonly until: number;
  readonly headers: readonly [string, string][];
  /** Compressed: every browser asks for that, and a page of 600 kB is a tenth so. */
  readonly bytes: Buffer<ArrayBuffer>;
}

/** Bytes of all pages kept, as they are kept; beyond it those longest not asked for go. */
const mostKept = 64_000_000;
/** A page is made anew after so long whatever it shows: it may say what time it is. In milliseconds. */
const longest = 300_000;

/** Pages made at a time, each a quarter of a second's work and some connections to the database; more would only all be late. */
const atOnce = 4;
const waiting = 500;

const compressed = promisify(gzip);
const whole = promisify(gunzip);

interface Sources {
  heads: { current(): Promise<Heads> };
}

/**
 * Pages that are the same for everybody who is not signed in, kept until what they show has changed. Each is made once for
 * all who ask at one time, and sent with an `etag`. Its policy names its scripts by what they say, not by a nonce, which
 * would have to be another one in each answer.
 */
export function openPages({ heads }: Sources, most = mostKept) {
  const kept = new Map<string, Page>();
  const making = new Map<string, Promise<Page | null>>();
  const turn = inTurn({ atOnce, waiting });
  let size = 0;

  function drop(key: string): void {
    size -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  }

  function keep(key: string, page: Page): void {
    drop(key);
    kept.set(key, page);
    size += page.bytes.length;
    for (const oldest of kept.keys()) {
      if (size <= most) return;
      drop(oldest);
    }
  }

  function find(key: string, version: string): Page | null {
    const page = kept.get(key);
    if (!page) return null;
    kept.delete(key);
    if (page.version === version && Date.now() < page.until) {
      kept.set(key, page);
      return page;
    }
    size -= page.bytes.length;
    return null;
  }

  return {
    /** Answers with the page that is kept, or makes it with `resolve` and keeps it where it may be. */
    async answer(
      event: RequestEvent,
      resolve: (event: RequestEvent) => Response | Promise<Response>,
    ): Promise<Response> {
      const version = isForAll(event) ? versionOf(event, await heads.current()) : undefined;
      if (version === undefined) return resolve(event);
      const key = keyOf(event);
      const same = `${version}\n${key}`;
      // Without a pause between looking and making: whoever comes meanwhile must find what is being made.
      const others = making.get(same);
      const found = others ? await others : find(key, version);
      if (found) return sent(found, event);
      const done = Promise.withResolvers<Page | null>();
      making.set(same, done.promise);
      let page: Page | null = null;
      try {
        const response = await turn(async () => resolve(event));
        if (!response) error(503, m.layout_busy());
        if (!isWhole(response)) return response;
        page = await pageOf(response, version, event.locals.until);
        keep(key, page);
        return sent(page, event);
      } finally {
        making.delete(same);
        done.resolve(page);
      }
    },
  };
}

/** Nothing of an answer depends on who asks but what is in the key. */
function isForAll({ request, locals }: RequestEvent): boolean {
  return request.method === 'GET' && locals.person === null && locals.since === null;
}

/** What a page is made from; undefined for pages that are not kept. */
function versionOf({ route, params }: RequestEvent, { state, versions }: Heads): string | undefined {
  if (route.id === '/') return state;
  return route.id?.startsWith('/conflicts/[id]') ? versions.get(params.id ?? '') : undefined;
}

function keyOf({ request, url, isDataRequest, locals }: RequestEvent): string {
  const { language, preferences } = locals;
  // What a page asks for anew, part by part, stands in the address that was sent only.
  const search = isDataRequest ? new URL(request.url).search : url.search;
  return JSON.stringify([url.pathname, search, isDataRequest, language, preferences]);
}

function isWhole({ status, headers }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  return (
    status === 200 &&
    (type.startsWith('text/html') || type.startsWith('application/json')) &&
    !headers.has('set-cookie')
  );
}

async function pageOf(response: Response, version: string, until: number | undefined): Promise<Page> {
  const made = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const { body, hashes } = nonce ? withoutNonce(made, nonce) : { body: made, hashes: [] };
  const headers = [...response.headers].filter(([name]) => name !== 'etag' && name !== 'content-length');
  const etag = `"${randomBytes(9).toString('base64url')}"`;
  return {
    version,
    until: Math.min(Date.now() + longest, until ?? Number.POSITIVE_INFINITY),
    headers: [
      ...headers.map(([name, value]): [string, string] => [
        name,
        nonce ? value.replaceAll(`'nonce-${nonce}'`, hashes.join(' ')) : value,
      ]),
      ['etag', etag],
      ['cache-control', 'private, no-cache'],
      ['vary', 'accept-encoding'],
    ],
    bytes: await compressed(body),
  };
}

/** The body with its scripts as they are let run by their hashes, as a policy names them. */
function withoutNonce(made: string, nonce: string): { body: string; hashes: string[] } {
  const [first = '', ...pieces] = made.split(` nonce="${nonce}"`);
  const hashes = pieces.map((piece) => {
    const says = piece.slice(piece.indexOf('>') + 1, piece.indexOf('</script>'));
    return `'sha256-${createHash('sha256').update(says).digest('base64')}'`;
  });
  return { body: first + pieces.join(''), hashes };
}

async function sent({ headers, bytes }: Page, { request }: RequestEvent): Promise<Response> {
  const takesIt = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
    request.headers.get('accept-encoding') ?? '',
  );
  const body = takesIt ? bytes : await whole(bytes);
  const all = new Headers([...headers, ['content-length', String(body.length)]]);
  if (takesIt) all.set('content-encoding', 'gzip');
  // As a stream: as bytes they would be copied for every reader.
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(body);
      controller.close();
    },
  });
  return new Response(stream, { headers: all });
}
