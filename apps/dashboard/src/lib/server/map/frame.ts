import { geoMercator } from 'd3-geo';
import { frameSize } from '../../map/viewport.ts';
import frames from './data/frames.json' with { type: 'json' };

type Point = [x: number, y: number];

/** Mean radius of the earth in km, and of a degree in radians. */
const earth = 6_371;
const radian = Math.PI / 180;

/** What the map of a conflict can show, in Mercator's projection: north is up, and circles stay circles. */
export interface Frame {
  id: string;
  /** West, south, east, north in degrees (WGS 84). */
  bounds: [number, number, number, number];
  /** Units of the frame from longitude and latitude. */
  at(lon: number, lat: number): Point;
  /** How many km a unit is at a latitude. */
  kmPerUnit(lat: number): number;
}

/** The frame of a conflict; conflicts without one have the world. */
export function frameOf(conflictId: string): Frame {
  const id = Object.hasOwn(frames, conflictId) ? conflictId : 'world';
  const [west, south, east, north] = frames[id as keyof typeof frames] as Frame['bounds'];
  const raw = geoMercator().scale(1).translate([0, 0]);
  const [left, top] = raw([west, north]) as Point;
  const [right, bottom] = raw([east, south]) as Point;
  // Widened about its middle until it has the shape of the picture.
  const wide = Math.max(right - left, ((bottom - top) * frameSize.width) / frameSize.height);
  const scale = frameSize.width / wide;
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const projection = raw
    .scale(scale)
    .translate([frameSize.width / 2 - middleX * scale, frameSize.height / 2 - middleY * scale]);
  const degrees = (x: number, y: number) => projection.invert?.([x, y]) ?? [west, north];
  const [w, n] = degrees(0, 0);
  const [e, s] = degrees(frameSize.width, frameSize.height);
  return {
    id,
    bounds: id === 'world' ? [-180, s, 180, n] : [w, s, e, n],
    at: (lon, lat) => projection([lon, lat]) as Point,
    kmPerUnit: (lat) => (earth * Math.cos(lat * radian)) / scale,
  };
}
