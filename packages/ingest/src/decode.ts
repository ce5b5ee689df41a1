import { detect } from 'chardet';

/** Where a page or a feed says how its letters are written: in so many first bytes (HTML says 1,024; real pages stray). */
const declarationWithin = 4_096;

export interface Decoded {
  text: string;
  /** The encoding's name as the Encoding Standard has it: `utf-8`, `windows-1251`. */
  encoding: string;
}

/**
 * The text that bytes hold. In this order: a byte order mark; valid UTF-8 with any letter outside of ASCII; what the server
 * said; what the text says of itself; what its bytes look like. An unknown name is passed over, and a byte that is no letter
 * becomes U+FFFD: nothing throws.
 */
export function decode(bytes: Uint8Array, contentType?: string | undefined): Decoded {
  const marked = byMark(bytes);
  if (marked) return read(bytes, marked);
  const ascii = latin1(bytes.subarray(0, declarationWithin));
  const declared =
    known(/charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]) ?? known(declaredIn(ascii));
  if (declared && /^utf-16/.test(declared) && !bytes.includes(0)) return readUtf8OrGuess(bytes);
  if (declared && declared !== 'utf-8' && !looksUtf8(bytes)) return read(bytes, declared);
  return readUtf8OrGuess(bytes);
}

function declaredIn(start: string): string | undefined {
  return (
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(start)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1]
  );
}

function readUtf8OrGuess(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const guessed = known(detect(bytes.subarray(0, 100_000)) ?? undefined);
    // Mostly UTF-8 with a broken byte stays UTF-8: its letters are then lost one at a time, and not all.
    return read(bytes, guessed ?? 'windows-1252');
  }
}

/** Valid UTF-8 that is more than ASCII: no text in another encoding looks so by chance. */
function looksUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte >= 0x80)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: an XML declaration or a tag in two-byte letters.
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return undefined;
}

function known(name: string | undefined): string | undefined {
  if (!name) return undefined;
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
