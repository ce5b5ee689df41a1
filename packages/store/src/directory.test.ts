import { testDatabase } from '@trucewatch/local/testing';
import type { Ceasefire } from '@trucewatch/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

const at = (instant: string) =>
  ({ earliest: instant, latest: instant, level: 'minute', basis: 'stated' }) as const;
const truce = (id: string, effective: string | null, articles: string[]): Ceasefire => ({
  id,
  kind: 'bilateral',
  parties: ['One', 'Other'],
  mediators: [],
  purpose: [],
  announcedAt: null,
  effectiveAt: effective === null ? null : at(effective),
  endedAt: null,
  outcome: 'in_effect',
  follows: null,
  because: articles.map((articleId) => ({ articleId, eventId: 'e0' })),
});

test('lists what there is: conflicts with their ceasefires, the latest first, and articles by pages', async () => {
  const { articles, extractions, derived, directory } = scratch.store;
  const one = submission('They fought.', { publishedAt: '2020-10-17T10:00:00Z' });
  const other = submission('They agreed.', { publishedAt: '2020-10-19' });
  const [first, second] = [await articles.accept(one, 'cli'), await articles.accept(other, 'cli')];
  await extractions.save(extractionOfSentences(first.id, one.text));
  const ceasefires = [
    truce('c:old', '2020-10-10T08:00:00.000Z', [first.id]),
    truce('c:new', '2020-10-17T20:00:00.000Z', [first.id, second.id]),
    truce('c:undated', null, []),
  ];
  const conflict = { id: 'c', name: 'A war', parties: ['One', 'Other'], ceasefires, intervals: [] };
  const common = {
    happenings: { all: [] },
    revision: 1,
    madeBy: 'fold 1',
    originOf: () => ({ extractor: 'rules 1', acts: [] }),
  };
  await derived.replace({ conflict, ...common });
  await derived.replace({ conflict: { ...conflict, id: 'd', ceasefires: [] }, ...common });

  expect(await directory.ceasefires(2)).toEqual([
    {
      conflict: { id: 'c', name: 'A war' },
      ceasefire: ceasefires[1],
      lastReport: '2020-10-19T00:00:00.000Z',
    },
    {
      conflict: { id: 'c', name: 'A war' },
      ceasefire: ceasefires[0],
      lastReport: '2020-10-17T10:00:00.000Z',
    },
  ]);
  expect((await directory.ceasefires(9)).at(-1)).toMatchObject({ lastReport: null });
  expect(await directory.conflicts()).toEqual([
    { id: 'c', ceasefireIds: ['c:old', 'c:new', 'c:undated'] },
    { id: 'd', ceasefireIds: [] },
  ]);
  expect(await directory.extractors()).toEqual([]);
  expect(await directory.articlePages()).toBe(1);
  // What waits has no page yet that a reader would look for.
  expect((await directory.articles(1)).map(({ id }) => id)).toEqual([first.id]);
  expect(await directory.articles(2)).toEqual([]);
});
