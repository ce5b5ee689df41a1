import * as z from 'zod';
import { Ceasefire, EventRef } from './ceasefire.ts';
import { Instant } from './moment.ts';

export const FormalStatus = z
  .enum([
    'none',
    'called_for',
    'announced',
    'scheduled',
    'in_effect',
    'suspended',
    'expired',
    'terminated',
    'superseded',
    'unclear',
  ])
  .describe('What has been agreed and stands, whatever happens on the ground');
export type FormalStatus = z.infer<typeof FormalStatus>;

export const Compliance = z
  .enum([
    'no_reports',
    'holding',
    'violations_alleged_one_side',
    'violations_alleged_both',
    'violations_verified',
    'collapsed_reported',
  ])
  .describe('What is reported of its being kept, whatever stands on paper');
export type Compliance = z.infer<typeof Compliance>;

export const Interval = z
  .object({
    from: Instant,
    to: Instant.nullable().describe('null: up to the end of the timeline, still open'),
    formal: FormalStatus,
    compliance: Compliance,
    ceasefireId: z.string().nullable(),
    because: z.array(EventRef).describe('The events that made it; empty only for the first interval'),
    rule: z.string().optional().describe('Name of the transition that made it'),
  })
  .describe('A stretch of time with one status on both axes');
export type Interval = z.infer<typeof Interval>;

export const CoverageDay = z
  .object({
    day: z.iso.date(),
    articles: z.number().int().min(1).describe('Articles that came out that day and tell of the conflict'),
    families: z.number().int().min(1).describe('Independent publishers among them, by owner'),
  })
  .describe(
    'How much was written of a conflict on a UTC day. A day that is missing had nothing: then silence is no news',
  );
export type CoverageDay = z.infer<typeof CoverageDay>;

export const SurvivalStep = z
  .object({
    hours: z.number().min(0).describe('Hours since a ceasefire took effect'),
    atRisk: z.number().int().describe('Ceasefires that had lasted so long'),
    share: z.number().min(0).max(1).describe('Estimated share of ceasefires that last longer'),
  })
  .describe(
    'One step of a Kaplan-Meier curve: ceasefires that still stand count for as long as they have stood',
  );
export type SurvivalStep = z.infer<typeof SurvivalStep>;

export const Survival = z
  .object({ shortest: z.array(SurvivalStep), longest: z.array(SurvivalStep) })
  .describe(
    'How long the ceasefires of a conflict last, once with the least hours that each can have lasted, once with the most',
  );
export type Survival = z.infer<typeof Survival>;

export const Conflict = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    parties: z.array(z.string()),
    ceasefires: z.array(Ceasefire),
    intervals: z.array(Interval).describe('They touch, never overlap, and are in order'),
    coverage: z.array(CoverageDay).optional().describe('In order of days'),
    survival: Survival.optional(),
    undecided: z
      .array(EventRef)
      .optional()
      .describe(
        'Steps of a ceasefire that could be put under none of those known: calls and proposals, and what is told of a truce that no article tells the making of',
      ),
    events: z
      .array(EventRef)
      .optional()
      .describe('Every event assigned to this conflict, in the order in which it happened'),
  })
  .describe('One war, however many names its sides have');
export type Conflict = z.infer<typeof Conflict>;

export const Timeline = z
  .object({ conflicts: z.array(Conflict) })
  .describe('What `trucewatch timeline` writes');
export type Timeline = z.infer<typeof Timeline>;
