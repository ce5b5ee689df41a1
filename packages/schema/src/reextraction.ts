import * as z from 'zod';
import { Event } from './event.ts';

/** What is compared of two readings of one event. The id is not: another version of the extractor gives another one. */
export const comparedFields = [
  'type',
  'step',
  'mode',
  'reality',
  'actors',
  'when',
  'effectiveAt',
  'until',
  'where',
  'casualties',
  'claims',
  'ceasefireRefs',
  'purpose',
  'truceName',
  'terms',
  'codes',
  'evidence',
  'confidence',
  'proof',
  'engines',
  'disagreements',
] as const satisfies readonly (keyof Event)[];
export type ComparedField = (typeof comparedFields)[number];

/** One event of an article that two extractions do not read alike. */
export const EventDifference = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('added'), after: Event }),
    z.object({ kind: z.literal('removed'), before: Event }),
    z.object({
      kind: z.literal('changed'),
      before: Event,
      after: Event,
      fields: z.array(z.enum(comparedFields)).min(1),
    }),
  ])
  .describe('An event that only one of two extractions found, or that they read differently');
export type EventDifference = z.infer<typeof EventDifference>;
