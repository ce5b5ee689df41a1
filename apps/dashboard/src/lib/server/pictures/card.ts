import { xml } from '@trucewatch/interchange';
import type { sparkBands } from '#lib/chart/geometry.ts';
import type { AxisValue } from '#lib/chart/story.ts';
import { statusLabel } from '#lib/status/words.ts';
import { bandLane, hatch } from './lanes.ts';
import { styleOf } from './palette.ts';
import { drawable, fitted, widthOf, wrapped } from './text.ts';

/** What the preview of a page shows, in words. */
export interface Card {
  /** What kind of page, or what it is part of. */
  kicker: string;
  title: string;
  /** Beneath the title, one line. */
  about: string;
  /** Statuses with the name of their axis and since when. */
  statuses?: { axis: string; value: AxisValue; since: string | null }[];
  /** A sentence of a source. */
  quote?: string;
  /** Both axes over time, and the ends of that time. */
  bands?: ReturnType<typeof sparkBands> & { from: string; to: string };
  /** As known when. */
  foot: string;
  host: string;
}

const width = 1200;
const height = 630;
const edge = 64;
const room = width - 2 * edge;

/** The preview picture of a page for social media, 1200 by 630, as SVG. Whatever the names are, it is a picture of that size. */
export function cardPicture(card: Card): string {
  const titleSize = widthOf(drawable(card.title), 60) <= room ? 60 : 46;
  const title = wrapped(drawable(card.title), titleSize, room, 2);
  const aboutY = 148 + title.length * titleSize * 1.15 + 34;
  const lowerY = Math.max(334, aboutY + 46);
  return String(xml`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter">
${styleOf('light')}
<defs>${hatch}</defs>
<rect width="${width}" height="${height}" class="page"/><rect width="${width}" height="12" fill="#12384a"/>
<g transform="translate(${edge} 48)"><rect width="44" height="44" rx="10" fill="#12384a"/><rect x="8" y="12" width="28" height="7" rx="3.5" fill="#7cc4e0"/><rect x="8" y="25" width="15" height="7" rx="3.5" fill="#7cc4e0"/><rect x="26" y="25" width="10" height="7" rx="3.5" fill="#f0a35e"/></g>
<text x="${edge + 60}" y="79" font-size="28" font-weight="600" class="ink">Trucewatch</text>
<text x="${width - edge}" y="79" font-size="24" text-anchor="end" class="soft">${fitted(drawable(card.kicker), 24, 700)}</text>
${title.map((line, index) => xml`<text x="${edge}" y="${148 + (index + 0.85) * titleSize * 1.15}" font-size="${titleSize}" font-weight="600" class="ink">${line}</text>`)}
<text x="${edge}" y="${aboutY}" font-size="28" class="soft">${fitted(drawable(card.about), 28, room)}</text>
${card.statuses && statuses(card.statuses, lowerY)}${card.quote !== undefined && quote(card.quote, lowerY)}${card.bands && bands(card.bands)}
<text x="${edge}" y="${height - 34}" font-size="22" class="faint">${fitted(drawable(card.foot), 22, 700)}</text>
<text x="${width - edge}" y="${height - 34}" font-size="22" text-anchor="end" class="faint">${fitted(drawable(card.host), 22, 350)}</text>
</svg>
`);
}

function statuses(list: NonNullable<Card['statuses']>, y: number) {
  const across = (room - 32) / 2;
  return list.map(({ axis, value, since }, index) => {
    const x = edge + index * (across + 32);
    const name = fitted(statusLabel(value), 30, across - 48);
    return xml`<text x="${x}" y="${y}" font-size="22" class="soft">${fitted(
      since === null ? axis : `${axis}, since ${since}`,
      22,
      across,
    )}</text><rect x="${x}" y="${y + 14}" width="${across}" height="64" rx="12" class="s-${value}"/><text x="${x + 24}" y="${y + 56}" font-size="30" font-weight="600" class="o-${value}">${name}</text>`;
  });
}

function quote(text: string, y: number) {
  const lines = wrapped(`“${drawable(text)}”`, 32, room - 32, 4);
  return xml`<rect x="${edge}" y="${y}" width="6" height="${lines.length * 44}" class="accent"/>${lines.map(
    (line, index) =>
      xml`<text x="${edge + 28}" y="${y + 32 + index * 44}" font-size="32" class="ink">${line}</text>`,
  )}`;
}

function bands({ formal, compliance, from, to }: NonNullable<Card['bands']>) {
  const box = { x: edge, width: room };
  return xml`${bandLane(formal, { ...box, y: 466 }, 30, false)}${bandLane(compliance, { ...box, y: 502 }, 30, false)}<text x="${edge}" y="558" font-size="20" class="soft">${from}</text><text x="${width - edge}" y="558" font-size="20" text-anchor="end" class="soft">${to}</text>`;
}
