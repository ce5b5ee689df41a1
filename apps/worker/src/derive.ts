import { setImmediate } from 'node:timers/promises';
import { countReport, folder, type HappeningIndex, type Report, Story } from '@trucewatch/status';
import { type Derivation, type Origin, originOf, type Reader, type Store } from '@trucewatch/store';
import type { Logger } from 'pino';

interface DeriveTools {
  store: Pick<Store, 'extractions' | 'derived' | 'changes' | 'describe'>;
  log: Logger;
  /** Seconds after which a round that failed is tried again. */
  retryAfter: number;
  /** Whether articles wait to be read: then rounds leave them the larger part of the time. */
  isBusy?: () => boolean;
}

export interface Deriving {
  /** Resolves when the rows are those of everything extracted before the call; rejects when that failed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const madeBy = `${folder.name} ${folder.version}`;

/** Milliseconds from one round to the next at least where nobody waits for it: what comes meanwhile is written together. */
const apart = 200;
/** While articles wait at most one part in so many of the time goes into rounds: they are fewer, and each takes in more. */
const share = 3;
/** Milliseconds without a change after which nothing is waited for any more: what came in together is in. */
const quiet = 300;

/** Rows compared in one transaction, unless a single conflict has more. */
const rowsAtATime = 5_000;
/** Articles taken in before the event loop gets its turn: a job's lock must be renewed meanwhile. */
const atATime = 50;

/** How many rows are compared, about, to write what is derived. */
function rowsIn({ conflict, happenings }: Derivation): number {
  const { ceasefires, intervals, coverage = [], events = [] } = conflict;
  const made = 'all' in happenings ? happenings.all : happenings.made;
  return 1 + ceasefires.length + intervals.length + coverage.length + events.length + made.length;
}

/**
 * Keeps the derived rows up to date: a story in memory, read once and then fed with what was extracted or decided since, by
 * whichever worker or person. Rounds follow one another, each for all that has happened meanwhile; what fails is logged and tried
 * again with nothing lost, and no extraction waits for it. Several workers may do it at once: the store keeps the rows
 * of the latest revision.
 */
export function startDeriving({ store, log, retryAfter, isBusy = () => false }: DeriveTools): Deriving {
  let story = new Story();
  let revision = -1;
  /** Conflicts that may differ from their rows. */
  const touched = new Set<string>();
  const origins = new Map<string, Origin>();
  /** The happenings as they were last written: which index they are of, and at which revision. */
  const written = new Map<string, { index: HappeningIndex; revision: number }>();
  let isClosed = false;
  /** Runs after a round that failed. */
  let retry: NodeJS.Timeout | undefined;
  /** Runs while what has changed waits for its round. */
  let pause: NodeJS.Timeout | undefined;
  let begun = Number.NEGATIVE_INFINITY;
  let took = 0;
  let last = Promise.resolve();
  /** The round that has not begun yet: whoever asks meanwhile gets this one. */
  let next: Promise<void> | undefined;

  function round(): Promise<void> {
    if (next) return next;
    next = last.then(async () => {
      next = undefined;
      clearTimeout(retry);
      clearTimeout(pause);
      pause = undefined;
      begun = performance.now();
      if (!isClosed) await catchUp();
      took = performance.now() - begun;
    });
    last = next.catch((error: unknown) => {
      log.warn({ reason: store.describe(error) }, 'what is derived is not up to date; it is tried again');
      if (!isClosed) retry = setTimeout(start, retryAfter * 1_000);
    });
    return next;
  }
  function start(): void {
    round().catch(() => {});
  }
  /** At once, or when enough time has passed since the last round began, or since the last change. */
  function soon(): void {
    if (isClosed || next) return;
    clearTimeout(pause);
    const left = begun + (isBusy() ? Math.max(apart, share * took) : apart) - performance.now();
    if (left > 0) pause = setTimeout(start, Math.min(left, quiet));
    else start();
  }

  async function catchUp(): Promise<void> {
    const begun = performance.now();
    const isFirst = revision < 0;
    if ((await store.extractions.revision()) === revision && touched.size === 0) return;
    await store.extractions.atOneRevision(takeIn);
    const ids = new Set(story.conflictIds());
    if (isFirst) for (const id of [...ids, ...(await store.derived.conflictIds())]) touched.add(id);
    let changed = 0;
    for (const some of groupsOf([...touched].filter((id) => ids.has(id)))) {
      // Another round may not have to do it again: each group is settled by itself.
      changed += await write(some);
      for (const { conflict } of some) touched.delete(conflict.id);
      await setImmediate();
      if (isClosed) return;
    }
    for (const id of touched) {
      if (!ids.has(id) && (await store.derived.remove(id, revision))) changed++;
      touched.delete(id);
    }
    await store.derived.finish(revision, madeBy);
    const ms = Math.round(performance.now() - begun);
    log.info({ revision, conflicts: changed, ms }, isFirst ? 'derived all anew' : 'derived');
  }

  /** Takes in what was extracted since the revision of the story, or everything. */
  async function takeIn(reader: Reader): Promise<void> {
    if (revision < 0) story = new Story();
    const acts = await reader.wideActs(revision < 0 ? undefined : revision);
    if (acts) for (const id of story.decide(acts)) touched.add(id);
    let some: Report[] = [];
    const put = () => {
      for (const id of story.replace(...some)) touched.add(id);
      some = [];
    };
    for await (const report of reader.reports(revision < 0 ? undefined : revision)) {
      origins.set(report.article.id, originOf(report));
      some.push(countReport(report, report.acts).report);
      if (some.length < atATime) continue;
      put();
      await setImmediate();
      if (isClosed) return;
    }
    put();
    revision = reader.revision;
  }

  /** What is to be written, as much at a time as goes into one transaction. */
  function* groupsOf(ids: readonly string[]): Generator<Derivation[]> {
    let group: Derivation[] = [];
    let rows = 0;
    for (const id of ids) {
      const derivation = derivationOf(id);
      if (!derivation) continue;
      group.push(derivation);
      rows += rowsIn(derivation);
      if (rows < rowsAtATime) continue;
      yield group;
      group = [];
      rows = 0;
    }
    if (group.length > 0) yield group;
  }

  /** Writes what differs of conflicts' rows; returns of how many: of the others a later revision's rows are there already. */
  async function write(derivations: readonly Derivation[]): Promise<number> {
    const replaced = await store.derived.replace(...derivations);
    const are = (is: string) => derivations.filter((_, index) => replaced[index]?.is === is);
    for (const { conflict } of are('written')) {
      const index = story.happenings(conflict.id);
      if (index) written.set(conflict.id, { index, revision });
    }
    const whole = are('other').flatMap(({ conflict }) => derivationOf(conflict.id) ?? []);
    return are('written').length + (whole.length > 0 ? await write(whole) : 0);
  }

  /** What a conflict's rows are to be made of: of its happenings what changed since they were written, all the next time. */
  function derivationOf(id: string): Derivation | null {
    const conflict = story.conflict(id);
    const index = story.happenings(id);
    if (!conflict || !index) return null;
    const known = written.get(id);
    written.delete(id);
    const changes = index.takeChanges();
    const happenings =
      known?.index === index ? { ...changes, since: known.revision } : { all: index.happenings() };
    return { conflict, happenings, revision, madeBy, originOf: (id: string) => origins.get(id) };
  }

  const listening = store.changes.listen(
    (change) => {
      if (change.kind === 'extraction' || change.kind === 'act' || change.kind === 'missed') soon();
    },
    (error) => log.warn({ reason: store.describe(error) }, 'changes are not heard'),
  );
  // Even when nobody can listen yet: the first round does not need it, and what is missed is told of.
  soon();
  listening.ready.then(soon, () => {});

  return {
    settled: round,
    async close() {
      isClosed = true;
      clearTimeout(retry);
      clearTimeout(pause);
      await listening.close();
      await last;
    },
  };
}
