import { openStore } from '@trucewatch/store';
import { heading, remark, row } from '../report.ts';
import { targets } from '../targets.ts';
import { filledDatabase } from './filled-database.ts';
import { load } from './load.ts';
import { type Served, serve } from './served.ts';
import { vitals } from './vitals.ts';

const atOnce = 50;

/** What the server takes for pages and searches. */
export const dashboardServer = () => onMillion('how fast its server answers', serverTimes);
/** What it holds in memory. */
export const dashboardMemory = () =>
  onMillion('what its server holds', (served, paths) => memoryOver(served, paths, 100_000));
/** What a reader's browser makes of it. */
export const dashboardBrowser = () => onMillion('what a browser makes of it', inBrowser);

async function onMillion(
  what: string,
  measure: (served: Served, paths: Paths) => Promise<void>,
): Promise<void> {
  heading(`Dashboard on 1,000,000 events, 200 conflicts, 300,000 articles: ${what}`);
  const database = await filledDatabase();
  try {
    const paths = await pathsIn(database.url);
    const served = await serve(database.url);
    await measure(served, paths).finally(served.stop);
  } finally {
    await database.stop();
  }
}

interface Paths {
  conflicts: string[];
  events: string[];
  searches: string[];
}

async function pathsIn(url: string): Promise<Paths> {
  const store = openStore({ url, onError: () => {} });
  try {
    const { versions } = await store.derived.heads();
    const ids = [...versions.keys()];
    const { hits } = await store.search.events('truce', { limit: 100 });
    return {
      conflicts: ids.map((id) => `/conflicts/${encodeURIComponent(id)}`),
      events: hits.map(({ articleId, event }) => `/articles/${articleId}/events/${event.id}`),
      searches: [
        'truce',
        'government',
        'ministry',
        'army soldiers',
        'truce -prisoners',
        '"agreed to a truce"',
        'front17a',
        'Kharkiv OR Sanaa',
      ].flatMap((q) => ['articles', 'events'].map((kind) => `/search?${new URLSearchParams({ q, kind })}`)),
    };
  } finally {
    await store.close();
  }
}

async function serverTimes(served: Served, { conflicts, events, searches }: Paths): Promise<void> {
  const measure = async (
    what: string,
    pages: readonly string[],
    { count, one = atOnce }: { count: number; one?: number },
    target = {},
  ) => {
    const before = served.processorTime() ?? 0;
    const { p50, p95, bytes } = await load(
      served.origin,
      (number) => pages[number % pages.length] as string,
      {
        count,
        atOnce: one,
      },
    );
    const work = ((served.processorTime() ?? 0) - before) / count;
    row(`${what}, p95`, p95, 'ms', target);
    remark(
      `p50 ${p50.toFixed(1)} ms; ${work.toFixed(2)} ms of the server's processor and ${(bytes / count / 1_000).toFixed(0)} kB each`,
    );
  };
  await measure('overview, the first time', ['/'], { count: 1, one: 1 });
  const first = conflicts.slice(0, 30);
  await measure('conflict pages, the first time, one at a time', first, { count: first.length, one: 1 });
  // The others are looked at once, too, as on a server that has run for a while.
  await load(served.origin, (number) => conflicts[number] as string, { count: conflicts.length, atOnce: 2 });
  await measure('overview, 50 at once', ['/'], { count: 5_000 }, targets.pageTime);
  await measure('conflict pages, 50 at once', conflicts, { count: 10_000 }, targets.pageTime);
  await measure('event pages, 50 at once', events, { count: 1_000 });
  await measure(
    'search, one at a time',
    searches,
    { count: searches.length * 5, one: 1 },
    targets.searchTime,
  );
  await measure('search, 50 at once', searches, { count: searches.length * 20 });
}

async function memoryOver(served: Served, { conflicts, events }: Paths, count: number): Promise<void> {
  // Pages of events are not kept: a tenth of all is enough to see what making pages leaves behind.
  const pages = ['/', ...conflicts, ...events.slice(0, 20)];
  const half = { count: count / 2, atOnce };
  const address = (number: number) => pages[number % pages.length] as string;
  const start = served.memory();
  await load(served.origin, address, half);
  const middle = served.memory();
  await load(served.origin, address, half);
  const end = served.memory();
  if (start === undefined || middle === undefined || end === undefined) return;
  remark(`memory: ${start.toFixed(0)} MB at first, ${middle.toFixed(0)} MB after ${count / 2} requests`);
  row(`memory after ${count} requests`, end, 'MB');
  row('its growth over the second half', end / middle, 'times', targets.memoryGrowth);
}

async function inBrowser(served: Served, { conflicts, events, searches }: Paths): Promise<void> {
  const [conflict = '', event = '', search = ''] = [conflicts[0], events[0], searches[0]];
  const seen = await vitals(served.origin, {
    overview: '/',
    conflict,
    claims: `${conflict}/claims`,
    compare: `${conflict}/compare`,
    event,
    article: event.replace(/\/events\/.*/, ''),
    search,
    method: '/method',
  });
  for (const [name, { largestPaint, shift, scripts }] of Object.entries(seen)) {
    row(`${name}: scripts of the first load, compressed`, scripts, 'kB', targets.firstScripts);
    row(`${name}: largest paint, processor slowed 4 times`, largestPaint, 'ms', targets.largestPaint);
    row(`${name}: layout shift`, shift, '', targets.layoutShift);
  }
}
