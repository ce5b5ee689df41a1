import type { Event } from '@trucewatch/schema';
import type { EventSummary } from '#lib/events/view.ts';

/** Lanes of the chart besides the one for everything else. */
const mostLanes = 3;
const others = 'Several, others or unnamed';

/**
 * One lane for each actor that most events are laid to, in the order of the alphabet, so that no side stands first
 * for being blamed more; the rest share the last lane. `lane` gives the place of an event.
 */
export function chartLanes(events: readonly EventSummary[], told: readonly Event[]) {
  const counts = new Map<string, number>();
  for (const { side } of events) if (side) counts.set(side, (counts.get(side) ?? 0) + 1);
  const keys = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
    .slice(0, mostLanes)
    .map(([key]) => key);
  const lanes = keys.map((key) => ({ key, name: nameOf(key, told) })).sort((a, b) => a.name.localeCompare(b.name));
  return {
    names: [...lanes.map(({ name }) => `By ${name}`), others],
    lane: (side: string | null) => {
      const index = lanes.findIndex(({ key }) => key === side);
      return index === -1 ? lanes.length : index;
    },
  };
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** A country's English name, else the name that the texts use most. */
function nameOf(key: string, told: readonly Event[]): string {
  const country = /^country:([A-Z]{2})$/.exec(key)?.[1];
  if (country) return regions.of(country) ?? country;
  const names = told.flatMap(({ actors }) => actors.filter((actor) => actor.id === key).map(({ name }) => name));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b));
  return most?.[0] ?? key;
}
