import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail is for. */
export type LinkPurpose = 'confirm' | 'unsubscribe';

/** The token of a link that whoever reads the mailbox can follow without signing in: the subscription and a proof. */
export function linkToken({ id, secret }: { id: string; secret: string }, purpose: LinkPurpose): string {
  return `${id}.${proof(secret, purpose)}`;
}

/** The subscription that a token is said to be of; null when it is none. */
export function idOfToken(token: string): string | null {
  return /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

export function isLinkToken(
  token: string,
  subscription: { id: string; secret: string },
  purpose: LinkPurpose,
): boolean {
  const given = Buffer.from(token);
  const right = Buffer.from(linkToken(subscription, purpose));
  return given.length === right.length && timingSafeEqual(given, right);
}

function proof(secret: string, purpose: LinkPurpose): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url');
}
