import { type Markup, xml } from '@trucewatch/interchange';
import { type Band, type ChartGeometry, highestColumn, type Lane } from '#lib/chart/geometry.ts';
import { isHatched } from '#lib/chart/hatched.ts';
import { shapePath } from '#lib/chart/shapes.ts';
import type { AxisValue } from '#lib/chart/story.ts';
import { statusLabel } from '#lib/status/words.ts';
import { fitted, widthOf } from './text.ts';

/** Where a lane is drawn, in pixels: times run along x. */
export interface Box {
  x: number;
  y: number;
  width: number;
}

const label = 12;

function along({ x, width }: Box, percent: number): number {
  return Math.round((x + (percent / 100) * width) * 10) / 10;
}

function length({ width }: Box, percent: number, least = 0): number {
  return Math.max(least, Math.round((percent / 100) * width * 10) / 10);
}

/** White stripes for what is open or unknown. Once in each picture. */
export const hatch: Markup = xml`<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6" class="surface" opacity="0.55"/></pattern>`;

/** The stretches of one axis, `height` high, each with its name above where there is room. */
export function bandLane(
  bands: readonly Pick<Band<AxisValue>, 'value' | 'x' | 'width'>[],
  box: Box,
  height: number,
  isNamed = true,
): Markup {
  return xml`${bands.map(({ value, x, width }) => {
    const [left, across] = [along(box, x), length(box, width, 2)];
    const name = statusLabel(value);
    const isShown = isNamed && widthOf(name, label) + 6 <= across;
    const rect = (fill: Markup) =>
      xml`<rect x="${left}" y="${box.y}" width="${across}" height="${height}" rx="3" ${fill}/>`;
    return xml`${isShown && xml`<text x="${left + 2}" y="${box.y - 6}" font-size="${label}" font-weight="600" class="ink">${name}</text>`}${rect(
      xml`class="s-${value} edged"`,
    )}${isHatched(value) && rect(xml`fill="url(#hatch)"`)}`;
  })}`;
}

/** The ceasefires from announcement to end, in rows of `rowHeight`. */
export function ceasefireLane({ ceasefires }: ChartGeometry, box: Box, rowHeight: number): Markup {
  return xml`${ceasefires.map(({ span, x, row, promised, binding, ending }) => {
    const y = box.y + row * rowHeight;
    const [left, isAtEdge] = [along(box, x), x > 92];
    const bar = (stretch: { x: number; width: number }, fill: Markup) =>
      xml`<rect x="${along(box, stretch.x)}" y="${y + 17}" width="${length(box, stretch.width, 2)}" height="10" rx="2" ${fill}/>`;
    return xml`<text x="${left - 4}" y="${y + 10}" font-size="${label}" font-weight="600" text-anchor="${
      isAtEdge ? 'end' : 'start'
    }" class="ink">${fitted(span.name, label, 120)}</text>${
      promised &&
      xml`<path d="M${along(box, promised.x)},${y + 22}H${along(box, promised.x + promised.width)}" class="edge-line" stroke-width="2" stroke-dasharray="3 3"/>`
    }${ending && xml`${bar(ending, xml`class="kept" opacity="0.4"`)}${bar(ending, xml`fill="url(#hatch)"`)}`}${
      binding && bar(binding, xml`class="kept"`)
    }<circle cx="${left}" cy="${y + 22}" r="4.5" class="surface"/><circle cx="${left}" cy="${y + 22}" r="4.5" class="kept-line" stroke-width="2"/>`;
  })}`;
}

/** A lane's events as shapes, one above another where they fall together; the box is at the lane's foot. */
export function markLane(lane: Lane, box: Box, step: number): Markup {
  const base = box.y - step / 2;
  return xml`${lane.marks.map(({ mark, x, level }) => {
    const place = xml`transform="translate(${along(box, x)} ${base - level * step})"`;
    const paint =
      mark.group === 'other' ? xml`class="g-people-line" stroke-width="1.5"` : xml`class="g-${mark.group}"`;
    return xml`<path d="${shapePath(mark.group)}" ${place} ${paint}/>`;
  })}${lane.overflow.map(
    ({ x, count }) =>
      xml`<text x="${along(box, x)}" y="${base - (highestColumn - 1) * step + 4}" font-size="10" text-anchor="middle" class="soft">+${count}</text>`,
  )}`;
}

/** Articles a day as bars from the lane's foot upwards. */
export function coverageLane({ coverage }: ChartGeometry, box: Box, height: number): Markup {
  return xml`${coverage.map((day) => {
    const tall = Math.round((day.height / 100) * height * 10) / 10;
    return xml`<rect x="${along(box, day.x)}" y="${box.y + height - tall}" width="${length(box, day.width, 1)}" height="${tall}" class="coverage edged"/>`;
  })}<path d="M${box.x},${box.y + height}h${box.width}" class="line-line"/>`;
}

/** Lines down the picture at the ticks, and their names at its foot. */
export function tickLines({ ticks }: ChartGeometry, box: Box, bottom: number): Markup {
  return xml`${ticks.map(
    ({ x, label: name, anchor }) =>
      xml`<path d="M${along(box, x)},${box.y}V${bottom}" class="line-line" stroke-dasharray="1 3"/><text x="${along(
        box,
        x,
      )}" y="${bottom + 16}" font-size="${label}" text-anchor="${anchor}" class="soft">${name}</text>`,
  )}`;
}
