import type { Conflict, EventRef } from '@trucewatch/schema';
import type { Happening } from '@trucewatch/status';
import type { Story } from '../stories.ts';
import { happeningsOf } from '../views/happenings.ts';

const made = new WeakMap<Conflict, Map<string, Happening>>();

/** The happening that an event of a story tells of; undefined when it is none of the conflict's. */
export function happeningOf(story: Story, { articleId, eventId }: EventRef): Happening | undefined {
  const [conflict] = story.timeline.conflicts;
  if (!conflict) return undefined;
  let byEvent = made.get(conflict);
  if (!byEvent) {
    const all = happeningsOf(conflict, story).all;
    byEvent = new Map(all.flatMap((one) => one.events.map((ref) => [keyOf(ref), one] as const)));
    made.set(conflict, byEvent);
  }
  return byEvent.get(keyOf({ articleId, eventId }));
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}
