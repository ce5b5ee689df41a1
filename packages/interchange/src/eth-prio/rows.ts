import type { Ceasefire, Moment, Purpose } from '@trucewatch/schema';
import { type Cell, toCsv } from '../csv.ts';
import { list } from '../exported-event.ts';

const day = 86_400_000;

/** Missing or unclear in the ETH/PRIO data. */
const missing = -1;
/** Links to other ceasefires that a row has room for. */
const mostLinks = 5;

const linkColumns = Array.from({ length: mostLinks }, (_, index) => `link_id${index + 1}`);

/** Columns of the ETH/PRIO Civil Conflict Ceasefire Dataset (doi 10.1177/00220027221129195) that can be filled, and own ones at the end. */
const columns = [
  'uniq_id',
  'cf_id',
  'location',
  'actor_name',
  'cf_dec_yr',
  'cf_dec_month',
  'cf_dec_day',
  'cf_effect_yr',
  'cf_effect_month',
  'cf_effect_day',
  'end_yr',
  'end_month',
  'end_day',
  'p_humanitarian',
  'p_peaceprocess',
  'p_holiday',
  'p_election',
  'p_other',
  'p_unclear',
  'mediator_nego',
  'link',
  ...linkColumns,
  'tw_kind',
  'tw_outcome',
  'tw_stated_end',
  'rules',
];

/**
 * Ceasefires in the shape of the ETH/PRIO data as CSV: one row a declaring actor, rows of one ceasefire under one
 * `cf_id`. Dates are no finer than the reports: a month or day that they leave open is -1, never made up, and the rule
 * that decided stands in `rules`. How a ceasefire ended is told in `tw_outcome`: their codes are not documented with the data. These are
 * not ETH/PRIO's data, and theirs cover civil conflicts only.
 */
export function ceasefiresToEthPrio(conflict: { name: string }, ceasefires: readonly Ceasefire[]): string {
  return toCsv(
    columns,
    ceasefires.flatMap((ceasefire) => {
      const declared = ceasefire.declarations ?? [];
      const actors = declared.length > 0 ? declared : ceasefire.parties.map((party) => ({ party, at: null }));
      return actors.map(({ party, at }) => row(conflict, ceasefire, party, at ?? ceasefire.announcedAt));
    }),
  );
}

function row(
  conflict: { name: string },
  ceasefire: Ceasefire,
  party: string,
  declaredAt: Moment | null,
): Cell[] {
  const [declared, effect, end] = [declaredAt, ceasefire.effectiveAt, ceasefire.endedAt].map(dateOf);
  const links = (ceasefire.links ?? []).map(({ ceasefireId }) => ceasefireId).slice(0, mostLinks);
  const has = (purpose: Purpose) => (ceasefire.purpose.includes(purpose) ? 1 : 0);
  return [
    `${ceasefire.id}/${party}`,
    ceasefire.id,
    conflict.name,
    party,
    ...(declared?.cells ?? []),
    ...(effect?.cells ?? []),
    ...(end?.cells ?? []),
    has('humanitarian'),
    has('peace_process'),
    has('holiday'),
    has('election'),
    has('other'),
    ceasefire.purpose.length === 0 ? 1 : 0,
    ceasefire.mediators.length > 0 ? list(ceasefire.mediators) : 0,
    links.length > 0 ? 1 : 0,
    ...linkColumns.map((_, index) => links[index] ?? ''),
    ceasefire.kind,
    ceasefire.outcome,
    ceasefire.until?.latest ?? '',
    list([`declared-${declared?.rule}`, `effect-${effect?.rule}`, `end-${end?.rule}`]),
  ];
}

type DateRule = 'day' | 'month' | 'year' | 'too-wide' | 'not-stated';

/** Year, month and day as far as the reports give them: a moment of up to 36 hours is the UTC day of its middle. */
function dateOf(moment: Moment | null): { cells: number[]; rule: DateRule } {
  if (!moment) return { cells: [missing, missing, missing], rule: 'not-stated' };
  const [first, last] = [Date.parse(moment.earliest), Date.parse(moment.latest)];
  const parts = (at: number) => new Date(at).toISOString().slice(0, 10).split('-').map(Number);
  if (last - first <= 1.5 * day) return { cells: parts((first + last) / 2), rule: 'day' };
  const [year = missing, month = missing] = parts(first);
  const [lastYear, lastMonth] = parts(last);
  if (year !== lastYear) return { cells: [missing, missing, missing], rule: 'too-wide' };
  if (month !== lastMonth) return { cells: [year, missing, missing], rule: 'year' };
  return { cells: [year, month, missing], rule: 'month' };
}
