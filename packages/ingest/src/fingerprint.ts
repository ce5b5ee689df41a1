import { createHash } from 'node:crypto';

/**
 * SHA-256, in hexadecimal, of what the text says: composed Unicode (NFC), every run of whitespace one space, case
 * kept. Two copies of an article that differ in line endings or wrapping have one fingerprint.
 */
export function fingerprint(text: string): string {
  const words = text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('hex');
}
