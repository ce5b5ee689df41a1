import { json } from '@sveltejs/kit';
import { Refusal } from '@trucewatch/store';
import { problem } from '#lib/server/api/problem.ts';
import { idempotencyKey, readBody, takeIn } from '#lib/server/api/submissions.ts';
import { settings } from '#lib/server/env.ts';
import { rateLimit } from '#lib/server/rate-limit.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Requests a minute of one account; each may bring a hundred articles. */
const limit = rateLimit(6_000, 60_000);

export const POST: RequestHandler = async ({ request, locals }) => {
  const { token } = locals.caller;
  if (!token) return problem(401, 'Send a token: Authorization: Bearer tw_….');
  const wait = limit(token.userId, Date.now());
  if (wait > 0)
    return problem(429, `That is more than this account may ask: wait ${wait} seconds.`, {
      headers: { 'retry-after': String(wait) },
    });
  const { store } = services();
  try {
    const key = idempotencyKey(request.headers);
    const { body, hash } = await readBody(request);
    const work = () => takeIn(services(), body, token.userId, settings().origin);
    const done =
      key === null
        ? { answer: await work(), isRepeated: false }
        : await store.idempotency.once({ tokenId: token.tokenId, key, requestHash: hash }, work);
    const { answer, isRepeated } = done;
    return json(answer.body, {
      status: answer.status,
      headers: { ...answer.headers, ...(isRepeated && { 'idempotent-replayed': 'true' }) },
    });
  } catch (caught) {
    if (caught instanceof Response) return caught;
    if (caught instanceof Refusal && caught.code === 'key_reused') return problem(422, caught.message);
    if (caught instanceof Refusal && caught.code === 'key_busy')
      return problem(409, caught.message, { headers: { 'retry-after': '1' } });
    throw caught;
  }
};
