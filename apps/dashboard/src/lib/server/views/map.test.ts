import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventFilter } from '../event-filter.ts';
import disputed from '../map/data/disputed.json' with { type: 'json' };
import frames from '../map/data/frames.json' with { type: 'json' };
import labels from '../map/data/labels.json' with { type: 'json' };
import { frameOf } from '../map/frame.ts';
import { asWritten } from '../names.ts';
import { event, moment, report, storyOf } from '../testing/story.ts';
import { eventRows } from './event-rows.ts';
import { mapView } from './map.ts';

const mention = { start: 0, end: 5, quote: 'Ganja' };
const at = (day: number) => moment(`2020-10-${day}T09:00Z`);
const fight = (id: string, day: number, where: object | null, more: object = {}) =>
  event(id, `Fighting, ${id}.`, {
    type: 'clash',
    actors: ['party:Armenia', 'party:Azerbaijan'],
    when: at(day),
    where: where as never,
    ...more,
  });
const ganja = { name: 'Ganja', id: 'place:ganja', level: 'city', lat: 40.68, lon: 46.36, mention };
const azerbaijan = { name: 'Azerbaijan', id: 'country:AZ', level: 'country', lat: 40.4, lon: 47.5, mention };
const moscow = { name: 'Moscow', id: 'place:moscow', level: 'city', lat: 55.75, lon: 37.62, mention };

const story = storyOf([
  report(
    'courier',
    '2020-10-20T12:00:00Z',
    fight('first', 10, ganja),
    fight('second', 11, { ...ganja, name: 'Gandja' }, { type: 'talks' }),
    fight('third', 12, ganja),
    fight('somewhere', 13, azerbaijan),
    fight('talks', 14, moscow),
    fight('nowhere', 15, null),
    fight('unknown', 15, { name: 'Noplace', level: 'city', mention }),
    fight('feared', 16, ganja, { reality: 'hypothetical' }),
  ),
]);
const conflict = story.timeline.conflicts[0];
const map = mapView(conflict ? eventRows(conflict, story.reports) : [], {
  conflictId: 'nagorno-karabakh',
  path: '/conflicts/nagorno-karabakh',
  asKnownAt: null,
  filter: eventFilter(new URLSearchParams('kind=fighting')),
  names: asWritten,
});

describe('the map of events', () => {
  it('has a place once however it is spelt, with its kinds, its precision and its latest event', () => {
    const [first, second] = map.places;
    expect(first).toMatchObject({ name: 'Ganja', count: 3, km: 10, isCountry: false });
    expect(first?.kinds).toEqual([
      { group: 'fighting', count: 2 },
      { group: 'diplomacy', count: 1 },
    ]);
    expect(first?.latest.sentence.quote).toBe('Fighting, third.');
    expect(first?.href).toBe('/conflicts/nagorno-karabakh?kind=fighting&place=place%3Aganja#events');
    expect(second).toMatchObject({ name: 'Azerbaijan', isCountry: true });
  });

  it('counts every event: on the map, beyond it, without a known place, and not told as so', () => {
    expect(map.counts).toEqual({ all: 8, shown: 4, beyond: 1, unplaced: 2, unsure: 1, left: 0 });
    expect(map.beyond).toEqual([expect.objectContaining({ name: 'Moscow', count: 1 })]);
  });

  it('draws precision to scale', () => {
    const frame = frameOf('nagorno-karabakh');
    const [x, y] = frame.at(46.36, 40.68);
    const [east] = frame.at(46.36 + 10 / (111.19 * Math.cos((40.68 * Math.PI) / 180)), 40.68);
    expect(map.places[0]?.reach).toBeCloseTo(east - x, 1);
    expect([map.places[0]?.x, map.places[0]?.y]).toEqual([expect.closeTo(x, 1), expect.closeTo(y, 1)]);
  });
});

describe('the drawings', () => {
  it('are there for every frame, small, with the names of its countries; other conflicts have the world', () => {
    expect(Object.keys(labels)).toEqual(Object.keys(frames));
    for (const id of Object.keys(frames)) {
      const svg = readFileSync(new URL(`../../../../static/map/${id}.svg`, import.meta.url), 'utf8');
      expect(svg).toContain('<path id="sea"');
      expect(svg.length).toBeLessThan(id === 'world' ? 160_000 : 70_000);
    }
    expect(frameOf('country:XX~country:YY').id).toBe('world');
    expect(labels['nagorno-karabakh'].countries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['AM', 'AZ', 'GE', 'IR']),
    );
  });

  it('hatch what is disputed where it lies', () => {
    for (const [conflictId, area] of [
      ['nagorno-karabakh', 'nagorno-karabakh'],
      ['russia-ukraine', 'crimea'],
      ['russia-ukraine', 'donbas'],
      ['india-pakistan', 'kashmir'],
      ['israel-gaza', 'gaza'],
      ['israel-gaza', 'west-bank'],
      ['israel-syria', 'golan'],
      ['georgia', 'abkhazia'],
      ['georgia', 'south-ossetia'],
      ['moldova-transnistria', 'transnistria'],
      ['western-sahara', 'western-sahara'],
      ['turkey-syria', 'northern-cyprus'],
      ['sudan', 'abyei'],
      ['bosnia', 'kosovo'],
    ] as const) {
      expect(labels[conflictId].disputed.map(({ id }) => id)).toContain(area);
    }
    for (const { says, name } of disputed) expect(`${name}: ${says}`).toMatch(/^[A-Z].+: .+\.$/);
  });
});
