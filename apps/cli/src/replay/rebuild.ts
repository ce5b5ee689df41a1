import { folder, Survey } from '@trucewatch/status';
import type { Reader, Replaced, Store, StoredReport } from '@trucewatch/store';

/** What was made anew of one conflict, and how it compares with the rows that were stored. */
export interface Rebuilt {
  readonly id: string;
  readonly articles: number;
  readonly ceasefires: number;
  readonly intervals: number;
  readonly happenings: number;
  readonly replaced: Replaced;
}

export interface RebuiltAll {
  readonly revision: number;
  readonly articles: number;
  readonly events: number;
  /** Ids of conflicts whose rows were taken away: no article tells of them any more. */
  readonly gone: readonly string[];
}

const madeBy = `${folder.name} ${folder.version}`;

/**
 * Makes all derived rows anew from the events, conflict by conflict: the events of all are read once, the ids of all
 * and the events of one conflict are kept in memory. `onConflict` hears of each as its rows are written, `onArticle` of
 * each article read.
 */
export function rebuild(
  store: Pick<Store, 'extractions' | 'derived'>,
  onConflict: (rebuilt: Rebuilt) => void | Promise<void>,
  onArticle: () => void = () => {},
): Promise<RebuiltAll> {
  return store.extractions.atOneRevision(async (reader) => {
    const { revision } = reader;
    const survey = new Survey();
    let articles = 0;
    let events = 0;
    for await (const report of reader.reports()) {
      survey.see(report);
      articles++;
      events += report.events.length;
      onArticle();
    }
    for await (const report of reader.reportsOf(survey.unsettled())) survey.seeAgain(report);
    const left = new Set(await store.derived.conflictIds());
    for (const [id, ids] of survey.articles()) {
      const rebuilt = await rebuildOne(id, ids, survey, reader, store);
      if (!rebuilt) continue;
      left.delete(id);
      await onConflict(rebuilt);
    }
    const gone: string[] = [];
    for (const id of left) if (await store.derived.remove(id, revision)) gone.push(id);
    await store.derived.finish(revision, madeBy);
    return { revision, articles, events, gone };
  });
}

async function rebuildOne(
  id: string,
  ids: readonly string[],
  survey: Survey,
  reader: Reader,
  store: Pick<Store, 'derived'>,
): Promise<Rebuilt | null> {
  const extractors = new Map<string, string>();
  const folded = await survey.fold(id, noting(reader.reportsOf(ids), extractors));
  if (!folded) return null;
  const { conflict } = folded;
  const happenings = folded.happenings.happenings();
  const replaced = await store.derived.replace({
    conflict,
    happenings: { all: happenings },
    revision: reader.revision,
    madeBy,
    extractorOf: (articleId) => extractors.get(articleId) ?? '',
  });
  return {
    id,
    articles: ids.length,
    ceasefires: conflict.ceasefires.length,
    intervals: conflict.intervals.length,
    happenings: happenings.length,
    replaced,
  };
}

async function* noting(reports: AsyncIterable<StoredReport>, extractors: Map<string, string>) {
  for await (const report of reports) {
    extractors.set(report.article.id, report.extractor);
    yield report;
  }
}
