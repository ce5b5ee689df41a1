/** FNV-1a over UTF-16 code units, 32 bits. For identities, not for secrets. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The same as eight hex digits. */
export function fnv1a(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}

/** 64 bits of a list of texts, as sixteen hex digits: two hashes of 32 bits, of different starts. */
export function hashOfParts(parts: readonly (string | number)[]): string {
  let one = 0x811c9dc5;
  let other = 0x5bd1e995;
  for (const part of parts) {
    const text = typeof part === 'number' ? String(part) : part;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x5bd1e995) + code;
    }
    // A separator that no text has: "ab", "c" is not "a", "bc".
    one = Math.imul(one ^ 0x10000, 0x01000193);
    other = Math.imul(other ^ 0x10000, 0x5bd1e995) + 1;
  }
  const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0');
  return hex(one) + hex(other);
}
