import type { Poster } from '@trucewatch/ingest/fetch';
import type { Handler } from '@trucewatch/queue';
import type { Store } from '@trucewatch/store';
import type { Logger } from 'pino';
import { DeliveryFailed } from './failure.ts';
import type { Mailer } from './mailer.ts';
import { postAlert } from './post-alert.ts';
import { waitAfter } from './wait-after.ts';

interface DeliveryTools {
  store: Pick<Store, 'alerts'>;
  poster: Poster;
  /** Absent: no mail server is set. */
  mailer: Mailer | undefined;
  log: Logger;
  /** Seconds until what failed is tried for the second time. */
  firstWait: number;
}

/**
 * Makes one attempt to deliver a message and notes how it went. What fails is not thrown: when to try again stands in the
 * database, and the sweep asks for it.
 */
export function deliverAlert({
  store,
  poster,
  mailer,
  log,
  firstWait,
}: DeliveryTools): Handler<'deliver-alert'> {
  return async ({ deliveryId }, { signal }) => {
    const due = await store.alerts.attempt(deliveryId);
    if (!due) return;
    const { delivery, subscription } = due;
    try {
      let code: number;
      if (subscription.channel === 'webhook') code = await postAlert(poster, due, signal);
      else if (mailer) code = await mailer.send(due, signal);
      else throw new DeliveryFailed('Mail is not set up here: a worker needs SMTP_URL and MAIL_FROM.');
      await store.alerts.sent(delivery.id, code);
    } catch (error) {
      if (!(error instanceof DeliveryFailed)) throw error;
      const { message, code, retryAfter, again } = error;
      const { attempts, createdAt } = delivery;
      const times = { attempts, createdAt, now: Date.now(), asked: retryAfter };
      const wait = again === 'yes' ? waitAfter(times, firstWait) : null;
      await store.alerts.failed(delivery.id, { code, error: message, wait });
      if (again === 'gone') await store.alerts.pauseAsGone(subscription.id);
      log.info({ deliveryId, attempts, wait, reason: message }, 'an alert was not delivered');
    }
  };
}
