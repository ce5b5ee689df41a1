import type { MapLabel, MapPlace, MapView } from './view.ts';
import { inPicture, isSeen, type Viewport } from './viewport.ts';

/** Where a name stands: a point of the picture, and from it steps that grow with the letters. */
export interface Spot {
  x: number;
  y: number;
  dx: number;
  dy: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface PlacedLabel extends Spot {
  /** Room for it on a narrow picture too. */
  isSparse: boolean;
}

interface Label {
  key: string;
  words: string;
  spots: Spot[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How many times the usual letters' size they are in the picture of a desktop and of a phone. */
const desktop = 1.15;
const phone = 2.2;

/** What a letter takes, and half a line, in units of the picture. */
const letter = 7.2;
const halfLine = 8;

/** Places whose names come before those of countries. */
const first = 6;

/** Half the width of a place's shape; four times the events are twice as wide, up to three times. */
export function shapeSize(count: number): number {
  return Math.min(3, 1 + Math.log2(count) / 4);
}

/** The names that can be read on a map, by key: `place:…`, `country:…`, `area:…`; none covers another or a shape. */
export function labelsOf(map: MapView, view: Viewport): Map<string, PlacedLabel> {
  const marks = map.places.map((place) => ({ place, at: inPicture(view, place) }));
  const shapes = marks.filter(({ at }) => isSeen(at));
  const marked = new Set(map.places.map(({ key }) => key));
  const names = shapes.map(({ place, at }) => nameOf(place, at));
  const areas = map.disputed.map((one) => inside(`area:${one.id}`, one, view, 22));
  const countries = map.countries
    .filter(({ id }) => !marked.has(`country:${id}`))
    .map((one) => inside(`country:${one.id}`, one, view, 45));
  const labels = [...names.slice(0, first), ...countries, ...areas, ...names.slice(first)];
  const obstacles = (unit: number) =>
    shapes.map(({ place, at }) => boxAround(at, 6 * shapeSize(place.count) * unit));
  const wide = layOut(labels, obstacles(desktop), desktop);
  const chosen = labels.flatMap((label) => {
    const spot = wide.get(label.key);
    return spot ? [{ ...label, spots: [spot] }] : [];
  });
  const narrow = layOut(chosen, obstacles(phone), phone);
  return new Map([...wide].map(([key, spot]) => [key, { ...spot, isSparse: narrow.has(key) }]));
}

function nameOf({ key, name, count }: MapPlace, { x, y }: { x: number; y: number }): Label {
  const dx = 7 * shapeSize(count) + 5;
  return {
    key: `place:${key}`,
    words: `${name} ${count}`,
    spots: [
      { x, y, dx, dy: 0, anchor: 'start' },
      { x, y, dx: -dx, dy: 0, anchor: 'end' },
      { x, y, dx: 0, dy: -dx - 3, anchor: 'middle' },
      { x, y, dx: 0, dy: dx + 3, anchor: 'middle' },
    ],
  };
}

/** The name of an area, about its middle. */
function inside(key: string, { name, ...label }: MapLabel, view: Viewport, step: number): Label {
  const { x, y } = inPicture(view, label);
  const spots = [0, -1, 1].flatMap((down) =>
    [0, 1, -1].map((right) => ({ x, y, dx: right * step * 1.6, dy: down * step, anchor: 'middle' as const })),
  );
  return { key, words: name, spots };
}

function layOut(labels: readonly Label[], obstacles: Box[], unit: number): Map<string, Spot> {
  const boxes = [...obstacles];
  const placed = new Map<string, Spot>();
  for (const { key, words, spots } of labels) {
    for (const spot of spots) {
      const box = boxOf(words, spot, unit);
      if (!isWhole(box) || boxes.some((other) => isTouching(box, other))) continue;
      boxes.push(box);
      placed.set(key, spot);
      break;
    }
  }
  return placed;
}

function boxOf(words: string, { x, y, dx, dy, anchor }: Spot, unit: number): Box {
  const width = (words.length * letter + 6) * unit;
  const start = { start: 0, middle: width / 2, end: width }[anchor];
  const left = x + dx * unit - start;
  const middle = y + dy * unit;
  return { left, right: left + width, top: middle - halfLine * unit, bottom: middle + halfLine * unit };
}

function boxAround({ x, y }: { x: number; y: number }, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function isWhole({ left, right, top, bottom }: Box): boolean {
  return isSeen({ x: left, y: top }) && isSeen({ x: right, y: bottom });
}

function isTouching(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
