import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { FetchRefused } from './fetch-refused.ts';

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/**
 * The bytes of an answer, unpacked. Stops at `limit` bytes, on the wire as well as unpacked: a few kilobytes may unpack to
 * gigabytes. Packed twice is refused, for nobody does it who means well.
 * @throws FetchRefused `too_large` or `encoding`
 */
export async function limitedBody(
  body: Readable,
  encoding: string | undefined,
  limit: number,
): Promise<Uint8Array> {
  const name = (encoding ?? '').trim().toLowerCase();
  const isPacked = name !== '' && name !== 'identity';
  const decoder = isPacked ? decoders[name] : undefined;
  if (isPacked && !decoder) {
    body.destroy();
    throw new FetchRefused(
      'encoding',
      `The server packed its answer as “${name.slice(0, 40)}”, which is not read.`,
    );
  }
  const tooLarge = new FetchRefused(
    'too_large',
    `The answer is larger than ${Math.round(limit / 1e5) / 10} MB.`,
  );
  const stream = decoder ? pipeline(body, decoder(), () => {}) : body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      throw tooLarge;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
