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

export const ceasefireLinks = ['renews', 'extends', 'supersedes', 'follows_collapse'] as const;
export const CeasefireLink = z
  .object({
    type: z
      .enum(ceasefireLinks)
      .describe(
        'renews: made after the other ran out; extends: prolongs it; supersedes: takes its place while it stands; follows_collapse: made after it had collapsed or been ended',
      ),
    ceasefireId: z.string(),
    because: z
      .array(EventRef)
      .describe('The events that say so: of the end of the other, or of the making of this one'),
  })
  .describe('What a ceasefire is to an earlier one');
export type CeasefireLink = z.infer<typeof CeasefireLink>;

export const Declaration = z
  .object({
    party: z.string(),
    at: Moment.nullable().describe('When it declared or agreed; null when no report says'),
    because: z.array(EventRef),
  })
  .describe('One side that declared or agreed a ceasefire');
export type Declaration = z.infer<typeof Declaration>;

export const Mediation = z
  .object({
    name: z.string(),
    saidBy: z.array(z.string()).describe('Who says so, as the articles name them; empty: narrators alone'),
    because: z.array(EventRef),
  })
  .describe('One mediator with the reports that name it');
export type Mediation = z.infer<typeof Mediation>;

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
    declarations: z.array(Declaration).optional(),
    mediation: z
      .array(Mediation)
      .optional()
      .describe('Every mediator that any report names, those too that `mediators` leaves out as unsure'),
    links: z.array(CeasefireLink).optional(),
    follows: z.string().nullable().describe('The ceasefire before it in the chain'),
    because: z.array(EventRef).describe('Every event that it was made from'),
  })
  .describe('One ceasefire, from announcement to end');
export type Ceasefire = z.infer<typeof Ceasefire>;
