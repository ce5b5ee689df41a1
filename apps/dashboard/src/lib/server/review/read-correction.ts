import {
  Actor,
  AttackMode,
  CeasefireStep,
  Claim,
  Correction,
  Count,
  type Event,
  EventType,
  Place,
  Purpose,
  type Quotable,
  type Span,
  TermKind,
} from '@trucewatch/schema';
import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { proveCorrection } from './prove-correction.ts';
import { readMoment } from './read-moment.ts';
import { Unreadable } from './unreadable.ts';

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const whole = z.coerce.number().int().min(0).max(100_000_000);

const ActorForm = z.object({ role: Actor.shape.role, id: optional });
const CountForm = z.object({
  of: Count.shape.of,
  group: Count.shape.group,
  low: whole,
  high: z.preprocess((value) => (value === '' || value === undefined ? null : value), whole.nullable()),
  qualifier: Count.shape.qualifier,
});
const ClaimForm = z.object({
  by: z.string().trim().min(1).max(300),
  polarity: Claim.shape.polarity,
  voice: Claim.shape.voice,
});
const PlaceForm = z.object({
  level: Place.shape.level,
  countryCode: optional.pipe(
    z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .toUpperCase()
      .optional(),
  ),
});

/** What a form corrects: one of an event's fields, or one entry of a list. */
const correctable = [
  'type',
  'reality',
  'mode',
  'when',
  'effectiveAt',
  'until',
  'where',
  'actor',
  'count',
  'claim',
  'purpose',
  'truceName',
  'term',
] as const;

/**
 * Reads a form into the right value of one field. Values that the words must hold (numbers, dates) are proved in them.
 * @throws Unreadable with one sentence that says what to do
 */
export function readCorrection(
  form: FormData,
  event: Event,
  words: Span | null,
  article: Quotable,
): { correction: Correction; span: Span } {
  const data = Object.fromEntries(form);
  const what = z.enum(correctable).safeParse(data.what);
  if (!what.success) throw new Unreadable(m.review_problem_field());
  const isGone =
    data[`none-${what.data}`] === 'on' || String(data[`at-${what.data}`] ?? '').startsWith('remove:');
  // What is taken away rests on the words that the event itself rests on.
  const span = words ?? (isGone ? event.evidence[0] : undefined);
  if (!span) throw new Unreadable(m.review_problem_no_words());
  const value = formValue(what.data, form, event, span, isGone);
  const parsed = Correction.safeParse(value);
  if (!parsed.success) throw new Unreadable(m.review_problem_value());
  if (!isGone) proveCorrection(parsed.data, span, article);
  return { correction: parsed.data, span };
}

function formValue(
  what: (typeof correctable)[number],
  form: FormData,
  event: Event,
  span: Span,
  isGone: boolean,
): unknown {
  const data = Object.fromEntries(form);
  const at = data[`at-${what}`];
  const read = <Schema extends z.ZodType>(schema: Schema): z.output<Schema> => {
    const parsed = schema.safeParse(data);
    if (!parsed.success) throw new Unreadable(m.review_problem_value());
    return parsed.data;
  };
  switch (what) {
    case 'type':
      return { field: 'type', value: readKind(data.kindOfEvent) };
    case 'reality':
      return { field: 'reality', value: data.reality };
    case 'mode':
      return { field: 'mode', value: isGone ? null : (AttackMode.safeParse(data.mode).data ?? null) };
    case 'when':
    case 'effectiveAt':
    case 'until':
      return { field: what, value: isGone ? null : readMoment(form, span) };
    case 'where':
      return {
        field: 'where',
        value: isGone ? null : { name: span.quote, ...read(PlaceForm), mention: span },
      };
    case 'actor': {
      const actor = isGone ? null : { name: span.quote, ...read(ActorForm), mention: span };
      return { field: 'actors', value: replaced(event.actors, at, actor) };
    }
    case 'count': {
      const count = isGone ? null : { ...read(CountForm), span };
      return { field: 'casualties', value: replaced(withoutSubsets(event.casualties, count), at, count) };
    }
    case 'claim':
      return {
        field: 'claims',
        value: replaced(event.claims, at, isGone ? null : { ...read(ClaimForm), span }),
      };
    case 'purpose':
      return { field: 'purpose', value: z.array(Purpose).safeParse(form.getAll('purpose')).data };
    case 'truceName':
      return { field: 'truceName', value: isGone ? null : { words: span.quote.toLowerCase(), span } };
    case 'term': {
      const term = isGone ? null : { kind: read(z.object({ term: TermKind })).term, span };
      return { field: 'terms', value: replaced(event.terms ?? [], at, term) };
    }
  }
}

/** `new`, the index of the entry that is replaced, or `remove:` with the index of the one that goes. */
function replaced<Entry>(list: readonly Entry[], at: unknown, entry: Entry | object | null): unknown[] {
  const index = z.coerce.number().int().min(0).safeParse(String(at).replace('remove:', ''));
  if (at === 'new' && entry) return [...list, entry];
  if (!index.success || index.data >= list.length) throw new Unreadable(m.review_problem_entry());
  return list.flatMap((one, place) => (place === index.data ? (entry ?? []) : [one]));
}

/** Which number is part of which goes by place: with one taken away the places are others. */
function withoutSubsets(counts: Event['casualties'], entry: object | null): Event['casualties'] {
  return entry ? counts : counts.map(({ subsetOf: _, ...count }) => count);
}

/** `ceasefire/agreed` or `attack`. */
export function readKind(value: unknown): { type: EventType; step?: CeasefireStep } {
  const [type, step] = String(value ?? '').split('/');
  const parsed = z
    .object({ type: EventType, step: CeasefireStep.optional() })
    .refine((kind) => (kind.type === 'ceasefire') === (kind.step !== undefined))
    .safeParse({ type, ...(step ? { step } : {}) });
  if (!parsed.success) throw new Unreadable(m.review_problem_value());
  const { type: kind, step: at } = parsed.data;
  return at ? { type: kind, step: at } : { type: kind };
}
