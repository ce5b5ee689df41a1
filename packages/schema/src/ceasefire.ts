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

export const Hours = z
  .object({ min: z.number().min(0), max: z.number().min(0).nullable() })
  .describe(
    'Hours between two things of which each is known to a stretch of time; max null: not over yet as far as is known',
  );
export type Hours = z.infer<typeof Hours>;

export const CeasefireMeasures = z
  .object({
    announcementToEffect: Hours.nullable(),
    effectToFirstViolation: z
      .array(z.object({ party: z.string(), hours: Hours }))
      .describe('To the first breach alleged of each side of which one is alleged'),
    effectToCollapse: Hours.nullable(),
    effectToEnd: Hours.nullable().describe(
      'How long it lasted, whatever ended it; max null while nothing has',
    ),
    endToNext: Hours.nullable().describe('To the announcement of the next ceasefire'),
    violationsAlleged: z
      .array(
        z.object({
          day: z.iso.date(),
          party: z.string().nullable().describe('The accused side; null when no report names one'),
          alleged: z.number().int().describe('Events of articles that allege or report one'),
          articles: z.number().int().describe('Articles that came out that day and tell of the conflict'),
        }),
      )
      .describe('By UTC day of the alleged breach; without those that nothing dates'),
  })
  .describe('How it was kept, with bounds. Each is null where a report of either end is missing');
export type CeasefireMeasures = z.infer<typeof CeasefireMeasures>;

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
    until: Moment.nullable().optional().describe('Its stated end, the last one where it was extended'),
    endedAt: Moment.nullable(),
    outcome: CeasefireOutcome,
    declarations: z.array(Declaration).optional(),
    mediation: z
      .array(Mediation)
      .optional()
      .describe('Every mediator that any report names, those too that `mediators` leaves out as unsure'),
    links: z.array(CeasefireLink).optional(),
    measures: CeasefireMeasures.optional(),
    follows: z.string().nullable().describe('The ceasefire before it in the chain'),
    because: z.array(EventRef).describe('Every event that it was made from'),
  })
  .describe('One ceasefire, from announcement to end');
export type Ceasefire = z.infer<typeof Ceasefire>;
