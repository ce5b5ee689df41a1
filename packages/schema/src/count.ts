import * as z from 'zod';
import { Span } from './span.ts';

/** How many people, as a range with the qualifier the text used. `high: null` means the text sets no upper bound. */
export const Count = z
  .object({
    of: z
      .enum(['killed', 'wounded', 'missing', 'captured', 'displaced', 'bodies'])
      .describe('What became of them'),
    group: z
      .enum(['civilians', 'children', 'women', 'military', 'police', 'journalists', 'unknown'])
      .describe('Who they were, as far as the text says'),
    low: z.int().min(0).describe('At least so many'),
    high: z.int().min(0).nullable().describe('At most so many; null when the text leaves it open'),
    qualifier: z
      .enum(['exact', 'at_least', 'more_than', 'up_to', 'about', 'vague'])
      .describe('How the text hedges the number'),
    subsetOf: z
      .int()
      .min(0)
      .optional()
      .describe('Index, in the same list, of the count that this one is part of'),
    cumulative: z
      .literal(true)
      .optional()
      .describe('A toll since a war or an operation began, not of one incident'),
    span: Span.describe('The words that give the number'),
  })
  .refine((count) => count.high === null || count.low <= count.high, { message: 'low lies above high' })
  .describe('A number of people, as a range');
export type Count = z.infer<typeof Count>;
