import { createHash, randomBytes } from 'node:crypto';

/** A secret that is given out once: 256 random bits, in letters that fit into an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is random, so that a plain hash cannot be turned back by guessing. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
