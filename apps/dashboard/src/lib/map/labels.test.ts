import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf, shapeSize } from './labels.ts';
import type { MapPlace, MapView } from './view.ts';
import { inPicture, pictureSize, whole } from './viewport.ts';

function place(name: string, x: number, y: number, count = 1): MapPlace {
  const sentence = { quote: '', href: '', articleId: '', eventId: '', source: '', publishedAt: null };
  return {
    key: name,
    name,
    x,
    y,
    km: 10,
    reach: 10,
    isCountry: false,
    count,
    kinds: [{ group: 'fighting', count }],
    href: '',
    latest: { title: '', when: '', sentence },
  };
}

function map(places: MapPlace[], countries: MapView['countries'] = []): MapView {
  const counts = { all: 0, shown: 0, beyond: 0, unplaced: 0, unsure: 0, left: 0 };
  return { ground: '', view: whole, kmPerUnit: 1, places, countries, disputed: [], beyond: [], counts };
}

describe('the names on a map', () => {
  it('stand apart from every shape but their own, and within the picture', () => {
    const places = fc.uniqueArray(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 12 }),
        x: fc.integer({ min: 0, max: 1_000 }),
        y: fc.integer({ min: 0, max: 750 }),
        count: fc.integer({ min: 1, max: 200 }),
      }),
      { selector: ({ name }) => name, maxLength: 40 },
    );
    fc.assert(
      fc.property(places, (rows) => {
        const all = rows.map(({ name, x, y, count }) => place(name, x, y, count));
        for (const [key, { x, y, dx, dy, anchor }] of labelsOf(map(all), whole)) {
          const own = all.find((one) => `place:${one.key}` === key);
          const edge = x + dx * 1.15;
          expect(edge).toBeGreaterThanOrEqual(0);
          expect(edge).toBeLessThanOrEqual(pictureSize.width);
          for (const other of all) {
            if (other === own) continue;
            const at = inPicture(whole, other);
            const half = 6 * shapeSize(other.count) * 1.15;
            const isBeside = anchor === 'start' ? at.x + half <= edge : at.x - half >= edge;
            const isAside = Math.abs(at.y - (y + dy * 1.15)) >= half;
            // A shape beyond the other end of the name is apart too: only its near end is looked at here.
            if (anchor !== 'middle' && !isBeside && !isAside) {
              expect(Math.abs(at.x - edge)).toBeGreaterThan(half);
            }
          }
        }
      }),
    );
  });

  it('are left out where there is no room, the place with fewer events first', () => {
    const crowd = Array.from({ length: 40 }, (_, index) =>
      place(`Town ${index}`, 500 + index, 300, 40 - index),
    );
    const labels = labelsOf(map(crowd), whole);
    expect(labels.has('place:Town 0')).toBe(true);
    expect(labels.size).toBeLessThan(10);
  });

  it('name a country once: by its mark when it has one', () => {
    const country = { id: 'AM', name: 'Armenia', x: 200, y: 200 };
    expect([...labelsOf(map([], [country]), whole).keys()]).toEqual(['country:AM']);
    const marked = { ...place('Armenia', 220, 210), key: 'country:AM' };
    expect([...labelsOf(map([marked], [country]), whole).keys()]).toEqual(['place:country:AM']);
  });

  it('say which of them a phone has room for', () => {
    const two = [place('Alphaville', 300, 300, 2), place('Betatown', 300, 330)];
    const labels = labelsOf(map(two), whole);
    expect(labels.get('place:Alphaville')?.isSparse).toBe(true);
    expect(labels.get('place:Betatown')?.isSparse).toBe(false);
  });
});
