import tzLookup from '@photostructure/tz-lookup';

/** The time zone at a place. */
export function zoneAt(lat: number, lon: number): string {
  return tzLookup(lat, lon);
}
