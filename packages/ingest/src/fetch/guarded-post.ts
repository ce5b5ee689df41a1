import { Agent, request } from 'undici';
import { FetchRefused } from './fetch-refused.ts';
import { type GuardOptions, guard } from './guard.ts';
import { asRefusal } from './guarded-fetch.ts';

export interface Posted {
  status: number;
  /** Seconds that the server asked to wait. */
  retryAfter: number | undefined;
}

export type Poster = ReturnType<typeof openPoster>;

/** Seconds that a receiver may take. */
const patience = 15;

/**
 * Posts to addresses that people gave, under the guard that pages are fetched under: no private address, no other port. No
 * redirect is followed, and nothing of the answer is read but its status.
 */
export function openPoster(guardOptions: GuardOptions = {}) {
  const guarding = guard(guardOptions);
  const agent = new Agent({
    connect: { lookup: guarding.lookup, timeout: 10_000 },
    headersTimeout: patience * 1_000,
    maxHeaderSize: 16_384,
    maxResponseSize: 1_000_000,
  });
  return {
    /**
     * @throws FetchRefused when no answer came, or the reason of a signal that was aborted by the caller
     */
    async post(
      address: string,
      { headers, body, signal }: { headers: Record<string, string>; body: string; signal?: AbortSignal },
    ): Promise<Posted> {
      const url = URL.parse(address);
      if (!url) throw new FetchRefused('not_http', 'That is no address.');
      const late = AbortSignal.timeout(patience * 1_000);
      try {
        guarding.check(url);
        const answer = await request(url.href, {
          method: 'POST',
          dispatcher: agent,
          headers,
          body,
          signal: signal ? AbortSignal.any([signal, late]) : late,
        });
        answer.body.on('error', () => {});
        answer.body.destroy();
        const asked = String([answer.headers['retry-after']].flat()[0] ?? '');
        return {
          status: answer.statusCode,
          retryAfter: /^\d{1,6}$/.test(asked) ? Number(asked) : undefined,
        };
      } catch (error) {
        signal?.throwIfAborted();
        throw asRefusal(error, url, late.aborted ? patience : null);
      }
    },
    close: () => agent.destroy(),
  };
}
