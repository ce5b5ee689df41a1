import { APICallError, NoObjectGeneratedError, NoOutputGeneratedError } from 'ai';
import { ModelFault } from './model-fault.ts';

/** What the SDK throws, as a fault of ours. A server's own words are left out: they may hold the key or the article. */
export function readFault(error: unknown, callMs: number): ModelFault {
  const own = causeOf(error, ModelFault);
  if (own) return own;
  if (isAbort(error))
    return new ModelFault('timeout', `the language model did not answer within ${callMs} ms`, {
      passing: true,
    });
  if (NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error))
    return new ModelFault(
      'malformed',
      'the language model answered with something else than the events it was asked for',
    );
  if (!APICallError.isInstance(error))
    return new ModelFault('unavailable', 'the language model could not be called', { passing: true });
  const { statusCode: status, responseHeaders: headers } = error;
  if (status === undefined)
    return new ModelFault('unavailable', 'the language model cannot be reached at its address', {
      passing: true,
    });
  if (status === 429)
    return new ModelFault('busy', 'the language model takes no more calls for now (429)', {
      passing: true,
      waitMs: waitOf(headers),
    });
  if (status >= 500 || status === 408)
    return new ModelFault('unavailable', `the language model's server failed (${status})`, {
      passing: true,
      waitMs: waitOf(headers),
    });
  if (status < 300)
    return new ModelFault(
      'malformed',
      "the language model's server answered with something else than its API says",
    );
  if (status === 401 || status === 403)
    return new ModelFault('refused', `the language model's server does not accept the key (${status})`);
  if (status === 404)
    return new ModelFault('refused', 'there is no such address or model at the server (404)');
  return new ModelFault('refused', `the language model's server refused the request (${status})`);
}

/** Whether the server may have refused the form of the answer that was asked for, and not the request itself. */
export function refusesSchema(error: unknown): boolean {
  return APICallError.isInstance(error) && (error.statusCode === 400 || error.statusCode === 422);
}

/** `retry-after` in seconds, or OpenAI's `retry-after-ms`; dates are passed over, for clocks differ. */
function waitOf(headers: Record<string, string> | undefined): number | undefined {
  const ms = Number(headers?.['retry-after-ms'] ?? Number.NaN);
  if (ms >= 0) return ms;
  const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
  return seconds >= 0 ? seconds * 1_000 : undefined;
}

function isAbort(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++)
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return true;
  return false;
}

function causeOf<T>(error: unknown, kind: abstract new (...args: never[]) => T): T | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++)
    if (at instanceof kind) return at;
  return null;
}
