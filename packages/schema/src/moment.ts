import * as z from 'zod';
import { Span } from './span.ts';

/** An ISO 8601 instant in UTC, such as `2020-10-17T20:00:00.000Z`. */
export const Instant = z.iso.datetime().describe('An ISO 8601 instant in UTC');

export const momentLevels = [
  'minute',
  'hour',
  'part_of_day',
  'day',
  'week',
  'month',
  'year',
  'longer',
] as const;
export const MomentLevel = z.enum(momentLevels).describe('How finely the text gives the time');
export type MomentLevel = z.infer<typeof MomentLevel>;

/** When something was: an interval as wide as the text leaves it, never a made-up point. */
export const Moment = z
  .object({
    earliest: Instant.describe('It was not before this instant'),
    latest: Instant.describe('It was not after this instant'),
    level: MomentLevel,
    basis: z
      .enum(['stated', 'derived'])
      .describe(
        'stated: the text gives it whole; derived: resolved against publication, a zone or another event',
      ),
    text: z.string().optional().describe('The words that give it'),
    span: Span.optional().describe('Where those words stand'),
  })
  .refine((moment) => Date.parse(moment.earliest) <= Date.parse(moment.latest), {
    message: 'earliest lies after latest',
  })
  .describe('An interval of time in UTC, with how it was found');
export type Moment = z.infer<typeof Moment>;
