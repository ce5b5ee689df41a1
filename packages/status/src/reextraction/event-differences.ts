import { type ComparedField, comparedFields, type Event, type EventDifference } from '@trucewatch/schema';
import { decidedEvent, findEvent } from '../happenings/find-decided.ts';

/**
 * Where two extractions of one article differ, in the order of the text. An event of the one is found in the other as an
 * act finds its event again (`findEvent`); what is left is paired when it stands on the same words, so that another type is
 * a change. A pure function; the order of the events plays no part in which are paired by id, nor in the order of the answer.
 */
export function eventDifferences(before: readonly Event[], after: readonly Event[]): EventDifference[] {
  const pairs = paired(before, after);
  const taken = new Set(pairs.values());
  const found: EventDifference[] = [
    ...before.flatMap((event): EventDifference[] => {
      const now = pairs.get(event);
      if (!now) return [{ kind: 'removed', before: event }];
      const fields = comparedFields.filter((field) => !isSame(event[field], now[field]));
      return fields.length > 0 ? [{ kind: 'changed', before: event, after: now, fields }] : [];
    }),
    ...after.flatMap((event): EventDifference[] =>
      taken.has(event) ? [] : [{ kind: 'added', after: event }],
    ),
  ];
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

/** How many events were added, removed, and changed in each field. */
export function tallyOf(
  differences: readonly EventDifference[],
): Partial<Record<'added' | 'removed' | ComparedField, number>> {
  const tally: ReturnType<typeof tallyOf> = {};
  for (const one of differences) {
    const kinds = one.kind === 'changed' ? one.fields : [one.kind];
    for (const kind of kinds) tally[kind] = (tally[kind] ?? 0) + 1;
  }
  return tally;
}

function paired(before: readonly Event[], after: readonly Event[]): Map<Event, Event> {
  const pairs = new Map<Event, Event>();
  const left = new Set(after);
  const pair = (find: (event: Event) => Event | null | undefined): void => {
    for (const event of before) {
      if (left.size === 0) return;
      if (pairs.has(event)) continue;
      const found = find(event);
      if (!found) continue;
      pairs.set(event, found);
      left.delete(found);
    }
  };
  const byId = new Map(after.map((event) => [event.id, event]));
  pair(({ id }) => byId.get(id));
  // The whole first, then what is nearest: an event read as before must not lose its pair to one beside it.
  const byReading = Map.groupBy(left, readingOf);
  pair((event) => byReading.get(readingOf(event))?.find((one) => left.has(one)));
  pair((event) => findEvent(decidedEvent('', event), [...left]));
  pair((event) => [...left].find((one) => wordsOf(one) === wordsOf(event)));
  return pairs;
}

function readingOf({ type, step, actors, evidence }: Event): string {
  return canonical([type, step ?? null, actors, evidence]);
}

function wordsOf({ evidence: [first] }: Event): string {
  return `${first?.in ?? 'text'} ${first?.start} ${first?.end}`;
}

function placeOf(difference: EventDifference): number {
  const event = difference.kind === 'removed' ? difference.before : difference.after;
  const [first] = event.evidence;
  return first?.in === 'title' ? -1 : (first?.start ?? 0);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** As JSON with keys in one order: the database keeps objects without theirs. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}
