import { eventTitle, groupWords } from '#lib/events/words.ts';
import { standingWords } from '#lib/filter/view.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EventFilter } from '../event-filter.ts';
import type { EventRow } from './event-rows.ts';
import { sourceName } from './sentence.ts';

/** In the address, for what was done by several, by others or by nobody named. */
export const noSide = 'others';

/** In the address, for articles that name no publisher. */
const noSource = 'unnamed';

/** What events are filtered by beside the time. */
export const facets = ['kind', 'type', 'side', 'place', 'source', 'told'] as const;
export type Facet = (typeof facets)[number];

interface Value {
  value: string;
  label: string;
}

export interface Selection {
  /** Those that the filter leaves, in the order in which they happened. */
  chosen: EventRow[];
  /** For each field and value how many events all other fields leave. */
  counts: Record<Facet, Map<string, { label: string; count: number }>>;
}

/** Filters a conflict's events and counts every choice, in one pass over them. */
export function select(rows: readonly EventRow[], filter: EventFilter): Selection {
  const chosen: EventRow[] = [];
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()])) as Selection['counts'];
  const from = filter.from === null ? Number.NEGATIVE_INFINITY : Date.parse(filter.from);
  const to = filter.to === null ? Number.POSITIVE_INFINITY : Date.parse(filter.to);
  for (const row of rows) {
    if (row.at < from || row.at > to) continue;
    const values = valuesOf(row);
    const failing = facets.filter((facet) => !isLeft(values[facet], filter[facet]));
    if (failing.length === 0) chosen.push(row);
    if (failing.length > 1) continue;
    // What another field takes away is no choice here; a field's own choice takes nothing from its other values.
    for (const facet of failing.length === 1 ? failing : facets) count(counts[facet], values[facet]);
  }
  return { chosen, counts };
}

function isLeft(value: Value | null, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  return value?.value === wanted || value?.value.startsWith(`${wanted}:`) === true;
}

function count(counts: Map<string, { label: string; count: number }>, value: Value | null): void {
  if (!value) return;
  const known = counts.get(value.value);
  if (known) known.count++;
  else counts.set(value.value, { label: value.label, count: 1 });
}

function valuesOf({ event, group, side, place, source, standing }: EventRow): Record<Facet, Value | null> {
  const { type, step } = event;
  return {
    kind: { value: group, label: groupWords[group]() },
    type: { value: step ? `${type}:${step}` : type, label: eventTitle({ type, step }) },
    side: { value: side ?? noSide, label: side ?? m.conflict_no_side() },
    place: place && event.where ? { value: place, label: event.where.name } : null,
    source: { value: source ?? noSource, label: sourceName(source ?? undefined) },
    told: { value: standing, label: standingWords[standing].label() },
  };
}
