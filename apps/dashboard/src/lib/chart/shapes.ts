import type { EventGroup } from '../events/view.ts';

/** Paths around the origin, about 10 px wide, of equal weight to the eye. Six shapes that differ without colour. */
const paths: Record<EventGroup, string> = {
  truce: 'M-5,0A5,5 0 1 1 5,0A5,5 0 1 1 -5,0Z',
  violation: 'M0,-5.8L5.4,3.9H-5.4Z',
  fighting: 'M-1.7,-5.2H1.7V-1.7H5.2V1.7H1.7V5.2H-1.7V1.7H-5.2V-1.7H-1.7Z',
  diplomacy: 'M0,-5.8L5.8,0L0,5.8L-5.8,0Z',
  people: 'M-4.3,-4.3H4.3V4.3H-4.3Z',
  other: 'M0,-5V5M-4.3,-2.5L4.3,2.5M-4.3,2.5L4.3,-2.5',
};

export function shapePath(group: EventGroup): string {
  return paths[group];
}
