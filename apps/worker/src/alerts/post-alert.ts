import { FetchRefused, type Poster } from '@trucewatch/ingest/fetch';
import { AlertMessage } from '@trucewatch/schema';
import type { Due } from '@trucewatch/store';
import { DeliveryFailed } from './failure.ts';
import { messageOf } from './message.ts';
import { signedHeaders } from './sign.ts';

/**
 * Posts a message to a webhook, signed.
 * @returns the status, which is from 200 to 299
 * @throws DeliveryFailed
 */
export async function postAlert(poster: Poster, due: Due, signal: AbortSignal): Promise<number> {
  const { delivery, subscription } = due;
  const body = JSON.stringify(AlertMessage.parse(messageOf(due)));
  const signed = signedHeaders({ id: delivery.id, secret: subscription.secret, body }, Date.now());
  const headers = { ...signed, 'content-type': 'application/json', 'user-agent': 'Trucewatch/0.1 (alerts)' };
  const { host } = new URL(subscription.address);
  const { status, retryAfter } = await poster
    .post(subscription.address, { headers, body, signal })
    .catch((error: unknown) => {
      if (!(error instanceof FetchRefused)) throw error;
      const again = error.isTemporary || error.code === 'unreachable' ? 'yes' : 'no';
      throw new DeliveryFailed(error.message, { again });
    });
  if (status >= 200 && status < 300) return status;
  const why = status >= 300 && status < 400 ? ' and leads elsewhere, which is not followed' : '';
  throw new DeliveryFailed(`${host} answered ${status}${why}.`, {
    code: status,
    retryAfter,
    again: status === 410 ? 'gone' : 'yes',
  });
}
