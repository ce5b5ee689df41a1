import { describe, expect, test } from 'vitest';
import { eventColumns, eventsToCsv } from './events-csv.ts';
import { eventsToGeoJson } from './events-geojson.ts';
import { eventsToHxl } from './hxl.ts';
import { readCsv } from './testing/read-csv.ts';
import { strike } from './testing/strike.ts';

function rowOf(...events: Parameters<typeof strike>) {
  const [header, row] = readCsv(eventsToCsv([strike(...events)]));
  return Object.fromEntries((header ?? []).map((name, index) => [name, row?.[index]]));
}

describe('the events file', () => {
  test('has one cell for every documented column', () => {
    expect(Object.keys(rowOf())).toEqual(eventColumns.map(({ name }) => name));
    expect(eventColumns.every(({ says }) => says.length > 0)).toBe(true);
  });

  test('says who, where, when, how many, and who says so', () => {
    expect(rowOf()).toMatchObject({
      type: 'attack',
      initiators: 'Armenia',
      actor_ids: 'initiator=country:AM; recipient=country:AZ',
      happened_latest: '2020-10-17T03:00:00.000Z',
      place: 'Ganja',
      longitude: '46.36056',
      killed_low: '13',
      killed_high: '',
      wounded_low: '51',
      claimed_by: 'Azerbaijan',
      denied_by: '',
      quote: 'Azerbaijan accused Armenia of a missile strike, "at night", on Ganja',
    });
  });

  test('what is not stated is empty, not zero', () => {
    expect(rowOf({ casualties: [], where: null, when: null })).toMatchObject({
      killed_low: '',
      place: '',
      happened_earliest: '',
    });
  });
});

describe('the map file', () => {
  test('a point always says how wide the place is', () => {
    const [feature] = eventsToGeoJson([strike()]).features;
    expect(feature).toMatchObject({
      geometry: { type: 'Point', coordinates: [46.36056, 40.68278] },
      properties: { placeLevel: 'city', radiusKm: 10 },
    });
  });

  test('an event without a point is still there', () => {
    const { features } = eventsToGeoJson([strike({ where: null })]);
    expect(features).toMatchObject([{ geometry: null, properties: { placeLevel: null, radiusKm: null } }]);
  });
});

describe('the file for humanitarians', () => {
  test('has hashtags of HXL beneath its header, one for every column', () => {
    const [header, tags, row] = readCsv(eventsToHxl([strike()]));
    expect(tags).toHaveLength(header?.length ?? 0);
    expect(tags?.every((tag) => /^#[a-z0-9]+(\+[a-z0-9_]+)*$/.test(tag))).toBe(true);
    expect(row?.[tags?.indexOf('#loc+name') ?? -1]).toBe('Ganja');
    expect(row?.[tags?.indexOf('#affected+killed+min') ?? -1]).toBe('13');
  });
});
