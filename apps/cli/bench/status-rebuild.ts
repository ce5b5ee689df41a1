import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { ownDatabase } from '@trucewatch/local/own-database';
import type { Report } from '@trucewatch/status';
import { openStore, type Store } from '@trucewatch/store';
import { peakMemory, trucewatch } from './children.ts';
import { heading, remark, row } from './report.ts';
import { warReports } from './reports.ts';
import { targets } from './targets.ts';

const conflicts = 200;
/** Of 3.67 events each: a million. */
const articlesEach = 1_362;

/** `bin/trucewatch replay` of a million events over 200 conflicts, in a PostgreSQL of its own. */
export async function statusRebuild(): Promise<void> {
  heading(`Status: everything made anew, ${conflicts} conflicts through bin/trucewatch replay`);
  const database = await ownDatabase();
  const store = openStore({ url: database.url, onError: () => {} });
  try {
    await store.migrate();
    const began = performance.now();
    const events = await fill(store);
    remark(`${events} events stored in ${seconds(performance.now() - began)} s`);
    await replay(database.url, 'made for the first time', events);
    await replay(database.url, 'made anew over the same', events);
  } finally {
    await store.close();
    await database.stop();
  }
}

async function replay(url: string, what: string, events: number): Promise<void> {
  const began = performance.now();
  const child = spawn(trucewatch, ['replay'], {
    env: { DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let memory: number | undefined;
  let time: number | undefined;
  const look = () => {
    memory = peakMemory(child.pid) ?? memory;
    time = processorTime(child.pid) ?? time;
  };
  const watch = setInterval(look, 100);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    look();
    said += text;
  });
  await once(child, 'close');
  clearInterval(watch);
  const clock = performance.now() - began;
  remark(`${what}: ${said.trimEnd().split('\n').at(-1)}`);
  remark(`by the clock ${seconds(clock)} s, PostgreSQL's work included`);
  const million = 1_000_000 / events;
  // Where the system does not say what a process has used, the clock must do.
  row('1,000,000 events over 200 conflicts', ((time ?? clock) / 1_000) * million, 's', targets.rebuild);
  if (memory !== undefined) row('most resident memory', memory, 'MB', targets.rebuildMemory);
}

/** Processor time of another process so far, in milliseconds; nothing where the system does not say. */
function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime and stime, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** Stores the reports of all wars, a day of each after the other, without the checks of an article that comes in. */
async function fill(store: Store): Promise<number> {
  let events = 0;
  let batch: Report[] = [];
  for (const report of interleaved()) {
    batch.push(report);
    events += report.events.length;
    if (batch.length < 1_000) continue;
    await put(store, batch);
    batch = [];
  }
  await put(store, batch);
  return events;
}

function* interleaved(): Generator<Report> {
  const wars = Array.from({ length: conflicts }, (_, seed) =>
    warReports([`group:front${seed}a`, `group:front${seed}b`], {
      from: Date.UTC(2010, 0, 1),
      articles: articlesEach,
      perDay: 1,
      seed,
    }),
  );
  for (let number = 0; number < articlesEach; number++)
    for (const war of wars) yield war.next().value as Report;
}

async function put({ kysely }: Store, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  const articles = reports.map(({ article: { id, source = null, publishedAt = null } }) => ({
    id,
    text: 'words',
    source,
    published_at: publishedAt,
    published_precision: 'instant' as const,
    fingerprint: id,
    state: 'extracted',
  }));
  await kysely.insertInto('articles').values(articles).execute();
  const kept = await kysely
    .insertInto('extractions')
    .values(
      reports.map(({ article }) => ({
        article_id: article.id,
        extractor_name: 'bench',
        extractor_version: '1',
        warnings: '[]',
        is_current: true,
      })),
    )
    .returning(['id', 'article_id'])
    .execute();
  const idOf = new Map(kept.map(({ id, article_id }) => [article_id, id]));
  const events = reports.flatMap(({ article, events: told }) =>
    told.map((event, position) => ({
      extraction_id: idOf.get(article.id) ?? '',
      article_id: article.id,
      event_id: event.id,
      position,
      type: event.type,
      reality: event.reality,
      document: JSON.stringify(event),
      quotes: 'words',
    })),
  );
  for (let start = 0; start < events.length; start += 4_000)
    await kysely
      .insertInto('events')
      .values(events.slice(start, start + 4_000))
      .execute();
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(0);
}
