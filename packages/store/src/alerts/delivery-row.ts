import { AlertNews } from '@trucewatch/schema';
import * as z from 'zod';

const time = z.coerce.date().transform((at) => at.toISOString());

export const DeliveryRow = z
  .object({
    id: z.string(),
    kind: z.enum(['changed', 'corrected', 'test', 'confirm']),
    document: AlertNews.nullable(),
    state: z.enum(['waiting', 'sent', 'failed', 'given_up']),
    attempts: z.number(),
    created_at: time,
    next_at: time,
    sent_at: time.nullable(),
    code: z.number().nullable(),
    error: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    kind: row.kind,
    /** null for a test and for the question whether a mailbox agrees. */
    news: row.document,
    /** failed: it is tried again at `nextAt`. given_up: it is not. */
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAt: row.next_at,
    sentAt: row.sent_at,
    /** What the receiver answered the last time, HTTP or SMTP. */
    code: row.code,
    error: row.error,
  }));
export type Delivery = z.infer<typeof DeliveryRow>;
