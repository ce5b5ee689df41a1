import { createHmac } from 'node:crypto';

/**
 * The headers of a webhook by the Standard Webhooks specification 1.0 (standardwebhooks.com): HMAC-SHA256 over id, time and
 * body, with the key that the secret holds in base64 after `whsec_`. `now`: epoch milliseconds.
 */
export function signedHeaders(
  { id, secret, body }: { id: string; secret: string; body: string },
  now: number,
): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const timestamp = String(Math.floor(now / 1_000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
