import * as z from 'zod';

export const Engine = z
  .enum(['rules', 'model'])
  .describe('What proposed an event: the rules, or a language model');
export type Engine = z.infer<typeof Engine>;

/** Where two engines read one happening differently. The values are for a person to compare, not to compute with. */
export const Disagreement = z
  .object({
    field: z.string().min(1).describe('The field of the event, such as when or actors'),
    rules: z.string().nullable().describe('What the rules read; null when they found nothing'),
    model: z.string().nullable().describe('What the language model read'),
  })
  .describe('A field that the rules and a language model read differently');
export type Disagreement = z.infer<typeof Disagreement>;
