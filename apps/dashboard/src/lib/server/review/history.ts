import { type Act, isOf } from '@trucewatch/schema';
import type { ActView } from '#lib/review/view.ts';

/** Acts as a history shows them, newest first; `unanchored` are the ids of those whose event is not found now. */
export function historyOf(
  acts: readonly Act[],
  names: ReadonlyMap<string, string>,
  unanchored: ReadonlySet<string> = new Set(),
): ActView[] {
  return acts.map((act) => ({
    id: act.id,
    kind: act.decision.kind,
    about: aboutOf(act),
    author: names.get(act.author) ?? act.author,
    at: act.at,
    reason: act.reason,
    isUndone: act.undoneBy !== null,
    isUnanchored: unanchored.has(act.id),
    canUndo: act.undoneBy === null && act.decision.kind !== 'undo',
  }));
}

/** What an act says beyond its kind: a field, a name, an address within the database. */
export function aboutOf({ decision }: Pick<Act, 'decision'>): string | null {
  const act = { decision } as Act;
  if (isOf(act, 'correct_field')) return act.decision.correction.field;
  if (isOf(act, 'name_conflict')) return act.decision.name;
  if (isOf(act, 'merge_conflict')) return act.decision.into;
  if (isOf(act, 'correct_article')) return act.decision.replaces;
  if (isOf(act, 'describe_publisher', 'mute_publisher')) return act.decision.publisher;
  return null;
}

/** Whether an act is about a certain event, or about its whole article, as one that adds an event to it. */
export function isAbout({ decision }: Act, event: { articleId: string; ids: readonly string[] }): boolean {
  switch (decision.kind) {
    case 'accept_event':
    case 'reject_event':
    case 'correct_field':
    case 'move_report':
      return event.ids.includes(decision.event.eventId);
    case 'join':
    case 'split':
      return decision.events.some(
        ({ articleId, eventId }) => articleId === event.articleId && event.ids.includes(eventId),
      );
    case 'undo':
      return false;
    default:
      return true;
  }
}
