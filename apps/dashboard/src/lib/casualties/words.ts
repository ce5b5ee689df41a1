import type { Count } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import type { CasualtyClaims, ClaimedRange, Column } from './view.ts';

const fates: Record<Count['of'], () => string> = {
  killed: m.casualties_killed,
  wounded: m.casualties_wounded,
  missing: m.casualties_missing,
  captured: m.casualties_captured,
  displaced: m.casualties_displaced,
  bodies: m.casualties_bodies,
};

const groups: Record<Count['group'], () => string> = {
  civilians: m.casualties_civilians,
  children: m.casualties_children,
  women: m.casualties_women,
  military: m.casualties_military,
  police: m.casualties_police,
  journalists: m.casualties_journalists,
  unknown: m.casualties_people,
};

/** `Killed: civilians, of Azerbaijan`. */
export function claimsWords({ of, group, whose }: Pick<CasualtyClaims, 'of' | 'group' | 'whose'>): string {
  const words = { fate: fates[of](), group: groups[group]() };
  return whose === null ? m.casualties_title(words) : m.casualties_title_of({ ...words, side: whose });
}

export function columnWords(column: Column): string {
  if (column.kind === 'side') return column.name;
  return column.kind === 'others' ? m.casualties_others() : m.casualties_narrators();
}

/** `13`, `4 to 13`, `13 or more`. */
export function rangeWords({ low, high }: Pick<ClaimedRange, 'low' | 'high'>): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  if (high === null) return m.casualties_open({ low: number(low) });
  if (high === low) return number(low);
  return m.casualties_range({ low: number(low), high: number(high) });
}
