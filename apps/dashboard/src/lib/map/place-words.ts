import { numberWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import { groupWords } from '../events/words.ts';
import type { MapPlace } from './view.ts';

/** How far from the point it may have been. */
export function precisionWords({ km, isCountry }: Pick<MapPlace, 'km' | 'isCountry'>): string {
  return isCountry ? m.map_somewhere() : m.map_within({ km: numberWords(km) });
}

/** `Fighting and territory 5, Violations alleged 3`. */
export function kindsWords(kinds: MapPlace['kinds']): string {
  return kinds
    .map(({ group, count }) => m.map_kind({ kind: groupWords[group](), count }))
    .join(m.status_comma());
}

/** The name of a mark: what the panel shows, for those who hear it. */
export function spokenPlace(place: MapPlace): string {
  const { title, when, sentence } = place.latest;
  return m.map_spoken({
    name: place.name,
    // The number right after the name, as the mark shows it: Arabic has a word for two that holds none.
    events: m.map_count({ count: place.count }),
    precision: precisionWords(place),
    kinds: kindsWords(place.kinds),
    title,
    when,
    sentence: `${m.event_quoted({ quote: sentence.quote })} ${sentence.source}`,
  });
}
