import { groupWords } from '../events/view.ts';
import type { MapPlace } from './view.ts';

/** `12 events`. */
export function eventsWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'event' : 'events'}`;
}

/** How far from the point it may have been. */
export function precisionWords({ km, isCountry }: Pick<MapPlace, 'km' | 'isCountry'>): string {
  return isCountry ? 'somewhere in the country' : `within about ${km} km`;
}

/** `Fighting and territory 5, Violations alleged 3`. */
export function kindsWords(kinds: MapPlace['kinds']): string {
  return kinds.map(({ group, count }) => `${groupWords[group]} ${count}`).join(', ');
}

/** The name of a mark: what the panel shows, for those who hear it. */
export function spokenPlace(place: MapPlace): string {
  const { title, when, sentence } = place.latest;
  return [
    `${place.name}: ${eventsWords(place.count)}, ${precisionWords(place)}`,
    kindsWords(place.kinds),
    `Latest: ${title}, ${when}`,
    `“${sentence.quote}” ${sentence.source}`,
  ].join('. ');
}
