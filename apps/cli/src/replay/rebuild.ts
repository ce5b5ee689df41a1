import { countReport, folder, type Report, Survey } from '@trucewatch/status';
import {
  type Origin,
  originOf,
  type Reader,
  type Replaced,
  type Store,
  type StoredReport,
} from '@trucewatch/store';

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
    const survey = new Survey((await reader.wideActs()) ?? [], await correctors(reader));
    let articles = 0;
    let events = 0;
    for await (const report of reader.reports()) {
      const counted = countReport(report, report.acts).report;
      survey.see(counted);
      articles++;
      events += counted.events.length;
      onArticle();
    }
    for await (const report of reader.reportsOf(survey.unsettled()))
      survey.seeAgain(countReport(report, report.acts).report);
    const left = new Set(await store.derived.conflictIds());
    // The rows of one conflict are written while the next is folded.
    let writing: Promise<Rebuilt> | undefined;
    for (const [id, ids] of survey.articles()) {
      const write = await fold(id, ids, survey, reader, store);
      if (writing) await onConflict(await writing);
      writing = write?.();
      // It is awaited a conflict later.
      writing?.catch(() => {});
      if (write) left.delete(id);
    }
    if (writing) await onConflict(await writing);
    const gone: string[] = [];
    for (const id of left) if (await store.derived.remove(id, revision)) gone.push(id);
    await store.derived.finish(revision, madeBy);
    return { revision, articles, events, gone };
  });
}

/** The articles that replace others. */
async function correctors(reader: Reader) {
  const found = [];
  for await (const report of reader.reportsOf(await reader.correctors()))
    found.push(countReport(report, report.acts).report.article);
  return found;
}

/** Folds one conflict and returns what writes it; null when it has no event of war. */
async function fold(
  id: string,
  ids: readonly string[],
  survey: Survey,
  reader: Reader,
  store: Pick<Store, 'derived'>,
): Promise<(() => Promise<Rebuilt>) | null> {
  const origins = new Map<string, Origin>();
  const folded = await survey.fold(id, noting(reader.reportsOf(ids), origins));
  if (!folded) return null;
  const { conflict } = folded;
  const happenings = folded.happenings.happenings();
  return async () => {
    const [replaced] = await store.derived.replace({
      conflict,
      happenings: { all: happenings },
      revision: reader.revision,
      madeBy,
      originOf: (articleId) => origins.get(articleId),
    });
    if (!replaced) throw new Error(`nothing was said of ${id}`);
    return {
      id,
      articles: ids.length,
      ceasefires: conflict.ceasefires.length,
      intervals: conflict.intervals.length,
      happenings: happenings.length,
      replaced,
    };
  };
}

async function* noting(
  reports: AsyncIterable<StoredReport>,
  origins: Map<string, Origin>,
): AsyncGenerator<Report> {
  for await (const report of reports) {
    origins.set(report.article.id, originOf(report));
    yield countReport(report, report.acts).report;
  }
}
