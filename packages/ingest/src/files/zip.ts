import { buffer } from 'node:stream/consumers';
import type { Entry } from 'yauzl';

/** What a zip may hold. Beyond it an entry, or the rest of the file, is refused. */
const zipLimits = {
  entries: 200_000,
  /** Bytes of one entry, unpacked. */
  entry: 64_000_000,
  /** Bytes in all, unpacked. */
  total: 2_000_000_000,
  /** Unpacked to packed: text reaches 10 to 1, a bomb 1,000 to 1. Judged above a megabyte. */
  ratio: 200,
};

export type ZipMember = { name: string; bytes: Uint8Array } | { name: string; refused: string };

/** Folders, and what systems add by themselves: no articles. */
const bookkeeping = /\/$|(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * The files in a zip, one after the other, unpacked in memory only, never on disk. A zip in a zip is refused. Sizes are held
 * against what really comes out, whatever the zip says of itself.
 * @param zip its bytes, or the path of a file
 */
export async function* zipMembers(zip: Uint8Array | string, limits = zipLimits): AsyncGenerator<ZipMember> {
  const { fromBufferPromise, openPromise } = await import('yauzl');
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  let total = 0;
  let count = 0;
  const file = await (typeof zip === 'string'
    ? openPromise(zip, options)
    : fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), options)
  ).catch(() => null);
  if (!file) {
    yield { name: '', refused: 'It is no zip file, or a damaged one.' };
    return;
  }
  try {
    for await (const entry of file.eachEntry()) {
      const name = entry.fileName;
      if (bookkeeping.test(name)) continue;
      if (++count > limits.entries) {
        yield { name, refused: `The zip holds more than ${limits.entries} files: the rest was not read.` };
        return;
      }
      const why = refusalOf(entry, limits);
      if (why) {
        yield { name, refused: why };
        continue;
      }
      total += entry.uncompressedSize;
      if (total > limits.total) {
        yield {
          name,
          refused: `The zip unpacks to more than ${limits.total / 1e9} GB: the rest was not read.`,
        };
        return;
      }
      yield { name, ...(await contentOf(file.openReadStreamPromise(entry))) };
    }
  } catch {
    yield { name: '', refused: 'The zip is damaged: the rest was not read.' };
  } finally {
    file.close();
  }
}

function refusalOf(entry: Entry, limits: typeof zipLimits): string | undefined {
  if (/\.(?:zip|7z|rar|gz|tgz|tar|bz2|xz)$/i.test(entry.fileName))
    return 'Packed files in packed files are not read: unpack it first.';
  if (entry.isEncrypted()) return 'It is protected with a password.';
  if (entry.uncompressedSize > limits.entry) return `It is larger than ${limits.entry / 1e6} MB.`;
  const isBomb = entry.uncompressedSize > 1e6 && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  return isBomb ? `It unpacks to more than ${limits.ratio} times its size, as no text does.` : undefined;
}

/** yauzl ends the stream with an error when more comes out than the entry says. */
async function contentOf(
  opening: Promise<NodeJS.ReadableStream>,
): Promise<{ bytes: Uint8Array } | { refused: string }> {
  try {
    return { bytes: await buffer(await opening) };
  } catch {
    return { refused: 'It is damaged and cannot be unpacked.' };
  }
}
