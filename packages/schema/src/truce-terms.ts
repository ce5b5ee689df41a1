import * as z from 'zod';
import { Span } from './span.ts';

const termKinds = [
  'scope',
  'monitoring',
  'exchange',
  'corridor',
  'humanitarian_access',
  'withdrawal',
] as const;
export const TermKind = z
  .enum(termKinds)
  .describe(
    'scope: what or where the truce covers; monitoring: who watches over it; exchange: of prisoners, hostages or bodies; corridor: ways out for civilians; humanitarian_access: aid let in; withdrawal: forces pulled back',
  );
export type TermKind = z.infer<typeof TermKind>;

export const TruceTerm = z
  .object({ kind: TermKind, span: Span.describe('The words that say it') })
  .describe('One thing that a ceasefire provides for');
export type TruceTerm = z.infer<typeof TruceTerm>;

export const TruceName = z
  .object({
    words: z
      .string()
      .min(1)
      .describe(
        'The words in lower case: "energy", "black sea", "taiz"; without judgement, number, time, mediator or side',
      ),
    span: Span.describe('Where they stand'),
  })
  .describe('How the text tells a ceasefire from others, by what or where it is for');
export type TruceName = z.infer<typeof TruceName>;
