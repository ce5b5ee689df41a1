import * as z from 'zod';
import { Span } from './span.ts';

export const Claim = z
  .object({
    by: z.string().min(1).describe('Who says it, as the text has it'),
    polarity: z
      .enum(['asserts', 'denies', 'accuses', 'confirms', 'conditional'])
      .describe('What the speaker does with the proposition'),
    voice: z.enum(['quote', 'paraphrase']).describe('Whether the text quotes or retells'),
    span: Span.describe('The words that carry the claim'),
  })
  .describe('Who says so. A side that is silent has no claim: silence is not a denial');
export type Claim = z.infer<typeof Claim>;
