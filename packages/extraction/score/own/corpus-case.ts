import { AttackMode, CeasefireStep, Claim, Count, EventType, MomentLevel, Reality } from '@trucewatch/schema';
import * as z from 'zod';

/** Names of one actor, place or speaker, separated by `|`; one with a colon is an id, such as `country:AM`. */
const Names = z.string().min(1).describe('NAME|OTHER NAME|kind:ID');

const date = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z)?`;
const Time = z
  .union([
    z.literal('?'),
    z.stringFormat('time', new RegExp(`^${date}(?:\\.\\.${date})? (?:${MomentLevel.options.join('|')})$`)),
  ])
  .describe('FROM[..TO] LEVEL in local days or UTC minutes; ? when readers may differ');

const ExpectedCount = z
  .strictObject({
    of: Count.shape.of,
    low: z.int().min(0),
    high: z.int().min(0).nullable().optional().describe('Same as low when absent'),
    group: Count.shape.group.default('unknown'),
    qualifier: Count.shape.qualifier.default('exact'),
    cumulative: z.literal(true).optional(),
  })
  .describe('A number of people that the event must carry');

const ExpectedEvent = z
  .strictObject({
    type: EventType,
    step: CeasefireStep.optional(),
    mode: AttackMode.optional(),
    reality: Reality.default('actual'),
    quote: z.string().min(1).describe('Words of the text or the title that say it'),
    also: z.array(z.string().min(1)).default([]).describe('Other words that say the same happening again'),
    parties: z.array(Names).default([]),
    initiators: z.array(Names).default([]),
    recipients: z.array(Names).default([]),
    mediators: z.array(Names).default([]),
    when: Time.optional(),
    effectiveAt: Time.optional(),
    until: Time.optional(),
    place: Names.optional().describe('? among the names: readers may differ'),
    counts: z.array(ExpectedCount).default([]),
    claims: z.array(z.strictObject({ by: Names, polarity: Claim.shape.polarity })).default([]),
    plover: z.string().optional().describe("A statement's PLOVER category"),
    orTypes: z.array(EventType).default([]).describe('Other types that a reader may choose'),
    orSteps: z.array(CeasefireStep).default([]),
    orReality: z.array(Reality).default([]),
    minor: z.literal(true).optional().describe('A reader may leave it out: missing it costs nothing'),
    note: z.string().optional(),
  })
  .refine((event) => (event.type === 'ceasefire') === (event.step !== undefined), {
    message: 'a ceasefire event has a step, and no other event has one',
  });
export type ExpectedEvent = z.infer<typeof ExpectedEvent>;
export type ExpectedCount = z.infer<typeof ExpectedCount>;

/** One article of the corpus with the events that a careful reader finds in it. */
export const CorpusCase = z
  .strictObject({
    id: z.string().regex(/^\d{3}-[a-z0-9-]+$/),
    conflict: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .describe('The war that it is about; none for a text without one'),
    style: z.enum(['agency', 'wire', 'translated', 'headlines', 'feature', 'captions', 'statement', 'none']),
    title: z.string().min(1).optional(),
    publishedAt: z.string().optional(),
    text: z.array(z.string().min(1)).min(1).describe('Paragraphs'),
    events: z.array(ExpectedEvent),
    note: z.string().optional(),
  })
  .transform((article) => ({ ...article, text: article.text.join('\n\n') }));
export type CorpusCase = z.infer<typeof CorpusCase>;
