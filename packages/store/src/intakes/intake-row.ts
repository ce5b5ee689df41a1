import * as z from 'zod';
import { instantColumn } from '../instant-column.ts';

/**
 * received: kept, nobody has looked yet. reading: a worker is at it. checked: read, and waiting for a person to confirm.
 * confirmed, taking: its articles are being accepted. done. refused: with a reason. dropped: the person did not want it.
 */
const intakeStates = [
  'received',
  'reading',
  'checked',
  'confirmed',
  'taking',
  'done',
  'refused',
  'dropped',
] as const;
export const IntakeState = z.enum(intakeStates);
export type IntakeState = z.infer<typeof IntakeState>;

const cameBy = z.enum(['address', 'file', 'feed', 'command_line']);

/** What somebody or a feed knows of an article besides what will be read: used where the page says nothing. */
export const Given = z.object({
  title: z.string().optional(),
  publishedAt: z.string().optional(),
  byline: z.string().optional(),
  source: z.string().optional(),
  language: z.string().optional(),
  /** The words of it that the feed itself holds. */
  text: z.string().optional(),
  origin: z.string().optional(),
});
export type Given = z.infer<typeof Given>;

export const NewIntake = z.object({
  cameBy,
  /** The address, or the file's name. */
  name: z.string().min(1).max(4_000),
  feedId: z.string().optional(),
  content: z.instanceof(Uint8Array).optional(),
  given: Given.default({}),
  /** Whether a person sees what was read before it counts. */
  wantsConfirmation: z.boolean(),
});
export type NewIntake = z.input<typeof NewIntake>;

export const intakeColumns = [
  'id',
  'ordinal',
  'came_by',
  'name',
  'who',
  'feed_id',
  'given',
  'state',
  'reason',
  'wants_confirmation',
  'attempts',
  'received_at',
  'started_at',
  'cleaned_at',
  'finished_at',
  'found',
  'accepted',
  'duplicates',
  'refused',
] as const;

export const Intake = z
  .object({
    id: z.string(),
    ordinal: z.coerce.number(),
    came_by: cameBy,
    name: z.string(),
    who: z.string(),
    feed_id: z.string().nullable(),
    given: Given,
    state: IntakeState,
    reason: z.string().nullable(),
    wants_confirmation: z.boolean(),
    attempts: z.int(),
    received_at: instantColumn,
    started_at: instantColumn.nullable(),
    cleaned_at: instantColumn.nullable(),
    finished_at: instantColumn.nullable(),
    found: z.int(),
    accepted: z.int(),
    duplicates: z.int(),
    refused: z.int(),
  })
  .transform((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    cameBy: row.came_by,
    name: row.name,
    who: row.who,
    feedId: row.feed_id,
    given: row.given,
    state: row.state,
    reason: row.reason,
    wantsConfirmation: row.wants_confirmation,
    attempts: row.attempts,
    receivedAt: row.received_at,
    startedAt: row.started_at,
    cleanedAt: row.cleaned_at,
    finishedAt: row.finished_at,
    /** Things found in it so far, and what became of them. */
    found: row.found,
    accepted: row.accepted,
    duplicates: row.duplicates,
    refused: row.refused,
  }));
export type Intake = z.infer<typeof Intake>;

export const verdicts = ['ready', 'accepted', 'duplicate', 'refused', 'withdrawn'] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

export interface NewItem {
  /** Where it stands: `week.zip: a.jsonl:3`. */
  place: string;
  verdict: Verdict;
  title?: string | undefined;
  /** How it begins. */
  excerpt?: string | undefined;
  /** Why it was refused. */
  reason?: string | undefined;
  /** The article that it became, or that it is a duplicate of. */
  articleId?: string | undefined;
  /** The article to be, until it is accepted. */
  document?: unknown;
}

export const Item = z
  .object({
    position: z.int(),
    place: z.string(),
    verdict: Verdict,
    title: z.string().nullable(),
    excerpt: z.string().nullable(),
    reason: z.string().nullable(),
    article_id: z.string().nullable(),
  })
  .transform(({ article_id, ...row }) => ({ ...row, articleId: article_id }));
export type Item = z.infer<typeof Item>;
