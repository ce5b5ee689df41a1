import { eventGroups } from '#lib/events/view.ts';
import { groupWords } from '#lib/events/words.ts';
import type { FilterChoice, FilterField, FilterView, PageLinks } from '#lib/filter/view.ts';
import { standings, standingWords } from '#lib/filter/view.ts';
import { m } from '#lib/paraglide/messages.js';
import { type EventFilter, filterSearch } from '../event-filter.ts';
import type { Names } from '../names.ts';
import { facets, noSide, type Selection } from './event-selection.ts';

/** Events of a page of the list. */
export const pageSize = 20;

/** Choices of one field at most, the most frequent first; the others are reached through the other fields. */
const mostChoices = 200;

const labels: Record<FilterField['name'], () => string> = {
  type: m.conflict_field_type,
  side: m.conflict_field_side,
  place: m.conflict_field_place,
  source: m.conflict_field_source,
  told: m.conflict_field_told,
};

interface Around {
  /** Address of the conflict. */
  path: string;
  asKnownAt: string | null;
  parties: readonly string[];
  /** Events before filtering. */
  all: number;
  names: Names;
}

/** The filter's form with a count at every choice. */
export function filterView(
  { chosen, counts }: Selection,
  filter: EventFilter,
  { path, asKnownAt, parties, all, names }: Around,
): FilterView {
  const { kind = '', from, to } = filter;
  const link = (other: EventFilter['kind']) =>
    `${path}${filterSearch({ ...filter, kind: other, page: 1 }, asKnownAt)}#events`;
  const any = [...counts.kind.values()].reduce((sum, { count }) => sum + count, 0);
  const kinds = eventGroups
    .map((group) => ({ group, count: counts.kind.get(group)?.count ?? 0 }))
    .filter(({ group, count }) => count > 0 || group === kind)
    .map(({ group, count }) => ({
      label: groupWords[group](),
      count,
      href: link(group),
      isChosen: group === kind,
    }));
  const order: Partial<Record<FilterField['name'], readonly string[]>> = {
    side: [...parties, noSide],
    told: standings,
  };
  return {
    path: `${path}#events`,
    asKnownAt,
    kinds: [
      { label: m.conflict_kinds_all(), count: any, href: link(undefined), isChosen: kind === '' },
      ...kinds,
    ],
    kind,
    fields: (['type', 'side', 'place', 'source', 'told'] as const).map((name) => ({
      name,
      label: labels[name](),
      value: filter[name] ?? '',
      choices: choicesOf(counts[name], filter[name], order[name]).map((choice) =>
        name === 'place' ? { ...choice, label: names(choice.value, choice.label) } : choice,
      ),
    })),
    from,
    to,
    isNarrowed: facets.some((facet) => filter[facet] !== undefined) || from !== null || to !== null,
    clear: `${path}${filterSearch({}, asKnownAt)}#events`,
    left: chosen.length,
    all,
  };
}

/** In the given order, else the most frequent first. A chosen value is there even when nothing has it. */
function choicesOf(
  counts: Selection['counts']['type'],
  chosen: string | undefined,
  order: readonly string[] = [],
): FilterChoice[] {
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  const choices = [...counts]
    .map(([value, one]) => ({ value, ...one }))
    .sort(
      (a, b) => rank(a.value) - rank(b.value) || b.count - a.count || a.label.localeCompare(b.label, 'en'),
    )
    .slice(0, mostChoices);
  if (chosen !== undefined && !choices.some(({ value }) => value === chosen)) {
    const known = standings.find((one) => one === chosen);
    choices.push({
      value: chosen,
      label: known ? standingWords[known].label() : chosen,
      count: counts.get(chosen)?.count ?? 0,
    });
  }
  return choices;
}

/** The page of the list that is asked for, or the last one, with its neighbours. */
export function pageLinks(
  count: number,
  filter: EventFilter,
  { path, asKnownAt }: Pick<Around, 'path' | 'asKnownAt'>,
): PageLinks {
  const last = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(filter.page, last);
  const link = (other: number) => `${path}${filterSearch({ ...filter, page: other }, asKnownAt)}#events`;
  return {
    page,
    last,
    previous: page > 1 ? link(page - 1) : null,
    next: page < last ? link(page + 1) : null,
  };
}
