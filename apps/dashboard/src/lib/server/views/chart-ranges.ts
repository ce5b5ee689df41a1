import type { Conflict } from '@trucewatch/schema';
import type { ChartRange } from '#lib/chart/story.ts';
import { m } from '#lib/paraglide/messages.js';
import { type EventFilter, filterSearch } from '../event-filter.ts';
import { shortCeasefireName } from './ceasefire.ts';
import type { StoryRange } from './story-range.ts';

const day = 86_400_000;

/** A story longer than this is shown from its latest part on, in milliseconds. */
const longStory = 180 * day;
const latestPart = 120 * day;

/** What an address without a range shows. */
export function usualRange({ from, to }: StoryRange): { from: string; to: string } {
  const isLong = Date.parse(to) - Date.parse(from) > longStory;
  return { from: isLong ? new Date(Date.parse(to) - latestPart).toISOString() : from, to };
}

/** Ready-made ranges: the whole, of a long story its latest part, its last week, and the days around each ceasefire within it. The filter stays. */
export function chartRanges(
  path: string,
  asKnownAt: string | null,
  range: StoryRange,
  conflict: Conflict,
  filter: EventFilter,
): ChartRange[] {
  const link = (label: string, from: number | null, to: number | null): ChartRange => {
    const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
    const shown = { from: iso(from), to: iso(to) };
    return {
      label,
      href: `${path}${filterSearch({ ...filter, ...shown, page: 1 }, asKnownAt)}#status-over-time`,
      ...shown,
    };
  };
  const [start, end] = [Date.parse(range.from), Date.parse(range.to)];
  const around = conflict.ceasefires.flatMap((ceasefire) => {
    const first = ceasefire.announcedAt ?? ceasefire.effectiveAt;
    const last = ceasefire.endedAt ?? ceasefire.effectiveAt ?? first;
    if (!first || !last || Date.parse(first.latest) < start) return [];
    const from = Math.max(start, Date.parse(first.earliest) - day);
    const to = Math.min(end, Math.max(Date.parse(last.latest), Date.parse(first.latest)) + 2 * day);
    return from < to ? [link(m.ceasefire_of({ date: shortCeasefireName(ceasefire) }), from, to)] : [];
  });
  const week = end - start > 9 * day ? [link(m.conflict_last_days({ count: 7 }), end - 8 * day, end)] : [];
  const isLong = usualRange(range).from !== range.from;
  const main = isLong
    ? [link(m.conflict_last_days({ count: 120 }), null, null), link(m.conflict_whole_story(), start, end)]
    : [link(m.conflict_whole_story(), null, null)];
  return [...main, ...week, ...around.slice(-5)];
}
