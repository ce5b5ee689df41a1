import { createHash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** What a model file holds by name: tables of numbers, and lists of words. */
export type Part = Uint8Array | Int8Array | Uint32Array | Float32Array | string[];
export type Parts = Record<string, Part>;

/** The file as it lies in the repository: JSON, so that every runtime and bundler can take it in without reading a disk. */
export interface ModelFile {
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  checksum: string;
  /** What it was trained on, under which licences, and what it scored. */
  about: Record<string, unknown>;
  /** Zstandard, in base64: it unpacks several times as fast as Brotli and is hardly larger. */
  packed: string;
}

const kinds = { Uint8Array, Int8Array, Uint32Array, Float32Array } as const;

export function packModel(parts: Parts, about: Record<string, unknown>): ModelFile {
  const chunks: Uint8Array[] = [];
  const index = Object.entries(parts).map(([name, part]) => {
    const bytes = Array.isArray(part)
      ? new TextEncoder().encode(part.join('\n'))
      : new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    chunks.push(bytes, new Uint8Array(-bytes.length & 3));
    return { name, kind: Array.isArray(part) ? 'words' : part.constructor.name, bytes: bytes.length };
  });
  const head = new TextEncoder().encode(JSON.stringify(index));
  const size = new Uint8Array(Uint32Array.of(head.length).buffer);
  const whole = Buffer.concat([size, head, new Uint8Array(-head.length & 3), ...chunks]);
  const packed = zstdCompressSync(whole, { params: { [constants.ZSTD_c_compressionLevel]: 19 } });
  return { checksum: checksumOf(whole), about, packed: packed.toString('base64') };
}

/** @throws Error when the bytes are not those that were trained: the file is damaged or was edited */
export function unpackModel(file: ModelFile): Parts {
  const whole = zstdDecompressSync(Buffer.from(file.packed, 'base64'));
  if (checksumOf(whole) !== file.checksum) {
    throw new Error(
      'The language model is damaged: its checksum differs. Get packages/language/data again from git.',
    );
  }
  // Copied, so that tables of four bytes start at a multiple of four.
  const bytes = new Uint8Array(whole);
  const headSize = new Uint32Array(bytes.buffer, 0, 1)[0] as number;
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headSize))) as {
    name: string;
    kind: keyof typeof kinds | 'words';
    bytes: number;
  }[];
  let at = 4 + headSize + (-headSize & 3);
  const parts: Parts = {};
  for (const { name, kind, bytes: length } of index) {
    parts[name] =
      kind === 'words'
        ? new TextDecoder().decode(bytes.subarray(at, at + length)).split('\n')
        : new kinds[kind](bytes.buffer, at, length / kinds[kind].BYTES_PER_ELEMENT);
    at += length + (-length & 3);
  }
  return parts;
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Rising numbers as the bytes of their differences, seven bits a byte: hashes in order take two bytes and not four. */
export function packRising(numbers: Uint32Array): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of numbers) {
    let rest = number - last;
    last = number;
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

export function unpackRising(bytes: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let at = 0;
  let last = 0;
  for (let i = 0; i < count; i++) {
    let scale = 1;
    let byte = bytes[at++] as number;
    while (byte > 127) {
      last += (byte & 127) * scale;
      scale *= 128;
      byte = bytes[at++] as number;
    }
    last += byte * scale;
    numbers[i] = last;
  }
  return numbers;
}
