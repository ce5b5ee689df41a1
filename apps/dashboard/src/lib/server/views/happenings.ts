import type { Conflict, EventRef } from '@trucewatch/schema';
import { type Happening, happenings, sideOf, type Told, toldEvents } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import { eventsOf } from './conflict.ts';

/** What a conflict's reports tell of, each happening with all its reports. */
export interface ConflictHappenings {
  /** Oldest first. */
  all: readonly Happening[];
  toldOf(happening: Happening): Told[];
  /** The happening that an event was merged into; undefined when it is none of the conflict's. */
  of(event: EventRef): Happening | undefined;
  /** Position in the conflict's `parties`, -1 for no side. */
  sideOf(actor: { id?: string | undefined; name: string }): number;
}

const made = new WeakMap<Conflict, ConflictHappenings>();

/** The happenings of a conflict, made once for each folding of it. */
export function happeningsOf(conflict: Conflict, reports: Map<string, StoredReport>): ConflictHappenings {
  let found = made.get(conflict);
  if (!found) {
    found = make(conflict, reports);
    made.set(conflict, found);
  }
  return found;
}

function make(conflict: Conflict, reports: Map<string, StoredReport>): ConflictHappenings {
  const side = (actor: Parameters<ConflictHappenings['sideOf']>[0]) => {
    const party = sideOf(conflict, actor);
    return party === null ? -1 : conflict.parties.indexOf(party);
  };
  const byArticle = Map.groupBy(eventsOf(conflict, reports), ({ report }) => report.article);
  const own = [...byArticle].map(([article, told]) => ({ article, events: told.map(({ event }) => event) }));
  const told = new Map(toldEvents(own).map((one) => [keyOf(one.ref), one]));
  const all = happenings(own, { sideOf: side });
  const byEvent = new Map(all.flatMap((one) => one.events.map((ref) => [keyOf(ref), one] as const)));
  return {
    all,
    toldOf: ({ events }) => events.map((ref) => told.get(keyOf(ref))).filter((one) => one !== undefined),
    of: (ref) => byEvent.get(keyOf(ref)),
    sideOf: side,
  };
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}
