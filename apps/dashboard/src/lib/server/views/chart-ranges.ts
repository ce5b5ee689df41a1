import type { Conflict } from '@trucewatch/schema';
import type { ChartRange } from '#lib/chart/story.ts';
import { ceasefireName } from './ceasefire.ts';
import type { StoryRange } from './story-range.ts';

const day = 86_400_000;

/** Ready-made ranges: the whole, its last week, and the days around each ceasefire within it. */
export function chartRanges(
  path: string,
  asKnownAt: string | null,
  range: StoryRange,
  conflict: Conflict,
): ChartRange[] {
  const link = (label: string, from: number | null, to: number | null): ChartRange => {
    const query = new URLSearchParams();
    if (asKnownAt) query.set('asKnownAt', asKnownAt);
    if (from !== null && to !== null) {
      query.set('from', new Date(from).toISOString());
      query.set('to', new Date(to).toISOString());
    }
    const search = query.size > 0 ? `?${query}` : '';
    return {
      label,
      href: `${path}${search}#status-over-time`,
      from: from === null ? null : new Date(from).toISOString(),
      to: to === null ? null : new Date(to).toISOString(),
    };
  };
  const [start, end] = [Date.parse(range.from), Date.parse(range.to)];
  const around = conflict.ceasefires.flatMap((ceasefire) => {
    const first = ceasefire.announcedAt ?? ceasefire.effectiveAt;
    const last = ceasefire.endedAt ?? ceasefire.effectiveAt ?? first;
    if (!first || !last || Date.parse(first.latest) < start) return [];
    const from = Math.max(start, Date.parse(first.earliest) - day);
    const to = Math.min(end, Math.max(Date.parse(last.latest), Date.parse(first.latest)) + 2 * day);
    return from < to ? [link(ceasefireName(ceasefire).replace(/ \d{4}$/, ''), from, to)] : [];
  });
  const week = end - start > 9 * day ? [link('Last 7 days', end - 8 * day, end)] : [];
  return [link('Whole story', null, null), ...week, ...around.slice(-5)];
}
