import * as z from 'zod';
import { Actor } from './actor.ts';
import { Claim } from './claim.ts';
import { Count } from './count.ts';
import { Disagreement, Engine } from './engine.ts';
import { Moment } from './moment.ts';
import { Place } from './place.ts';
import { Proof } from './proof.ts';
import { Span } from './span.ts';
import { TruceName, TruceTerm } from './truce-terms.ts';

export const eventTypes = [
  'ceasefire',
  'attack',
  'clash',
  'capture',
  'talks',
  'agreement',
  'exchange',
  'deployment',
  'withdrawal',
  'displacement',
  'detention',
  'protest',
  'sanction',
  'aid',
  'threat',
  'statement',
] as const;
export const EventType = z.enum(eventTypes).describe('What kind of happening it is');
export type EventType = z.infer<typeof EventType>;

export const ceasefireSteps = [
  'called_for',
  'proposed',
  'rejected',
  'agreed',
  'declared',
  'took_effect',
  'observed',
  'extended',
  'violated',
  'suspended',
  'collapsed',
  'expired',
  'terminated',
] as const;
export const CeasefireStep = z.enum(ceasefireSteps).describe("The step in a ceasefire's life");
export type CeasefireStep = z.infer<typeof CeasefireStep>;

export const AttackMode = z
  .enum([
    'shelling',
    'airstrike',
    'drone',
    'missile',
    'bombing',
    'shooting',
    'ground_assault',
    'landmine',
    'suicide_bombing',
    'other',
  ])
  .describe('How the attack or clash was carried out, when the text says');
export type AttackMode = z.infer<typeof AttackMode>;

export const Reality = z
  .enum(['actual', 'future', 'hypothetical', 'negated', 'historical'])
  .describe(
    'Whether it is told as having happened, as to come, as feared or demanded, as denied, or as background',
  );
export type Reality = z.infer<typeof Reality>;

export const Purpose = z
  .enum(['humanitarian', 'holiday', 'peace_process', 'election', 'other'])
  .describe('What a ceasefire is for');
export type Purpose = z.infer<typeof Purpose>;

export const EventCodes = z
  .object({
    plover: z.string().optional().describe('PLOVER 2.0 event category'),
    ploverMode: z.string().optional().describe('PLOVER 2.0 mode'),
    cameo: z.string().optional().describe('CAMEO code; lossy'),
    acled: z.string().optional().describe('ACLED sub-event type; lossy'),
  })
  .describe("The same event in the field's ontologies");
export type EventCodes = z.infer<typeof EventCodes>;

export const Event = z
  .object({
    id: z.string().min(1).describe('Deterministic: same text, same extractor version, same id'),
    type: EventType,
    step: CeasefireStep.optional(),
    mode: AttackMode.optional(),
    reality: Reality,
    actors: z.array(Actor),
    when: Moment.nullable().describe('When the happening itself took place, not when it was claimed'),
    effectiveAt: Moment.nullable().describe("A ceasefire's start"),
    until: Moment.nullable().describe("A ceasefire's stated end"),
    where: Place.nullable(),
    casualties: z.array(Count),
    claims: z.array(Claim).describe('Who says so; empty means the narrator'),
    ceasefireRefs: z
      .array(z.string())
      .describe(
        'Which ceasefires of this article it concerns; events that share a value concern the same one',
      ),
    purpose: z.array(Purpose),
    truceName: TruceName.optional().describe(
      'How the text tells this ceasefire from others, by what or where it is for: "energy", "aleppo"',
    ),
    terms: z.array(TruceTerm).optional().describe('What a ceasefire provides for; absent: nothing is told'),
    codes: EventCodes,
    evidence: z.array(Span).min(1).describe('The quoted text that says it'),
    proof: z.array(Proof).optional().describe('For each field how it was proved and by which rule'),
    engines: z
      .array(Engine)
      .min(1)
      .optional()
      .describe('Which engines found it, when a language model was asked; absent: the rules alone'),
    disagreements: z
      .array(Disagreement)
      .optional()
      .describe(
        'Where the engines read it differently. The value of the event itself is that of the rules, if they have one',
      ),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe('Calibrated: of events at 0.8, about eight in ten are right'),
  })
  .superRefine((event, context) => {
    if (event.type === 'ceasefire' && !event.step) {
      context.addIssue({ code: 'custom', path: ['step'], message: 'a ceasefire event needs a step' });
    }
    if (event.type !== 'ceasefire' && event.step) {
      context.addIssue({ code: 'custom', path: ['step'], message: 'only a ceasefire event has a step' });
    }
    for (const field of ['truceName', 'terms'] as const) {
      if (event.type !== 'ceasefire' && event[field] !== undefined) {
        context.addIssue({ code: 'custom', path: [field], message: `only a ceasefire event has ${field}` });
      }
    }
    for (const [index, count] of event.casualties.entries()) {
      if (
        count.subsetOf !== undefined &&
        (count.subsetOf >= event.casualties.length || count.subsetOf === index)
      ) {
        context.addIssue({
          code: 'custom',
          path: ['casualties', index, 'subsetOf'],
          message: 'it names no other count of this event',
        });
      }
    }
  })
  .describe('One happening as one article tells it');
export type Event = z.infer<typeof Event>;
