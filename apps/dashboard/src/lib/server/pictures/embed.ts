import { hash } from 'node:crypto';
import { type Markup, xml } from '@trucewatch/interchange';
import { type Band, sparkBands } from '#lib/chart/geometry.ts';
import { isHatched } from '#lib/chart/hatched.ts';
import type { AxisValue, ChartStory } from '#lib/chart/story.ts';
import type { AxisStatus, StatusView } from '#lib/status/view.ts';
import { statusLabel } from '#lib/status/words.ts';
import { dayWords, instantWords, publishedWords } from '#lib/time/instant.ts';
import { hatch } from './lanes.ts';
import { rulesOf, type Theme } from './palette.ts';

interface Embedded {
  name: string;
  status: StatusView;
  chart: Pick<ChartStory, 'from' | 'to' | 'rows'>;
  /** ISO instant; null: now. */
  asKnownAt: string | null;
  /** The page's address. */
  url: string;
  origin: string;
  theme: Theme;
}

const layout = `*{box-sizing:border-box}html{font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;height:100%}body{margin:0;height:100%}main{padding:16px 18px;min-height:100%;display:flex;flex-direction:column;gap:12px}h1{font-size:18px;line-height:1.3;margin:0}p,dl,dd,figure,blockquote{margin:0}dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:10px 20px}dt,small,figcaption{font-size:12px}dd{display:flex;gap:8px;align-items:center;font-weight:600}dd svg{flex:none}svg{display:block;overflow:visible}figcaption{display:flex;justify-content:space-between}blockquote{font-family:Georgia,serif}a{text-underline-offset:.2em}a:focus-visible{outline:3px solid;outline-offset:2px}small{margin-top:auto;display:block}`;

/** The colours of words and ground, which in pages of text are no fills. */
const words = (theme: 'light' | 'dark') =>
  theme === 'light'
    ? 'html{background:#fff;color:#14212a;color-scheme:light}dt,small,figcaption{color:#485660}a{color:#0a5a7d}'
    : 'html{background:#172025;color:#e8edee;color-scheme:dark}dt,small,figcaption{color:#b3bfc5}a{color:#7cc4e0}';

function sheetOf(theme: Theme): string {
  const ground =
    theme === 'auto' ? `${words('light')}@media(prefers-color-scheme:dark){${words('dark')}}` : words(theme);
  return `${layout}${ground}${rulesOf(theme)}`;
}

/** What a browser may load and do for the page: nothing but its one style sheet. Any site may show it in a frame. */
export function embedPolicy(theme: Theme): string {
  const style = hash('sha256', sheetOf(theme), 'base64');
  return `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
}

/** A conflict's status for the frame of another page: whole without a script, a cookie or anything else to load. */
export function embedPage({ name, status, chart, asKnownAt, url, origin, theme }: Embedded): string {
  const because = status.compliance.because[0] ?? status.formal.because[0];
  const body = xml`<h1><a href="${url}" target="_top">${name}</a></h1>
<dl>${axis('Formal status', status.formal)}${axis('Compliance', status.compliance)}</dl>
${bands(chart)}
${
  because &&
  xml`<blockquote>“${because.quote}” <small><a href="${origin}${because.href}" target="_top">${because.source}${
    because.publishedAt !== null && `, ${publishedWords(because.publishedAt)}`
  }</a></small></blockquote>`
}
<small>${
    asKnownAt === null ? 'As known now' : `As known at ${instantWords(asKnownAt)}`
  }. <a href="${url}" target="_top">Trucewatch: the whole history and its sources</a></small>`;
  const head = xml`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${name}: ceasefire status</title><link rel="canonical" href="${url}">`;
  // The style sheet is made of the pages' own colours alone; the policy names its hash.
  return `<!doctype html>\n<html lang="en"><head>${head}<style>${sheetOf(theme)}</style></head><body><main>${body}</main></body></html>\n`;
}

function axis(name: string, { value, since }: AxisStatus<AxisValue>): Markup {
  return xml`<div><dt>${name}${since !== null && `, since ${dayWords(since)}`}</dt><dd><svg width="18" height="18" aria-hidden="true"><rect width="18" height="18" rx="4" class="s-${value}"/></svg>${statusLabel(value)}</dd></div>`;
}

type Drawn = Pick<Band<AxisValue>, 'value' | 'x' | 'width'>;

function bands(chart: Embedded['chart']): Markup {
  const { from, to } = chart;
  const { formal, compliance } = sparkBands(chart);
  const named = (list: readonly Drawn[]) => list.map(({ value }) => statusLabel(value)).join(', ');
  const lane = (list: readonly Drawn[], y: number) =>
    list.map(({ value, x, width }) => {
      const place = xml`x="${x}%" width="${Math.max(width, 0.4)}%" y="${y}" height="18" rx="2"`;
      return xml`<rect ${place} class="s-${value}"/>${isHatched(value) && xml`<rect ${place} fill="url(#hatch)"/>`}`;
    });
  const label = `From ${dayWords(from)} to ${dayWords(to)}. Formal: ${named(formal)}. Compliance: ${named(compliance)}.`;
  return xml`<figure><svg width="100%" height="42" role="img" aria-label="${label}"><defs>${hatch}</defs>${lane(formal, 0)}${lane(compliance, 24)}</svg><figcaption aria-hidden="true"><span>${dayWords(from)}</span><span>${dayWords(to)}</span></figcaption></figure>`;
}
