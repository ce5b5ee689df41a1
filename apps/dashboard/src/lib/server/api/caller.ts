import type { RequestEvent } from '@sveltejs/kit';
import type { TokenScope } from '@trucewatch/schema';
import type { TokenHolder } from '@trucewatch/store';
import { services } from '../services.ts';
import { problem } from './problem.ts';

/** Whoever asks the API: with a token, or with none. A browser's session counts for reading only. */
export interface Caller {
  token: TokenHolder | null;
}

const realm = 'Bearer realm="Trucewatch"';

/**
 * Finds out who asks and notes it in `locals.caller`. Returns the refusal when this caller may not ask this: reading
 * what is not open to the browser's session either needs a token with the scope `read`, anything else one with `submit`.
 */
export async function refusedCaller(
  { request, locals }: RequestEvent,
  isOpen: boolean,
): Promise<Response | null> {
  const given = bearer(request.headers);
  const token = given === null ? null : await services().store.tokens.holder(given);
  locals.caller = { token };
  if (given !== null && !token)
    return problem(
      401,
      'This token is unknown, ended or expired, or its account is suspended: make a new one on the page /account.',
      { headers: { 'www-authenticate': `${realm}, error="invalid_token"` } },
    );
  if (isReading(request) && isOpen) return null;
  return refuseWithout(isReading(request) ? 'read' : 'submit', locals.caller);
}

function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function bearer(headers: Headers): string | null {
  return /^Bearer +([\w-]{1,200}) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

function refuseWithout(scope: TokenScope, { token }: Caller): Response | null {
  if (token)
    return token.scopes.includes(scope)
      ? null
      : problem(
          403,
          `This token may not do that: it lacks the scope ${scope}, or its account may not do it any more.`,
        );
  return problem(
    401,
    'Send a token: Authorization: Bearer tw_…. Accounts make tokens on the page /account.',
    {
      headers: { 'www-authenticate': realm },
    },
  );
}
