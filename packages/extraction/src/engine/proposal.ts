import { AttackMode, CeasefireStep, Claim, Count, EventType, Reality } from '@trucewatch/schema';
import * as z from 'zod';

const names = (what: string) => z.array(z.string()).describe(`${what}, each as the quotes have it`);
const words = (what: string) => z.string().nullable().describe(`${what}, as the quotes have them`);

/** One event as a model proposes it: flat, nothing optional, and of names, times and places only the words. */
export const Proposal = z
  .object({
    quotes: z
      .array(z.string())
      .describe(
        'One to three whole sentences of the article that say it, copied character for character; the one that says it best comes first. Where a name, time or place stands in another sentence, quote that sentence too',
      ),
    type: EventType,
    step: CeasefireStep.nullable().describe("The step in a ceasefire's life; null for every other type"),
    mode: AttackMode.nullable().describe(
      'How an attack or clash was carried out; null when the quotes do not say',
    ),
    reality: Reality,
    parties: names('Sides that act alike or together: those who agree, talk or fight one another'),
    initiators: names('Who does it: attacks, declares, calls for, is accused of a breach, gains'),
    recipients: names('Whom it is done to or addressed to'),
    mediators: names('Who brought it about between the sides'),
    victims: names('Civilians, journalists and others who were hit'),
    when: words('The words that say when it happened, not when it was said'),
    effectiveAt: words('The words that say when a ceasefire starts'),
    until: words('The words that say when a ceasefire ends'),
    where: words('The words that name the place'),
    casualties: z
      .array(
        z.object({
          words: z
            .string()
            .describe('The words that give the number, with their hedge: "at least four civilians"'),
          of: Count.shape.of,
          group: Count.shape.group,
          low: z.int().min(0),
          high: z.int().min(0).nullable().describe('null when the words leave it open'),
          qualifier: Count.shape.qualifier,
          cumulative: z.boolean().describe('A toll since a war or an operation began'),
        }),
      )
      .describe('Numbers of people killed, wounded, missing, captured or displaced in it'),
    claims: z
      .array(
        z.object({
          by: z.string().describe('Who says it, as the quotes have it'),
          polarity: Claim.shape.polarity,
          voice: Claim.shape.voice,
        }),
      )
      .describe(
        'Who says so; empty when the article tells it itself. A denial is a claim on the event that is denied',
      ),
    ceasefire: z
      .int()
      .nullable()
      .describe('Number the ceasefires of the article 1, 2, 3: which one it concerns; null for none'),
  })
  .describe('One happening that the article tells');
export type Proposal = z.infer<typeof Proposal>;

/** More events than any article has: what lies beyond is not read. */
const mostEvents = 100;

/** What a model answered: the events that have the form that was asked for, and how many have not. */
export interface Answer {
  proposals: Proposal[];
  malformed: number;
}

/** The JSON schema that a model is asked to follow. */
export function answerSchema() {
  return z.toJSONSchema(z.object({ events: z.array(Proposal) }));
}

/** Reads an answer event by event: one that is malformed does not spoil the others. Null when it is no answer at all. */
export function readAnswer(value: unknown): Answer | null {
  const list = Array.isArray(value) ? value : (value as { events?: unknown } | null)?.events;
  if (!Array.isArray(list)) return null;
  const read = list.slice(0, mostEvents).map((item) => Proposal.safeParse(item));
  const proposals = read.flatMap((result) => (result.success ? [result.data] : []));
  if (proposals.length === 0 && list.length > 0) return null;
  return { proposals, malformed: list.length - proposals.length };
}
