import * as z from 'zod';
import { Purpose } from './event.ts';
import { Moment } from './moment.ts';

export const EventRef = z
  .object({ articleId: z.string(), eventId: z.string() })
  .describe('Points at one event of one article');
export type EventRef = z.infer<typeof EventRef>;

export const CeasefireOutcome = z
  .enum(['pending', 'in_effect', 'collapsed', 'expired', 'superseded', 'terminated', 'unknown'])
  .describe('What became of a ceasefire, as far as is known');
export type CeasefireOutcome = z.infer<typeof CeasefireOutcome>;

export const Ceasefire = z
  .object({
    id: z.string().min(1),
    kind: z
      .enum(['unilateral', 'bilateral', 'multilateral'])
      .describe('Derived from who declared or agreed it'),
    parties: z.array(z.string()),
    mediators: z.array(z.string()),
    purpose: z.array(Purpose),
    announcedAt: Moment.nullable(),
    effectiveAt: Moment.nullable(),
    endedAt: Moment.nullable(),
    outcome: CeasefireOutcome,
    follows: z.string().nullable().describe('The ceasefire before it in the chain'),
    because: z.array(EventRef).describe('Every event that it was made from'),
  })
  .describe('One ceasefire, from announcement to end');
export type Ceasefire = z.infer<typeof Ceasefire>;
