import * as z from 'zod';
import { EventRef } from './ceasefire.ts';
import { CeasefireStep, EventType } from './event.ts';
import { Span } from './span.ts';

/** An event with enough to find it again when its article is extracted anew and its id is another. */
export const DecidedEvent = EventRef.extend({
  type: EventType,
  step: CeasefireStep.optional(),
  quote: Span.describe('The first of the words that it was read from'),
  actors: z
    .array(z.string())
    .default([])
    .describe('role:id, or role:name without an id: tells events of one sentence apart'),
}).describe('An event that a person decided on');
export type DecidedEvent = z.infer<typeof DecidedEvent>;

/** A person's word on which events tell of one happening. Of two that contradict one another the later one counts. */
export const MergeDecision = z
  .object({
    kind: z
      .enum(['join', 'split'])
      .describe('join: all tell of one happening; split: each of them tells of another one'),
    events: z.array(DecidedEvent).min(2),
    by: z.string().min(1).describe('Who decided'),
    at: z.iso.datetime({ offset: true }).describe('When'),
    reason: z.string().describe('Why, in their words'),
  })
  .describe('A decision to join or to split events, by a person');
export type MergeDecision = z.infer<typeof MergeDecision>;
