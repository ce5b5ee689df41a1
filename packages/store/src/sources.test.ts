import { testDatabase } from '@trucewatch/local/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
});
afterAll(() => scratch.drop());

test('tells who published what, and who told what of a conflict', async () => {
  const { articles, extractions, derived, acts, sources } = scratch.store;
  const kept: string[] = [];
  for (const [text, source, publishedAt] of [
    ['They fought.', 'Valley Wire', '2020-10-17T10:00:00Z'],
    ['They agreed on it.', 'Valley Wire', '2020-10-18T10:00:00Z'],
    ['Nobody knows who wrote this.', undefined, '2020-10-18T10:00:00Z'],
    ['They say so too.', 'valley wire', '2020-10-16'],
  ] as const) {
    const { id } = await articles.accept(submission(text, { source, publishedAt }), 'cli');
    await extractions.save(extractionOfSentences(id, text));
    kept.push(id);
  }
  const [one = '', two = '', nameless = ''] = kept;
  await acts.add({
    decision: { kind: 'describe_publisher', publisher: 'Valley Wire', family: 'Grove' },
    author: 'ada',
    reason: 'it says so',
  });
  const ref = (articleId: string) => ({ articleId, eventId: 'e0' });
  await derived.replace({
    conflict: {
      id: 'c',
      name: 'A war',
      parties: [],
      ceasefires: [],
      intervals: [],
      events: [ref(one), ref(two), ref(nameless)],
    },
    happenings: {
      all: [{ id: 'h', type: 'clash', kind: 'incident', events: [ref(one), ref(nameless)], links: [] }],
    },
    revision: 9,
    madeBy: 'fold 1',
    originOf: () => ({ extractor: 'rules 1', acts: [] }),
  });

  const names = await sources.names();
  expect(names.find(({ name }) => name === 'Valley Wire')).toEqual({
    name: 'Valley Wire',
    articles: 2,
    first: '2020-10-17T10:00:00.000Z',
    last: '2020-10-18T10:00:00.000Z',
  });
  expect(names).toHaveLength(2);
  const latest = await sources.latest(['Valley Wire', 'valley wire'], 2);
  expect(latest.map(({ id }) => id)).toEqual([two, one]);
  expect(await sources.conflicts(['Valley Wire'])).toEqual([
    { id: 'c', name: 'A war', articles: 2, events: 2 },
  ]);
  const told = await sources.told('c');
  expect(told.happenings.map((ids) => ids.toSorted())).toEqual([[one, nameless].toSorted()]);
  const described = told.articles.filter((article) => article.acts.length > 0);
  expect(described.map(({ article }) => article.id).toSorted()).toEqual([one, two].toSorted());
  expect(await sources.told('no such conflict')).toEqual({ articles: [], happenings: [] });
});
