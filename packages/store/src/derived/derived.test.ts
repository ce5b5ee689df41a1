import { testDatabase } from '@trucewatch/local/testing';
import type { Conflict } from '@trucewatch/schema';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { extractionOfSentences, scratchStore, submission } from '../scratch-store.ts';
import type { Derivation } from './derived.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
beforeEach(async () => {
  await sql`truncate derived.conflicts, derived.state cascade`.execute(scratch.store.kysely);
});
afterAll(() => scratch.drop());

const ref = (articleId: string) => ({ articleId, eventId: 'e0' });
const interval = (from: string, to: string | null, article: string): Conflict['intervals'][number] => ({
  from,
  to,
  formal: 'in_effect',
  compliance: 'no_reports',
  ceasefireId: null,
  because: [ref(article)],
  rule: 'agreed',
});
const conflict: Conflict = {
  id: 'c',
  name: 'A war',
  parties: ['One', 'Other'],
  ceasefires: [],
  intervals: [
    interval('2020-10-10T08:00:00.000Z', '2020-10-17T20:00:00.500Z', 'a'),
    interval('2020-10-17T20:00:00.500Z', null, 'b'),
  ],
  coverage: [{ day: '2020-10-10', articles: 2, families: 1 }],
  events: [ref('a'), ref('b')],
};
const happening = (id: string, ...articles: string[]) =>
  ({ id, type: 'attack', kind: 'incident', events: articles.map(ref), links: [] }) as const;
const derivation = (more: Partial<Derivation> = {}): Derivation => ({
  conflict,
  happenings: { all: [happening('h1', 'a'), happening('h2', 'b')] },
  revision: 1,
  madeBy: 'fold 1',
  originOf: () => ({ extractor: 'rules 1', acts: [] }),
  ...more,
});
const nothing = { added: 0, changed: 0, removed: 0 };

