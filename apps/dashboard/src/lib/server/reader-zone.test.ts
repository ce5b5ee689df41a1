import { expect, it } from 'vitest';
import { instantWords } from '#lib/time/instant.ts';
import { inZone, zoneOfCountries, zoneOfPage } from './reader-zone.ts';

const conflict = '/conflicts/[id]/claims';

it('tells the times of a conflict by its own clocks, of the reader by theirs once known, else in UTC', () => {
  const place = { zone: 'place', ownZone: null } as const;
  expect(zoneOfPage(place, conflict, 'nagorno-karabakh')).toBe('Asia/Baku');
  expect(zoneOfPage(place, conflict, 'provisional:a--b')).toBe('UTC');
  expect(zoneOfPage(place, '/method', undefined)).toBe('UTC');
  expect(zoneOfPage({ zone: 'mine', ownZone: null }, conflict, 'nagorno-karabakh')).toBe('UTC');
  expect(zoneOfPage({ zone: 'mine', ownZone: 'Asia/Tokyo' }, conflict, 'nagorno-karabakh')).toBe(
    'Asia/Tokyo',
  );
});

it('knows the clocks of a country, of one with many those of its capital', () => {
  expect(['UA', 'RU', 'YE', 'XX'].map((one) => zoneOfCountries([one]))).toEqual([
    'Europe/Kiev',
    'Europe/Moscow',
    'Asia/Aden',
    'UTC',
  ]);
});

it('says the zone of an instant, with its distance from UTC on that day', () => {
  const winter = inZone('Europe/Berlin', () => instantWords('2020-10-25T23:30:00Z'));
  const summer = inZone('Europe/Berlin', () => instantWords('2020-07-17T20:00:00Z'));
  expect([winter, summer]).toEqual(['26 Oct 2020, 00:30 UTC+1', '17 Jul 2020, 22:00 UTC+2']);
  expect(inZone('Asia/Kathmandu', () => instantWords('2020-10-17T20:00:00Z'))).toBe(
    '18 Oct 2020, 01:45 UTC+5:45',
  );
});
