import type { EventRef } from '@trucewatch/schema';
import type { StoredHappening } from '@trucewatch/store';
import type { Services } from './services.ts';
import { counted } from './stories.ts';
import { happeningsOf } from './views/happenings.ts';

/**
 * The happening that an event is a report of, with its reports as they count: now from the rows, or as known at an ISO
 * instant from the conflict folded as of then. Null when it belongs to no conflict, or to none known then.
 */
export async function toldHappening(
  { store, stories }: Pick<Services, 'store' | 'stories'>,
  ref: EventRef,
  asKnownAt: string | null,
): Promise<StoredHappening | null> {
  const present = await store.derived.happening(ref);
  if (!present) return null;
  if (asKnownAt === null) return { ...present, reports: present.reports.map(counted) };
  const story = await stories.of(present.conflict.id, asKnownAt);
  const [conflict] = story?.timeline.conflicts ?? [];
  if (!story || !conflict) return null;
  const happening = happeningsOf(conflict, story).all.find(({ events }) =>
    events.some(({ articleId, eventId }) => articleId === ref.articleId && eventId === ref.eventId),
  );
  if (!happening) return null;
  const ids = new Set(happening.events.map(({ articleId }) => articleId));
  return { conflict, happening, reports: [...ids].flatMap((id) => story.reports.get(id) ?? []) };
}
