import { StatusAxis, StatusValue } from '@trucewatch/schema';
import * as z from 'zod';
import { DeliveryRow } from './delivery-row.ts';

const time = z.coerce.date().transform((at) => at.toISOString());

export const SubscriptionRow = z
  .object({
    id: z.string(),
    user_id: z.string(),
    conflict_id: z.string().nullable(),
    axis: StatusAxis.nullable(),
    wanted: z.array(StatusValue),
    channel: z.enum(['webhook', 'email']),
    address: z.string(),
    secret: z.string(),
    origin: z.string(),
    is_paused: z.boolean(),
    created_at: time,
    confirmed_at: time.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    userId: row.user_id,
    /** null: every conflict. */
    conflictId: row.conflict_id,
    /** null: either. */
    axis: row.axis,
    /** The values that are told of; none: any. */
    values: row.wanted,
    channel: row.channel,
    /** The webhook's or the mailbox's. */
    address: row.address,
    /** What messages are signed with, or the links in mails. */
    secret: row.secret,
    /** Scheme and host of the dashboard that it was made at. */
    origin: row.origin,
    isPaused: row.is_paused,
    createdAt: row.created_at,
    /** null: whoever reads the mailbox has not agreed yet, and nothing else is sent. */
    confirmedAt: row.confirmed_at,
  }));
export type Subscription = z.infer<typeof SubscriptionRow>;

export const ListedRow = z.object({
  subscription: SubscriptionRow,
  deliveries: z.array(DeliveryRow),
});

export interface NewSubscription {
  userId: string;
  conflictId: string | null;
  axis: StatusAxis | null;
  values: readonly StatusValue[];
  channel: 'webhook' | 'email';
  address: string;
  origin: string;
}
