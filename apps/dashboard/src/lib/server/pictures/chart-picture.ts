import { xml } from '@trucewatch/interchange';
import { highestColumn, layOut } from '#lib/chart/geometry.ts';
import type { ChartStory } from '#lib/chart/story.ts';
import { dayWords } from '#lib/time/instant.ts';
import { bandLane, ceasefireLane, coverageLane, hatch, markLane, tickLines } from './lanes.ts';
import { styleOf, type Theme } from './palette.ts';
import { fitted } from './text.ts';

interface Pictured {
  name: string;
  chart: ChartStory;
  /** In words; null: now. */
  knownAt: string | null;
  /** Where the page is. */
  address: string;
  theme: Theme;
}

const width = 960;
const gutter = 150;
const edge = 20;
const step = 14;
const row = 34;

/** The status chart as an SVG picture, the same as on the page, in the letters of whoever looks at it. */
export function chartPicture({ name, chart, knownAt, address, theme }: Pictured): string {
  const geometry = layOut(chart, 46);
  const box = { x: gutter + edge, y: 0, width: width - gutter - 2 * edge };
  const at = (y: number) => ({ ...box, y });
  const rows = 1 + Math.max(0, ...geometry.ceasefires.map((ceasefire) => ceasefire.row));
  const formalY = 100;
  const truceY = formalY + 34;
  const complianceY = truceY + rows * row + 26;
  const marksY = complianceY + 34;
  // Lanes as high as their highest column, and no lower than their name.
  const levels = geometry.lanes.flatMap((lane) => [
    ...lane.marks.map(({ level }) => level + 1),
    ...lane.overflow.map(() => highestColumn),
  ]);
  const laneHeight = Math.max(2, ...levels) * step + 10;
  const coverageY = marksY + geometry.lanes.length * laneHeight + 8;
  const bottom = coverageY + 36;
  const height = bottom + 52;
  const called = (words: string, y: number) =>
    xml`<text x="${edge}" y="${y}" font-size="12" font-weight="600" class="soft">${fitted(words, 12, gutter - 10)}</text>`;
  const range = `${dayWords(chart.from)} to ${dayWords(chart.to)}, UTC`;
  return String(xml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}: status from ${range}" font-family="Inter, system-ui, -apple-system, 'Segoe UI', sans-serif">
${styleOf(theme)}<style>.edged{stroke-width:1.5}</style>
<defs>${hatch}</defs>
<rect width="${width}" height="${height}" rx="12" class="surface"/>
<text x="${edge}" y="36" font-size="20" font-weight="600" class="ink">${fitted(name, 20, width - 2 * edge)}</text>
<text x="${edge}" y="58" font-size="13" class="soft">${range}. ${knownAt === null ? 'As known now' : `As known at ${knownAt}`}</text>
${tickLines(geometry, at(74), bottom)}
${called('Formal status', formalY + 13)}${bandLane(geometry.formal, at(formalY), 18)}
${called('Ceasefires', truceY + 24)}${ceasefireLane(geometry, at(truceY), row)}
${called('Compliance', complianceY + 13)}${bandLane(geometry.compliance, at(complianceY), 18)}
${geometry.lanes.map((lane, index) => {
  const y = marksY + index * laneHeight;
  return xml`${called(lane.name, y + laneHeight / 2 + 4)}${markLane(lane, at(y + laneHeight - 10), step)}`;
})}
${called('Articles a day', coverageY + 22)}${coverageLane(geometry, at(coverageY), 30)}
<text x="${edge}" y="${height - 12}" font-size="11" class="faint">${fitted(`Trucewatch, ${address}`, 11, width - 2 * edge)}</text>
</svg>
`);
}