/** All rows, without when they last changed. */
async function rows() {
  const tables = ['conflicts', 'articles', 'intervals', 'coverage', 'happenings', 'ceasefires'];
  const all = tables.map(async (table) => {
    const found =
      await sql`select to_jsonb(t) - 'revision' as row from ${sql.table(`derived.${table}`)} t order by 1`.execute(
        scratch.store.kysely,
      );
    return [table, found.rows] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

describe('the rows of a conflict', () => {
  test('are read as they were derived, and say what they were made from', async () => {
    const { derived } = scratch.store;
    await derived.replace(derivation());
    const { events: _, ...told } = conflict;
    const read = await derived.read('c');
    expect(read).toMatchObject({ conflict: told, revision: 1, madeBy: 'fold 1', extractors: ['rules 1'] });
    expect(read?.happenings.map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(await derived.conflictIds()).toEqual(['c']);
    expect(await derived.read('another')).toBeNull();
  });

  test('are written only where they differ; the same again changes nothing', async () => {
    const { derived } = scratch.store;
    await derived.replace(derivation());
    const [again] = await derived.replace(derivation({ revision: 2 }));
    expect(again).toMatchObject({ is: 'written' });
    if (again?.is === 'written')
      for (const difference of Object.values(again.differences)) expect(difference).toEqual(nothing);
    const [first] = conflict.intervals;
    const shorter = { ...conflict, intervals: first ? [{ ...first, to: null }] : [] };
    expect(await derived.replace(derivation({ revision: 3, conflict: shorter }))).toMatchObject([
      {
        differences: {
          intervals: { added: 0, changed: 1, removed: 1 },
          coverage: nothing,
          happenings: nothing,
        },
      },
    ]);
    const found = await sql<{ revision: string }>`select revision from derived.coverage`.execute(
      scratch.store.kysely,
    );
    expect(found.rows).toEqual([{ revision: '1' }]);
  });

  test('thrown away and made again they are the same', async () => {
    const { derived, kysely } = scratch.store;
    await derived.replace(derivation());
    const before = await rows();
    await sql`truncate derived.conflicts, derived.state cascade`.execute(kysely);
    await derived.replace(derivation({ revision: 9 }));
    expect(await rows()).toEqual(before);
  });

  test('differ by the version that found the events, though the events are the same', async () => {
    const { derived } = scratch.store;
    await derived.replace(derivation());
    expect(
      await derived.replace(
        derivation({ revision: 2, originOf: () => ({ extractor: 'rules 2', acts: [] }) }),
      ),
    ).toMatchObject([
      { differences: { intervals: { changed: 2 }, conflicts: { changed: 1 }, coverage: nothing } },
    ]);
    const decided = () => ({ extractor: 'rules 2', acts: ['an act'] });
    expect(await derived.replace(derivation({ revision: 3, originOf: decided }))).toMatchObject([
      { differences: { intervals: { changed: 2 }, conflicts: { changed: 1 } } },
    ]);
  });

  test('happenings may come as what changed since a revision, and only on top of that one', async () => {
    const { derived } = scratch.store;
    await derived.replace(derivation());
    const changes = (since: number, revision: number): Derivation =>
      derivation({ revision, happenings: { made: [happening('h3', 'a', 'b')], gone: ['h1'], since } });
    expect(await derived.replace(changes(0, 2))).toEqual([{ is: 'other' }]);
    expect(await derived.replace(changes(1, 2))).toMatchObject([
      { differences: { happenings: { added: 1, changed: 0, removed: 1 } } },
    ]);
    expect((await derived.read('c'))?.happenings.map(({ id }) => id)).toEqual(['h2', 'h3']);
  });

  test('of several conflicts are written together, each by itself: one that cannot be is left out', async () => {
    const { derived } = scratch.store;
    const other = (id: string, name: string) => derivation({ conflict: { ...conflict, id, name } });
    await derived.replace(derivation());
    const changes = { made: [happening('h3', 'a', 'b')], gone: ['h1'], since: 1 };
    const answers = await derived.replace(
      derivation({ revision: 2, happenings: changes }),
      other('b', 'Another war'),
      derivation({ conflict: { ...conflict, id: 'd' }, happenings: changes }),
    );
    expect(answers.map(({ is }) => is)).toEqual(['written', 'written', 'other']);
    expect((await derived.read('c'))?.happenings.map(({ id }) => id)).toEqual(['h2', 'h3']);
    expect((await derived.read('b'))?.happenings.map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(await derived.conflictIds()).toEqual(['b', 'c']);

    await expect(derived.replace(other('e', 'No \0 war'), other('f', 'A third war'))).rejects.toThrow(
      Refusal,
    );
    expect(await derived.conflictIds()).toEqual(['b', 'c', 'f']);
  });

  test('are never replaced by those of an earlier revision, whoever comes last', async () => {
    const { derived } = scratch.store;
    const revisions = [3, 1, 5, 2, 4];
    await Promise.all(revisions.map((revision) => derived.replace(derivation({ revision }))));
    expect((await derived.read('c'))?.revision).toBe(5);
    expect(await derived.replace(derivation({ revision: 4 }))).toEqual([{ is: 'newer' }]);
    expect(await derived.remove('c', 4)).toBe(false);
    expect(await derived.remove('c', 5)).toBe(true);
    expect(await rows()).toMatchObject({ intervals: [], happenings: [], articles: [] });
  });
});

test('rows are stale when missing, of another version, or older than an extraction', async () => {
  const { derived, extractions, articles } = scratch.store;
  expect(await derived.isStale('c', 'fold 1')).toBe(true);
  const now = await extractions.revision();
  await derived.replace(derivation({ revision: now }));
  await derived.finish(now, 'fold 1');
  expect(await derived.isStale('c', 'fold 1')).toBe(false);
  expect(await derived.isStale('c', 'fold 2')).toBe(true);
  const { id } = await articles.accept(submission('Later news.'), 'cli');
  expect(await derived.isStale('c', 'fold 1')).toBe(false);
  await extractions.save(extractionOfSentences(id, 'Later news.'));
  expect(await derived.isStale('c', 'fold 1')).toBe(true);
  await derived.finish(now + 1, 'fold 1');
  await derived.finish(now, 'fold 0');
  expect(await derived.state()).toEqual({ revision: now + 1, madeBy: 'fold 1' });
  expect(await derived.isStale('c', 'fold 1')).toBe(false);
});

test('reports since a revision are those extracted after it; at one revision they stay what they were', async () => {
  const { extractions, articles } = scratch.store;
  const kept = async (text: string) => {
    const { id } = await articles.accept(submission(text), 'cli');
    await extractions.save(extractionOfSentences(id, text));
    return id;
  };
  const first = await kept('Since one.');
  const revision = await extractions.revision();
  const second = await kept('Since two.');
  const idsOf = async (reports: AsyncIterable<{ article: { id: string } }>) => {
    const ids: string[] = [];
    for await (const { article } of reports) ids.push(article.id);
    return ids;
  };
  expect(await idsOf(extractions.reports(revision))).toEqual([second]);
  await extractions.save(extractionOfSentences(first, 'Since one.', '2'));
  expect(await idsOf(extractions.reports(revision))).toEqual([first, second]);

  await extractions.atOneRevision(async (reader) => {
    const third = await kept('Since three.');
    expect(await idsOf(reader.reports())).not.toContain(third);
    expect(await idsOf(reader.reportsOf([third, second, 'nowhere', first]))).toEqual([second, first]);
    expect(reader.revision).toBe((await extractions.revision()) - 1);
  });
});

test('an event is found in its happening, with its conflict and what all its articles say', async () => {
  const { store } = scratch;
  for (const id of ['a', 'b']) {
    const text = `Words of ${id}.`;
    await store.articles.accept(submission(text, { id }), 'cli');
    await store.extractions.save(extractionOfSentences(id, text));
  }
  await store.derived.replace(derivation({ happenings: { all: [happening('h1', 'a', 'b')] } }));
  const found = await store.derived.happening(ref('b'));
  expect(found).toMatchObject({ conflict: { id: 'c', name: 'A war' }, happening: { id: 'h1' } });
  expect(found?.reports.map(({ article }) => article.id)).toEqual(['a', 'b']);
  expect(await store.derived.happening({ articleId: 'a', eventId: 'e1' })).toBeNull();
});
