import * as z from 'zod';
import { Span } from './span.ts';

/** The three states of a field are verified, derived and absent; an absent field has no proof. */
export const Proof = z
  .object({
    field: z
      .string()
      .min(1)
      .describe('Path of the field within the event, such as casualties.0 or effectiveAt'),
    state: z
      .enum(['verified', 'derived'])
      .describe('verified: found in the text at its span; derived: made by the named rule'),
    rule: z.string().min(1).describe('Name of the rule that proposed or derived it'),
    span: Span.optional().describe('The words it rests on'),
  })
  .describe('How one field of an event was proved');
export type Proof = z.infer<typeof Proof>;
