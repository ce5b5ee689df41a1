import { type Markup, xml } from '@trucewatch/interchange';
import { Compliance, FormalStatus } from '@trucewatch/schema';
import { eventGroups } from '#lib/events/view.ts';
import appCss from '../../../app.css?raw';
import statusCss from '../../status/status.css?raw';

/** How a picture is coloured; auto: as the reader's system is. */
export type Theme = 'light' | 'dark' | 'auto';

const hex = '#[0-9a-f]{3,8}';
const pair = new RegExp(`^light-dark\\((${hex}), (${hex})\\)$`);

interface Colour {
  light: string;
  dark: string;
}

const statuses = [...FormalStatus.options, ...Compliance.options];

/** The colours of the pages' own style sheets, by class: `s-in_effect` a status, `o-…` what stands on it, `g-truce` a group of events, `ink` and the like. */
export const colours: Readonly<Record<string, Colour>> = {
  ...baseColours(['page', 'surface', 'sunken', 'line', 'edge', 'ink', 'soft', 'faint', 'accent']),
  ...ruleColours('data-status', statuses, '--status', 's-'),
  ...ruleColours('data-status', statuses, '--on-status', 'o-'),
  ...ruleColours('data-group', eventGroups, '--group', 'g-'),
  kept: { light: '#0a6a94', dark: '#56b4dd' },
  coverage: { light: '#9aa7ad', dark: '#5f7079' },
};

function baseColours(names: readonly string[]): Record<string, Colour> {
  return Object.fromEntries(names.map((name) => [name, read(appCss, `--color-${name}`)]));
}

/** What the rule `[attribute="value"]` of the style sheet says, or the one for any value. */
function ruleColours(
  attribute: string,
  values: readonly string[],
  property: string,
  prefix: string,
): Record<string, Colour> {
  const rules = [...statusCss.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , body]) =>
    body?.includes(`${property}:`),
  );
  return Object.fromEntries(
    values.map((value) => {
      const own = rules.find(([, selector]) => selector?.includes(`[${attribute}="${value}"]`));
      const base = rules.find(([, selector]) => selector?.includes(`[${attribute}]`));
      return [`${prefix}${value}`, read((own ?? base)?.[2] ?? '', property)];
    }),
  );
}

function read(css: string, property: string): Colour {
  const [, value = ''] = new RegExp(`${property}: ([^;]+);`).exec(css) ?? [];
  const [, light = value, dark = value] = pair.exec(value) ?? [];
  if (!new RegExp(`^${hex}$`).test(light)) throw new Error(`The style sheet has no colour for ${property}.`);
  return { light, dark };
}

/** Rules that fill what has one of the classes; `ink-line` and so on draw lines in it. */
export function rulesOf(theme: Theme): string {
  const rules = (of: 'light' | 'dark') =>
    Object.entries(colours)
      .map(([name, colour]) => `.${name}{fill:${colour[of]}}.${name}-line{stroke:${colour[of]};fill:none}`)
      .join('');
  return theme === 'auto'
    ? `${rules('light')}@media(prefers-color-scheme:dark){${rules('dark')}}`
    : rules(theme);
}

/** The style sheet of a picture of its own. */
export function styleOf(theme: Theme): Markup {
  return xml`<style>${rulesOf(theme)}</style>`;
}
