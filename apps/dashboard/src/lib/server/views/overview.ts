import type { Compliance, FormalStatus } from '@trucewatch/schema';
import { nextKnownInstant } from '@trucewatch/status';
import type { PageLinks } from '#lib/filter/view.ts';
import type { ChangeView, ConflictNews, ConflictSummary } from '#lib/status/conflict-summary.ts';
import type { OverviewRequest } from '#lib/status/overview-request.ts';
import type { StatusRow } from '#lib/status/view.ts';
import type { Digests } from '../digests.ts';
import { overviewPath } from '../overview-request.ts';
import { newnessOf, newsOf } from './overview-news.ts';
import { matching, sorted } from './overview-order.ts';
import { conflictPath } from './sentence.ts';
import { digestRow, statusAt } from './status-rows.ts';

export interface OverviewView {
  /** A page of those asked for, in the order asked for. */
  conflicts: ConflictSummary[];
  pages: PageLinks;
  /** How many there are without a filter. */
  all: number;
  request: OverviewRequest;
  /** The statuses that any conflict has now, with how many have it. */
  present: { formal: [FormalStatus, number][]; compliance: [Compliance, number][] };
  /** The end of the viewer's last visit, and what is new since then over all conflicts; null on the first. */
  since: { at: string; news: ConflictNews; conflicts: number } | null;
  articles: number;
  publishers: number;
  events: number;
  lastReport: string | null;
  /** Changes of status over the conflicts shown, latest first. */
  changes: ChangeView[];
}

interface Asked {
  /** ISO instant. */
  now: string;
  /** The end of the viewer's last visit, ISO; null on the first. */
  since: string | null;
  request: OverviewRequest;
  /** The zone in which one conflict's times are told; null: the page's. */
  zoneOf?: (conflictId: string) => string | null;
}

const day = 86_400_000;
const sparkDays = 90;
/** Conflicts on a page. */
const pageSize = 20;
/** So many changes are listed; of new ones more. */
const mostChanges = 6;
const mostNewChanges = 12;

/** Every conflict that was asked for with its status at `now`. */
export function overviewView(
  digests: Digests,
  { now, since, request, zoneOf = () => null }: Asked,
): OverviewView {
  const told = digests.conflicts.map((digest) => {
    const rows = digest.rows.map(digestRow);
    const isNew = newnessOf(digest.rows, since, now);
    const lastChange = rows.findLast((row) => Date.parse(row.from) <= Date.parse(now)) ?? null;
    const summary: ConflictSummary = {
      id: digest.id,
      path: conflictPath(digest.id),
      name: digest.name,
      parties: digest.parties,
      status: statusAt(rows, now),
      next: nextKnownInstant({ intervals: rows }, now),
      lastReport: digest.lastReport,
      articles: digest.arrivals.length,
      publishers: digest.publishers,
      lastChange,
      isLastChangeNew: lastChange !== null && isNew(lastChange.from),
      news: newsOf(digest, isNew, since),
      spark: sparkOf(rows, digest.lastReport, now),
      zone: zoneOf(digest.id),
    };
    return { summary, rows, isNew };
  });
  const all = told.map(({ summary }) => summary);
  const shown = sorted(matching(all, request), request.sort);
  const pages = pagesOf(shown.length, request);
  return {
    conflicts: shown.slice((pages.page - 1) * pageSize, pages.page * pageSize),
    pages,
    all: all.length,
    request,
    present: {
      formal: counted(all.map(({ status }) => status.formal.value)),
      compliance: counted(all.map(({ status }) => status.compliance.value)),
    },
    since: since === null ? null : { at: since, ...newsOfAll(all) },
    articles: digests.articles,
    publishers: digests.publishers,
    events: digests.events,
    lastReport: latest(all.map(({ lastReport }) => lastReport)),
    changes: latestChanges(
      told.filter(({ summary }) => shown.includes(summary)),
      now,
    ),
  };
}

/** The last 90 days; of a conflict on which nothing was reported in them, those up to its last report. */
function sparkOf(
  rows: readonly StatusRow[],
  lastReport: string | null,
  now: string,
): ConflictSummary['spark'] {
  const last = lastReport === null ? Date.parse(now) : Date.parse(lastReport) + day;
  const end = last < Date.parse(now) - sparkDays * day ? last : Date.parse(now);
  const [from, to] = [new Date(end - sparkDays * day).toISOString(), new Date(end).toISOString()];
  const inside = rows.filter((row) => row.from < to && (row.to === null || row.to > from));
  return {
    from,
    to,
    rows: inside.map(({ from, to, formal, compliance }) => ({ from, to, formal, compliance })),
  };
}

function pagesOf(count: number, request: OverviewRequest): PageLinks {
  const last = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(request.page, last);
  return {
    page,
    last,
    previous: page > 1 ? overviewPath({ ...request, page: page - 1 }) : null,
    next: page < last ? overviewPath({ ...request, page: page + 1 }) : null,
  };
}

function newsOfAll(all: readonly ConflictSummary[]) {
  const news = all.map((conflict) => conflict.news).filter((one) => one !== null);
  const sum = (read: (one: ConflictNews) => number) => news.reduce((total, one) => total + read(one), 0);
  return {
    news: { articles: sum(({ articles }) => articles), changes: sum(({ changes }) => changes) },
    conflicts: news.length,
  };
}

function counted<Value extends string>(values: readonly Value[]): [Value, number][] {
  return [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]);
}

function latest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((last, one) => ((one ?? '') > (last ?? '') ? one : last), null);
}

/** The one change that a card shows already is left out when there is but one conflict. */
function latestChanges(
  told: readonly { summary: ConflictSummary; rows: StatusRow[]; isNew: (from: string) => boolean }[],
  now: string,
): ChangeView[] {
  const changes = told
    .flatMap(({ summary: { name, path, lastChange }, rows, isNew }) =>
      rows
        .slice(1)
        .filter((row) => row.from <= now && (told.length > 1 || row !== lastChange))
        .slice(-mostNewChanges)
        .map((row) => ({ conflict: name, path, row, isNew: isNew(row.from) })),
    )
    .sort((a, b) => b.row.from.localeCompare(a.row.from));
  const fresh = changes.filter(({ isNew }) => isNew).length;
  return changes.slice(0, Math.max(mostChanges, Math.min(fresh, mostNewChanges)));
}
