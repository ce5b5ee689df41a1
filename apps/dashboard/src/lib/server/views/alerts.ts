import type { Delivery, Subscription } from '@trucewatch/store';
import type { AlertView, DeliveryView } from '#lib/alerts/view.ts';
import { withKnownAt } from '#lib/time/known-at.ts';
import { conflictPath } from './sentence.ts';

/** What an account's alerts are, without what they are signed with. */
export function alertView(
  { subscription, deliveries }: { subscription: Subscription; deliveries: readonly Delivery[] },
  names: ReadonlyMap<string, string>,
): AlertView {
  const { id, conflictId, axis, values, channel, address, isPaused, confirmedAt, createdAt } = subscription;
  const isOn = confirmedAt !== null;
  return {
    ...{ id, axis, values, channel, address, createdAt },
    conflict: conflictId === null ? null : { id: conflictId, name: names.get(conflictId) ?? conflictId },
    state: isPaused ? 'paused' : isOn ? 'on' : 'unconfirmed',
    deliveries: deliveries.map(deliveryView),
  };
}

function deliveryView({ news, nextAt, sentAt: _, ...delivery }: Delivery): DeliveryView {
  return {
    ...delivery,
    nextAt: delivery.state === 'failed' ? nextAt : null,
    news: news && {
      conflict: news.conflict.name,
      values: news.changes.map(({ to }) => to),
      url: withKnownAt(conflictPath(news.conflict.id), news.at),
    },
  };
}
