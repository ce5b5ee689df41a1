import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Heads } from '@trucewatch/store';

/** A page as it was made, cut where what differs each time it is sent stands. */
interface Page {
  /** Of what it was made from. */
  readonly version: string;
  /** Epoch milliseconds UTC at which it may say something else although nothing came in. */
  readonly until: number;
  readonly headers: readonly [string, string][];
  /** What is the same for all, and what stands between: the nonce of its scripts, the number of the latest change. */
  readonly parts: readonly (Buffer | 'nonce' | 'heard')[];
  readonly nonce: string;
  readonly heard: string;
  /** In bytes. */
  readonly size: number;
}

/** Bytes of all pages kept; beyond it those longest not asked for go. */
const mostKept = 128_000_000;
/** A page is made anew after so long whatever it shows: it may say what time it is. In milliseconds. */
const longest = 300_000;

interface Sources {
  heads: { current(): Promise<Heads> };
  live: { position(): string };
}

/**
 * Pages that are the same for everybody who is not signed in, kept until what they show has changed. Each is made once for
 * all who ask at one time. It is sent with an `etag`, a fresh nonce, and the number of the latest change.
 */
export function openPages({ heads, live }: Sources, most = mostKept) {
  const kept = new Map<string, Page>();
  const making = new Map<string, Promise<Page | null>>();
  let size = 0;

  function drop(key: string): void {
    size -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  }

  function keep(key: string, page: Page): void {
    drop(key);
    kept.set(key, page);
    size += page.size;
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
    size -= page.size;
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
      if (found) return sent(found, live.position());
      const done = Promise.withResolvers<Page | null>();
      making.set(same, done.promise);
      let page: Page | null = null;
      try {
        const response = await resolve(event);
        if (!isWhole(response)) return response;
        page = await pageOf(response, version, event.locals.until, live.position());
        keep(key, page);
        return sent(page, page.heard, page.nonce);
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

async function pageOf(
  response: Response,
  version: string,
  until: number | undefined,
  position: string,
): Promise<Page> {
  const body = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  const [process = ''] = position.split('-');
  const heard = body.match(new RegExp(`${process}-\\d+`))?.[0] ?? position;
  const headers = [...response.headers].filter(([name]) => name !== 'etag' && name !== 'content-length');
  const etag = `"${randomBytes(9).toString('base64url')}"`;
  const parts = cut(body, nonce, heard);
  return {
    version,
    until: Math.min(Date.now() + longest, until ?? Number.POSITIVE_INFINITY),
    headers: [...headers, ['etag', etag], ['cache-control', 'private, no-cache']],
    parts,
    nonce,
    heard,
    size: parts.reduce((sum, part) => sum + part.length, 0),
  };
}

/** The body in pieces: where the nonce stands, and where the number of the latest change first does. */
function cut(body: string, nonce: string, heard: string): Page['parts'] {
  const at = body.indexOf(heard);
  const ends = at === -1 ? [body] : [body.slice(0, at), body.slice(at + heard.length)];
  return ends.flatMap((text, end) => {
    const pieces = nonce === '' ? [text] : text.split(nonce);
    const cutText = pieces.flatMap((piece, index) =>
      index === 0 ? [Buffer.from(piece)] : ['nonce' as const, Buffer.from(piece)],
    );
    return end === 0 ? cutText : ['heard' as const, ...cutText];
  });
}

function sent(page: Page, position: string, nonce: string = randomUUID()): Response {
  const headers = new Headers();
  for (const [name, value] of page.headers)
    headers.set(name, page.nonce === '' ? value : value.replaceAll(page.nonce, nonce));
  const now = { nonce: Buffer.from(nonce), heard: Buffer.from(position) };
  const parts = page.parts.map((part) => (typeof part === 'string' ? now[part] : part));
  headers.set('content-length', String(parts.reduce((sum, part) => sum + part.length, 0)));
  // Piece by piece, as they are kept: put together they would be copied for every reader.
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  return new Response(body, { headers });
}
