import * as z from 'zod';
import { Span } from './span.ts';

export const ActorRole = z
  .enum(['party', 'initiator', 'recipient', 'mediator', 'victim'])
  .describe('The part an actor plays in an event');
export type ActorRole = z.infer<typeof ActorRole>;

export const Actor = z
  .object({
    role: ActorRole,
    name: z.string().min(1).describe('As the text has it'),
    id: z.string().optional().describe('Canonical identity where known, such as country:AZ or group:artsakh'),
    mention: Span.describe('Where the text names the actor'),
  })
  .describe('Who takes part in an event');
export type Actor = z.infer<typeof Actor>;
