import * as z from 'zod';
import { MergeDecision } from '../merge-decision.ts';
import { Instant } from '../moment.ts';
import { publisherKey } from '../name-words.ts';
import { Decision, type DecisionKind, type DecisionOf } from './decision.ts';

export const Reason = z
  .string()
  .trim()
  .min(1, 'say why: whoever reads it later must understand it')
  .max(2_000, 'the reason is longer than 2000 characters')
  .describe('Why, in their words');

/** One thing that a person did, kept for ever. An undone one is still there, and no longer counts. */
export const Act = z
  .object({
    id: z.string().min(1),
    decision: Decision,
    author: z.string().min(1).describe('Who decided: a user, or the program that found it'),
    at: Instant.describe('When; of two that contradict one another the later one counts'),
    reason: Reason,
    undoneBy: z.string().nullable().describe('The act that undid it'),
  })
  .describe('An act of a person');
export type Act = z.infer<typeof Act>;

export type ActOf<Kind extends DecisionKind> = Omit<Act, 'decision'> & { decision: DecisionOf<Kind> };

/** Narrows an act to one kind of decision. */
export function isOf<Kind extends DecisionKind>(act: Act, ...kinds: Kind[]): act is Act & ActOf<Kind> {
  return (kinds as DecisionKind[]).includes(act.decision.kind);
}

export const subjectOf = {
  article: (id: string) => `article:${id}`,
  publisher: (name: string) => `publisher:${publisherKey(name)}`,
  conflict: (id: string) => `conflict:${id}`,
} as const;

/** What a decision is about: the articles, publishers and conflicts that are to be looked at again because of it. */
export function subjectsOf(decision: Decision): string[] {
  const { article, publisher, conflict } = subjectOf;
  switch (decision.kind) {
    case 'accept_event':
    case 'reject_event':
    case 'correct_field':
      return [article(decision.event.articleId)];
    case 'add_event':
    case 'withdraw_article':
      return [article(decision.articleId)];
    case 'join':
    case 'split':
      return [...new Set(decision.events.map(({ articleId }) => article(articleId)))];
    case 'move_report':
      return [
        ...new Set([decision.event, decision.to ?? decision.event].map((one) => article(one.articleId))),
      ];
    case 'name_conflict':
      return [conflict(decision.conflictId)];
    case 'merge_conflict':
      return [conflict(decision.conflictId), conflict(decision.into)];
    case 'correct_article':
      return [article(decision.articleId), article(decision.replaces)];
    case 'describe_publisher':
    case 'mute_publisher':
      return [publisher(decision.publisher)];
    case 'undo':
      return [];
  }
}

/** The acts that join or split events, as merging takes them. */
export function mergeDecisionsOf(acts: readonly Act[]): MergeDecision[] {
  return acts.flatMap((act) => {
    if (!isOf(act, 'join', 'split')) return [];
    const { decision, author, at, reason } = act;
    return MergeDecision.parse({ ...decision, by: author, at, reason });
  });
}
