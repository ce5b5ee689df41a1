import { createHash } from 'node:crypto';
import { testDatabase } from '@trucewatch/local/testing';
import { countReport, Story as History } from '@trucewatch/status';
import { openStore, originOf, type StoredReport } from '@trucewatch/store';

/** For tests: a database of its own, into which reports go as articles do, and what is derived from them. */
export async function toldDatabase() {
  const database = await testDatabase();
  const store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  return {
    store,

    /** Keeps articles whose words are the quotes of their events, extracts them anew where they are there already. */
    async tell(...reports: Pick<StoredReport, 'article' | 'events'>[]): Promise<void> {
      for (const { article, events } of reports) {
        const text = [...new Set(quotesIn(events))].join('\n') || `Nothing in ${article.id}.`;
        const { id, title, source, publishedAt } = article;
        const fingerprint = createHash('sha256').update(id).digest('hex');
        await store.articles.accept({ id, title, source, publishedAt, text, fingerprint }, 'cli');
        const extractor = { name: 'test', version: '1' };
        await store.extractions.save({
          articleId: id,
          extractor,
          events: placed(events, text),
          warnings: [],
        });
      }
    },

    /** Writes the rows of every conflict that the articles tell of, and takes away those of others. */
    async derive(): Promise<void> {
      const revision = await store.extractions.revision();
      const history = new History();
      const origins = new Map<string, ReturnType<typeof originOf>>();
      history.decide((await store.extractions.wideActs()) ?? []);
      for await (const report of store.extractions.reports()) {
        history.add([countReport(report, report.acts).report]);
        origins.set(report.article.id, originOf(report));
      }
      for (const id of await store.derived.conflictIds()) await store.derived.remove(id, revision);
      for (const id of history.conflictIds()) {
        const conflict = history.conflict(id);
        const all = history.happenings(id)?.happenings() ?? [];
        if (!conflict) continue;
        await store.derived.replace({
          conflict,
          happenings: { all },
          revision,
          madeBy: 'test',
          originOf: (id) => origins.get(id),
        });
      }
      await store.derived.finish(revision, 'test');
    },

    /** What every article says, in the order of arrival. */
    async reports(): Promise<StoredReport[]> {
      const all: StoredReport[] = [];
      for await (const report of store.extractions.reports()) all.push(report);
      return all;
    },

    async drop(): Promise<void> {
      await store.close();
      await database.drop();
    },
  };
}

function quotesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('quote' in value && typeof value.quote === 'string') return [value.quote];
  return Object.values(value).flatMap(quotesIn);
}

/** The same with every span where its quote stands in the text. */
function placed<Value>(value: Value, text: string): Value {
  if (typeof value !== 'object' || value === null) return value;
  if ('quote' in value && typeof value.quote === 'string') {
    const start = text.indexOf(value.quote);
    return { ...value, start, end: start + value.quote.length };
  }
  if (Array.isArray(value)) return value.map((one) => placed(one, text)) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placed(one, text)])) as Value;
}
