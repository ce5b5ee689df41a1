import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownDatabase } from '@trucewatch/local/own-database';
import type { Event } from '@trucewatch/schema';
import type { Report } from '@trucewatch/status';
import { openStore, type Store } from '@trucewatch/store';
import { CompiledQuery } from 'kysely';
import { repository, run } from '../children.ts';
import { News } from '../news.ts';
import { remark } from '../report.ts';
import { interleavedWars, storeReports, type WordedReport } from '../stored-wars.ts';

const wars = 200;
const articles = 300_000;
const day = 86_400_000;
const commandLine = join(repository, 'apps/cli/src/main.ts');
/** Another number when what is stored changes: the kept database is then made anew. */
const edition = 2;

/**
 * A PostgreSQL with a million events of 200 wars in 300,000 articles, up to today, and what is derived from them. Making it
 * takes a quarter of an hour; it is kept under .cache and found there the next time.
 */
export async function filledDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = join(repository, '.cache', `bench-dashboard-${edition}`);
  const mark = join(folder, 'filled');
  if (!existsSync(mark)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await ownDatabase(folder);
  const store = openStore({ url: database.url, onError: () => {} });
  try {
    await store.migrate();
    if (!existsSync(mark)) {
      await fill(store, database.url);
      writeFileSync(mark, new Date().toISOString());
    }
  } finally {
    await store.close();
  }
  return database;
}

async function fill(store: Store, url: string): Promise<void> {
  const { kysely } = store;
  const began = performance.now();
  const passed = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`;
  // Filled first and indexed then: a tenth of the time.
  await kysely.schema.dropIndex('articles_search').execute();
  await kysely.schema.dropIndex('events_search').execute();
  const stored = await storeReports(store, worded());
  remark(`${stored.articles} articles with ${stored.events} events stored in ${passed()}`);
  for (const table of ['articles', 'events'] as const)
    await kysely.schema.createIndex(`${table}_search`).on(table).using('gin').column('search').execute();
  await run(process.execPath, [commandLine, 'replay'], '', { DATABASE_URL: url });
  await kysely.executeQuery(CompiledQuery.raw('vacuum analyze'));
  remark(`indexed, derived and analysed after ${passed()}`);
}

/** The wars up to today, and between them articles that tell of none. */
function* worded(): Generator<WordedReport> {
  const news = new News(1);
  const sentences = news.article(40_000).text.split(/\n\n|(?<=\.) /);
  let place = 0;
  const next = () => sentences[place++ % sentences.length] as string;
  const today = Date.now() - (Date.now() % day);
  let count = 0;
  for (const report of interleavedWars(wars, today - 1_361 * day)) {
    count++;
    yield withWords(report, next);
  }
  for (let number = count; number < articles; number++) {
    const publishedAt = new Date(today - (number % 1_361) * day).toISOString();
    yield withWords({ article: { id: `other-${number}`, publishedAt, source: 'Courier' }, events: [] }, next);
  }
}

/** Five sentences more than it has events; each event is proved by one of them. */
function withWords({ article, events }: Report, next: () => string): WordedReport {
  const title = next().slice(0, 80);
  const told = events.map(() => next());
  const text = [...told, next(), next(), next(), next(), next()].join(' ');
  const placed = events.map((event, index): Event => {
    const quote = told[index] as string;
    const start = text.indexOf(quote);
    return { ...event, evidence: [{ start, end: start + quote.length, quote }] };
  });
  return { article, events: placed, title, text };
}
