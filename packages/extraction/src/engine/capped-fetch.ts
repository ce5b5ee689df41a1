import { ModelFault } from './model-fault.ts';

/**
 * Fetches, and reads no more than so many bytes of an answer. A redirect is refused: it would carry the article, and
 * on one's own host the key, to an address that nobody configured.
 */
export function cappedFetch(fetch: typeof globalThis.fetch, bytes: number): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400)
      throw new ModelFault(
        'refused',
        "the language model's address redirects elsewhere: configure the final address",
      );
    if (!response.body) return response;
    let read = 0;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        if (read > bytes) controller.error(tooLarge(bytes));
        else controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counting), { status, statusText, headers });
  };
}

function tooLarge(bytes: number): ModelFault {
  return new ModelFault('too_large', `the language model's answer is longer than ${bytes} bytes`);
}
