import type { Count, Event } from '@trucewatch/schema';

export interface GedDeaths {
  civilians: number;
  unknown: number;
  best: number;
  high: number;
  low: number;
  rule: 'deaths-as-stated' | 'deaths-best-lowest' | 'deaths-high-open';
}

const civilians = new Set<Count['group']>(['civilians', 'children', 'women', 'journalists']);

/**
 * GED's deaths of an event, or null where none is stated: GED holds nothing else. `low` is the least that the text
 * leaves, `high` the most; where the text sets no upper bound (`deaths-high-open`) the least stands for it. `best` is the
 * least where the two differ (`deaths-best-lowest`), as UCDP estimates conservatively. Several counts of one group are
 * versions of one toll, of which the lowest counts; parts of another count and tolls since a war began are left out. On
 * which side the dead of forces fell is not known: they are unknown, and no one's losses.
 */
export function gedDeaths(event: Event): GedDeaths | null {
  const byGroup = new Map<Count['group'], { low: number; high: number | null }>();
  for (const { of, group, low, high, subsetOf, cumulative } of event.casualties) {
    if (of !== 'killed' || subsetOf !== undefined || cumulative) continue;
    const known = byGroup.get(group);
    if (!known || low < known.low) byGroup.set(group, { low, high });
  }
  const all = [...byGroup];
  const sum = (counted: typeof all) => counted.reduce((total, [, { low }]) => total + low, 0);
  const low = sum(all);
  if (low === 0) return null;
  const isOpen = all.some(([, { high }]) => high === null);
  const high = all.reduce((total, [, count]) => total + (count.high ?? count.low), 0);
  const ofCivilians = sum(all.filter(([group]) => civilians.has(group)));
  return {
    civilians: ofCivilians,
    unknown: low - ofCivilians,
    best: low,
    high,
    low,
    rule: isOpen ? 'deaths-high-open' : high === low ? 'deaths-as-stated' : 'deaths-best-lowest',
  };
}
