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

/** 64 bits as sixteen hex digits: two such hashes of one text, the second from another start. */
export function longHash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x5bd1e995;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x01000193) + (code << 5);
  }
  const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, '0');
  return hex(one) + hex(other);
}
