import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, errors, request } from 'undici';
import { FetchRefused } from './fetch-refused.ts';
import { type GuardOptions, guard } from './guard.ts';
import { limitedBody } from './limited-body.ts';
import { longestRobots, robotName, robots } from './robots.ts';

export interface FetcherOptions extends GuardOptions {
  /** Who runs this and how to reach them: an address or a mailbox. Sent with each request. */
  contact?: string | undefined;
  /** Epoch milliseconds. */
  now?: (() => number) | undefined;
}

export interface FetchOptions {
  /** Bytes at most, packed or not; 6 MB by default. */
  longest?: number;
  /** Seconds in all, redirects included; 20 by default. */
  seconds?: number;
  /** From the answer before: nothing is sent when nothing has changed. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  accept?: string;
  signal?: AbortSignal | undefined;
}

export interface Fetched {
  /** Where it was found after redirects. */
  address: string;
  /** Where it has moved to for good; absent when it has not. */
  movedTo?: string | undefined;
  /** Not changed since the answer whose `etag` or `lastModified` were given: there are no bytes. */
  isUnchanged: boolean;
  bytes: Uint8Array;
  contentType?: string | undefined;
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export type Fetcher = ReturnType<typeof openFetcher>;

const mostRedirects = 5;
const longestPage = 6_000_000;
const pageAccept = 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5';
/** Sites of which the last request is remembered, for the pause that robots.txt asks. */
const mostSites = 1_000;

/**
 * Fetches pages of the open web for a person or a feed, and nothing else: no private address at any hop, no other port, with
 * limits on size, time and redirects, within what robots.txt allows, and under its own name.
 */
export function openFetcher({ contact, now = Date.now, ...guardOptions }: FetcherOptions = {}) {
  const guarding = guard(guardOptions);
  const agent = new Agent({
    connect: { lookup: guarding.lookup, timeout: 10_000 },
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    maxHeaderSize: 65_536,
    maxResponseSize: longestPage * 4,
  });
  const userAgent = `${robotName}/0.1 (reads news about ceasefires${contact ? `; +${contact}` : ''})`;
  const lastAsked = new Map<string, number>();
  const rules = robots(readRobots, now);

  async function readRobots(address: string): Promise<string | null> {
    try {
      const { bytes } = await follow(
        new URL(address),
        { longest: longestRobots, seconds: 10, accept: 'text/plain' },
        AbortSignal.timeout(10_000),
        false,
      );
      return new TextDecoder().decode(bytes);
    } catch (error) {
      const { status } = error instanceof FetchRefused ? error : {};
      if (status !== undefined && status >= 400 && status < 500 && status !== 429) return null;
      if (error instanceof FetchRefused && (error.code === 'private_address' || error.code === 'port'))
        throw error;
      throw new FetchRefused(
        'robots',
        `The rules of ${new URL(address).host} (robots.txt) cannot be read now, so nothing is fetched from there: ${error instanceof Error ? error.message : error}`,
        { isTemporary: true, cause: error },
      );
    }
  }

  async function follow(
    start: URL,
    options: FetchOptions,
    signal: AbortSignal,
    asksRobots: boolean,
  ): Promise<Fetched> {
    let url = start;
    let movedTo: string | undefined;
    let isForGood = true;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      guarding.check(url);
      if (asksRobots) await takeTurn(url, await rules.check(url), signal);
      const answer = await ask(url, options, signal);
      const location =
        answer.status >= 300 && answer.status < 400 && answer.status !== 304 ? answer.location : undefined;
      if (location === undefined) return { ...(await answerOf(url, answer, options)), movedTo };
      answer.body.destroy();
      const next = URL.parse(location, url.href);
      if (!next) throw new FetchRefused('redirects', `${url.host} leads on to an address that is none.`);
      isForGood &&= answer.status === 301 || answer.status === 308;
      if (isForGood) movedTo = next.href;
      url = next;
    }
    throw new FetchRefused('redirects', `${start.host} leads on more than ${mostRedirects} times.`);
  }

  /** Waits until the pause that the site asks for is over. */
  async function takeTurn(url: URL, delay: number, signal: AbortSignal): Promise<void> {
    if (lastAsked.size >= mostSites) lastAsked.clear();
    const due = Math.max(now(), (lastAsked.get(url.origin) ?? 0) + delay * 1_000);
    lastAsked.set(url.origin, due);
    if (due > now()) await wait(due - now(), undefined, { signal });
  }

