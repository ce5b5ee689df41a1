import type { StatusValue } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from '#lib/status/words.ts';
import type { AlertView, DeliveryView } from './view.ts';

export const stateWords: Record<DeliveryView['state'], () => string> = {
  waiting: m.alerts_state_waiting,
  sent: m.alerts_state_sent,
  failed: m.alerts_state_failed,
  given_up: m.alerts_state_given_up,
};

export const alertStateWords: Record<AlertView['state'], () => string> = {
  on: m.alerts_is_on,
  paused: m.alerts_is_paused,
  unconfirmed: m.alerts_is_unconfirmed,
};

export const channelWords: Record<AlertView['channel'], () => string> = {
  webhook: m.alerts_channel_webhook,
  email: m.alerts_channel_email,
};

/** The names of values have commas and "and" in them. */
const valueWords = (values: readonly StatusValue[]): string => values.map(statusLabel).join(' · ');

/** What an alert tells of: `Formal status: …`, or the values alone. */
export function aboutWords({ axis, values }: Pick<AlertView, 'axis' | 'values'>): string {
  if (values.length > 0) return m.alerts_only_values({ values: valueWords(values) });
  if (axis === null) return m.alerts_any();
  return axis === 'formal' ? m.alerts_formal() : m.alerts_compliance();
}

export function deliveryWords({ kind, news }: DeliveryView): string {
  if (kind === 'test') return m.alerts_kind_test();
  if (kind === 'confirm' || !news) return m.alerts_kind_confirm();
  const said = { conflict: news.conflict, values: valueWords(news.values) };
  return kind === 'changed' ? m.alerts_kind_changed(said) : m.alerts_kind_corrected(said);
}
