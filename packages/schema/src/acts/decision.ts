import * as z from 'zod';
import { Event } from '../event.ts';
import { DecidedEvent } from '../merge-decision.ts';
import { Span } from '../span.ts';
import { Correction } from './correction.ts';

const ArticleId = z.string().min(1).max(300);
const Name = z.string().trim().min(1, 'write a name').max(300);
const ConflictId = z.string().min(1).max(300);
const several = z.array(DecidedEvent).min(2, 'choose at least two events').max(200);

/** An event that a person read in the article; its id begins so that no extraction's can be the same. */
const AddedEvent = Event.refine(({ id }) => id.startsWith('person:'), {
  path: ['id'],
  message: 'the id of an added event begins with person:',
});

/** What a person may decide. Whatever is about an event names its words, so that it is found again. */
export const Decision = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept_event'), event: DecidedEvent }),
    z.object({ kind: z.literal('reject_event'), event: DecidedEvent }),
    z.object({
      kind: z.literal('correct_field'),
      event: DecidedEvent,
      correction: Correction,
      span: Span.describe('The words of the article that prove it'),
    }),
    z.object({ kind: z.literal('add_event'), articleId: ArticleId, event: AddedEvent }),
    z.object({ kind: z.literal('join'), events: several }),
    z.object({ kind: z.literal('split'), events: several }),
    z.object({
      kind: z.literal('move_report'),
      event: DecidedEvent,
      to: DecidedEvent.nullable().describe('A report of the ceasefire that it is about; null: of none'),
    }),
    z.object({
      kind: z.literal('name_conflict'),
      conflictId: ConflictId.refine((id) => id.startsWith('provisional:'), 'only a provisional one is named'),
      name: Name,
    }),
    z
      .object({ kind: z.literal('merge_conflict'), conflictId: ConflictId, into: ConflictId })
      .refine(({ conflictId }) => conflictId.startsWith('provisional:'), {
        path: ['conflictId'],
        message: 'only a provisional conflict is merged into another',
      })
      .refine(({ conflictId, into }) => conflictId !== into, {
        path: ['into'],
        message: 'choose another conflict',
      }),
    z
      .object({
        kind: z.literal('correct_article'),
        articleId: ArticleId,
        replaces: ArticleId.describe('The article whose claims no longer count once this one is out'),
      })
      .refine(({ articleId, replaces }) => articleId !== replaces, {
        path: ['replaces'],
        message: 'an article cannot replace itself',
      }),
    z.object({
      kind: z.literal('withdraw_article'),
      articleId: ArticleId,
      from: z
        .union([z.literal(true), z.iso.datetime({ offset: true }), z.iso.date()])
        .describe('Since when it no longer counts; true: it never did'),
    }),
    z.object({
      kind: z.literal('describe_publisher'),
      publisher: Name,
      family: Name.optional().describe('Who owns it: publishers of one family are one source'),
      agency: Name.optional().describe('The news agency that it is, or whose text it carries'),
      side: Name.optional().describe('The side of a conflict that it belongs to'),
    }),
    z.object({ kind: z.literal('mute_publisher'), publisher: Name }),
    z.object({ kind: z.literal('undo'), act: z.string().min(1).describe('The act that no longer counts') }),
  ])
  .describe('What a person decided');
export type Decision = z.infer<typeof Decision>;
export type DecisionKind = Decision['kind'];
/** A decision of one kind. */
export type DecisionOf<Kind extends DecisionKind> = Extract<Decision, { kind: Kind }>;