  async function ask(url: URL, options: FetchOptions, signal: AbortSignal) {
    const { statusCode, headers, body } = await request(url.href, {
      dispatcher: agent,
      signal,
      headers: {
        'user-agent': userAgent,
        accept: options.accept ?? pageAccept,
        'accept-encoding': 'gzip, br',
        'accept-language': 'en;q=1, *;q=0.5',
        ...(options.etag !== undefined && { 'if-none-match': options.etag }),
        ...(options.lastModified !== undefined && { 'if-modified-since': options.lastModified }),
      },
    });
    // An answer that is not read to its end is destroyed, and tells so.
    body.on('error', () => {});
    const header = (name: string): string | undefined => [headers[name]].flat()[0];
    return { status: statusCode, header, location: header('location'), body: body as Readable };
  }

  return {
    /** @throws FetchRefused, or the reason of a signal that was aborted by the caller */
    async fetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
      const url = URL.parse(address);
      if (!url)
        throw new FetchRefused('not_http', 'That is no address: write it whole, beginning with https://.');
      url.username = '';
      url.password = '';
      url.hash = '';
      const seconds = options.seconds ?? 20;
      const late = AbortSignal.timeout(seconds * 1_000);
      const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
      try {
        return await follow(url, options, signal, true);
      } catch (error) {
        options.signal?.throwIfAborted();
        throw asRefusal(error, url, late.aborted ? seconds : null);
      }
    },
    close: () => agent.destroy(),
  };
}

interface Answer {
  status: number;
  header: (name: string) => string | undefined;
  body: Readable;
}

async function answerOf(url: URL, { status, header, body }: Answer, options: FetchOptions): Promise<Fetched> {
  const isUnchanged = status === 304;
  if (!isUnchanged && (status < 200 || status >= 300)) {
    body.destroy();
    throw statusRefusal(url, status, header('retry-after'));
  }
  const limit = options.longest ?? longestPage;
  return {
    address: url.href,
    isUnchanged,
    bytes: isUnchanged ? new Uint8Array() : await limitedBody(body, header('content-encoding'), limit),
    contentType: header('content-type')?.slice(0, 200),
    etag: header('etag')?.slice(0, 1_000),
    lastModified: header('last-modified')?.slice(0, 100),
  };
}

function statusRefusal(url: URL, status: number, retryAfter: string | undefined): FetchRefused {
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : undefined;
  const says: Record<number, string> = {
    401: 'the page is for its subscribers',
    402: 'the page is for its subscribers',
    403: 'the site refuses programs, or all of us',
    404: 'there is no such page',
    410: 'the page was taken away',
    429: 'we asked too often',
    451: 'the page is blocked for legal reasons',
  };
  const why = says[status] ?? (status >= 500 ? 'the site has a fault' : 'the site gave no page');
  const isTemporary = status === 429 || status === 408 || status >= 500;
  return new FetchRefused('status', `${url.host} answered ${status}: ${why}.`, {
    isTemporary,
    retryAfter: seconds,
    status,
  });
}

/** Whatever went wrong, as one sentence. `seconds`: the time was over. */
export function asRefusal(error: unknown, url: URL, seconds: number | null): FetchRefused {
  if (error instanceof FetchRefused) return error;
  const isTimeout =
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError;
  if (seconds !== null || isTimeout) {
    return new FetchRefused('too_slow', `${url.host} took longer than ${seconds ?? 15} s.`, {
      isTemporary: true,
      cause: error,
    });
  }
  if (error instanceof errors.ResponseExceededMaxSizeError)
    return new FetchRefused('too_large', 'The answer is too large.');
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return new FetchRefused('encoding', `What ${url.host} sent cannot be unpacked.`, { cause: error });
  }
  const why = {
    ENOTFOUND: 'there is no such site',
    EAI_AGAIN: 'its name cannot be looked up now',
    ECONNREFUSED: 'nobody answers there',
  }[code];
  return new FetchRefused('unreachable', `${url.host} cannot be reached${why ? `: ${why}` : ''}.`, {
    isTemporary: code !== 'ENOTFOUND',
    cause: error,
  });
}
