import type { StatusAxis, StatusValue } from '@trucewatch/schema';

export interface DeliveryView {
  id: string;
  kind: 'changed' | 'corrected' | 'test' | 'confirm';
  /** null for what is no news. */
  news: { conflict: string; values: StatusValue[]; url: string } | null;
  state: 'waiting' | 'sent' | 'failed' | 'given_up';
  attempts: number;
  createdAt: string;
  /** When it is tried again; null when it is not. */
  nextAt: string | null;
  code: number | null;
  /** One sentence in English. */
  error: string | null;
}

export interface AlertView {
  id: string;
  /** null: all conflicts. */
  conflict: { id: string; name: string } | null;
  axis: StatusAxis | null;
  values: StatusValue[];
  channel: 'webhook' | 'email';
  address: string;
  state: 'on' | 'paused' | 'unconfirmed';
  createdAt: string;
  deliveries: DeliveryView[];
}
