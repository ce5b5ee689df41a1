import { AsyncLocalStorage } from 'node:async_hooks';
import { countriesOfConflict } from '@trucewatch/status';
import type { Preferences } from '#lib/layout/preferences.ts';
import { overwriteZone } from '#lib/time/zone.ts';

const told = new AsyncLocalStorage<{ zone: string }>();
overwriteZone(() => told.getStore()?.zone ?? 'UTC');

/** Runs something in which times are told in this zone, awaited parts included. */
export function inZone<T>(zone: string, run: () => T): T {
  return told.run({ zone }, run);
}

/** Tells the rest of this answer's times in another zone: where a page learns late which place it is about. */
export function changeZone(zone: string): void {
  const store = told.getStore();
  if (store) store.zone = zone;
}

type Choice = Pick<Preferences, 'zone' | 'ownZone'>;

/** The zone of a page: of the reader, once their browser has told it, or of the conflict that the page is about. */
export function zoneOfPage({ zone, ownZone }: Choice, route: string | null, id: string | undefined): string {
  if (zone === 'mine') return ownZone ?? 'UTC';
  const isOfConflict = zone === 'place' && route?.startsWith('/conflicts/[id]');
  return isOfConflict && id ? zoneOfCountries(countriesOfConflict(id)) : 'UTC';
}

/** The zone of one conflict or event among others of a page, when the place's was chosen; null: as the page. */
export function zoneOfPlace({ zone }: Choice, countries: readonly string[]): string | null {
  return zone === 'place' ? zoneOfCountries(countries) : null;
}

/** Clocks of the capital, where a country has several and Intl does not name the capital's first. */
const capitals: Record<string, string> = {
  RU: 'Europe/Moscow',
  US: 'America/New_York',
  CD: 'Africa/Kinshasa',
};

/** The clocks of the first country of which Intl knows any; UTC when it knows of none. */
export function zoneOfCountries(countries: readonly string[]): string {
  for (const country of countries) {
    const zone = capitals[country] ?? zonesOf(country)[0];
    if (zone) return zone;
  }
  return 'UTC';
}

/** Newer than TypeScript's own types: ECMA-402's Intl Locale Info, in Node since 18. */
interface LocaleInfo {
  getTimeZones?: () => string[] | undefined;
}

function zonesOf(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  return (new Intl.Locale(`und-${country}`) as LocaleInfo).getTimeZones?.() ?? [];
}
