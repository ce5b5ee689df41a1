import { xml } from '@trucewatch/interchange';
import type { StatusView } from '#lib/status/view.ts';
import { statusLabel } from '#lib/status/words.ts';
import { colours } from './palette.ts';
import { fitted, widthOf } from './text.ts';

const size = 11;
const pad = 8;
const height = 22;

/** A badge with a conflict's name and its status on both axes, in the colours of the light theme, on grounds of its own. */
export function badge(name: string, status: StatusView): string {
  const parts = [
    { text: fitted(name, size, 240), fill: '#12384a', ink: '#ffffff' },
    ...[status.formal.value, status.compliance.value].map((value) => ({
      text: statusLabel(value),
      fill: colours[`s-${value}`]?.light ?? '#c9cdca',
      ink: colours[`o-${value}`]?.light ?? '#14212a',
    })),
  ];
  let x = 0;
  const placed = parts.map((part) => {
    const text = Math.ceil(widthOf(part.text, size));
    const place = { ...part, x, text: part.text, length: text, width: text + 2 * pad };
    x += place.width;
    return place;
  });
  const label = placed.map(({ text }) => text).join('; ');
  return String(xml`<svg xmlns="http://www.w3.org/2000/svg" width="${x}" height="${height}" role="img" aria-label="${label}"><title>${label}</title><clipPath id="round"><rect width="${x}" height="${height}" rx="5"/></clipPath><g clip-path="url(#round)" font-family="Inter, Verdana, 'DejaVu Sans', sans-serif" font-size="${size}" font-weight="600">${placed.map(
    (part) =>
      xml`<rect x="${part.x}" width="${part.width}" height="${height}" fill="${part.fill}"/><text x="${
        part.x + pad
      }" y="15" textLength="${part.length}" lengthAdjust="spacingAndGlyphs" fill="${part.ink}">${part.text}</text>`,
  )}</g></svg>
`);
}
