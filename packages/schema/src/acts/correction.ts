import * as z from 'zod';
import { CeasefireStep, Event, EventType } from '../event.ts';

const fields = [
  'mode',
  'reality',
  'actors',
  'when',
  'effectiveAt',
  'until',
  'where',
  'casualties',
  'claims',
  'purpose',
  'truceName',
  'terms',
] as const;
export const correctedFields = ['type', ...fields] as const;
export type CorrectedField = (typeof correctedFields)[number];

type Valued = { [Field in (typeof fields)[number]]: Pick<typeof Event.shape, Field>[Field] };

/** A field that may be absent is taken away by null. */
function valued<Field extends keyof Valued>(field: Field) {
  return z.object({ field: z.literal(field), value: Event.shape[field] as Valued[Field] });
}

/** One field's right value. Lists are given whole: the place of one entry may be another's after a new extraction. */
export const Correction = z
  .discriminatedUnion('field', [
    z.object({
      field: z.literal('type'),
      value: z.object({ type: EventType, step: CeasefireStep.optional() }),
    }),
    z.object({ field: z.literal('mode'), value: Event.shape.mode.unwrap().nullable() }),
    valued('reality'),
    valued('actors'),
    valued('when'),
    valued('effectiveAt'),
    valued('until'),
    valued('where'),
    valued('casualties'),
    valued('claims'),
    valued('purpose'),
    z.object({ field: z.literal('truceName'), value: Event.shape.truceName.unwrap().nullable() }),
    z.object({ field: z.literal('terms'), value: Event.shape.terms.unwrap().nullable() }),
  ])
  .describe('The right value of one field of an event');
export type Correction = z.infer<typeof Correction>;
