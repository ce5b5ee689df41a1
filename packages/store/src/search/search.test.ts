import { testDatabase } from '@trucewatch/local/testing';
import { cutSpan, type Event, type Extraction } from '@trucewatch/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from '../scratch-store.ts';
import type { Piece } from './marked.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
  const { articles, extractions, derived } = scratch.store;
  const text = 'Both delegations signed the truce in Velmar. Markets <b>reopened</b>.';
  const article = submission(text, {
    id: 'signed',
    title: 'Truce signed',
    source: 'Invented Reuters',
    publishedAt: '2020-10-10',
  });
  await articles.accept(article, 'cli');
  await articles.accept(
    submission('A village mentions the truce once.', {
      id: 'mention',
      publishedAt: '2021-01-01T00:30:00+04:00',
    }),
    'cli',
  );
  await extractions.save(withNames(extractionOfSentences('signed', text), text));
  await derived.replace({
    conflict: {
      id: 'velmar',
      name: 'Velmar war',
      parties: ['Norland', 'Sudland'],
      ceasefires: [],
      intervals: [],
      events: [{ articleId: 'signed', eventId: 'e0' }],
    },
    happenings: { all: [] },
    revision: 1,
    madeBy: 'test 1',
    originOf: () => ({ extractor: 'sentences 1', acts: [] }),
  });
});
afterAll(() => scratch.drop());

/** The first event is an agreed ceasefire of Norland, of which no quote speaks, in Velmar. */
function withNames(extraction: Extraction, text: string): Extraction {
  const mention = cutSpan({ text }, text.indexOf('Both'), text.indexOf('Both') + 4);
  const [first, ...rest] = extraction.events as [Event, ...Event[]];
  const named: Event = {
    ...first,
    type: 'ceasefire',
    step: 'agreed',
    actors: [{ role: 'party', name: 'Norland', id: 'country:NL', mention }],
    where: { name: 'Velmar', level: 'city', mention },
  };
  return { ...extraction, events: [named, ...rest] };
}

const articles = async (query: string, options = {}) =>
  (await scratch.store.search.articles(query, options)).hits.map((article) => article.id);
const events = async (query: string, options = {}) =>
  (await scratch.store.search.events(query, options)).hits.map(({ event }) => event.id);
const marked = (pieces: readonly Piece[] | null | undefined) =>
  pieces?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

describe('search', () => {
  test('finds articles by any form of a word, a title before a mention, and by the publisher', async () => {
    expect(await articles('truces')).toEqual(['signed', 'mention']);
    expect(await articles('reuters')).toEqual(['signed']);
  });

  test('finds events by their evidence, and by actors and places that their evidence does not name', async () => {
    const { hits } = await scratch.store.search.events('delegations');
    expect(hits).toMatchObject([
      { articleId: 'signed', event: { id: 'e0', step: 'agreed' }, publishedAt: '2020-10-10' },
    ]);
    expect(await events('Norland truce')).toEqual(['e0']);
  });

  test('knows phrases and exclusions', async () => {
    expect(await articles('"signed the truce"')).toEqual(['signed']);
    expect(await articles('truce -village')).toEqual(['signed']);
  });

  test('marks what it found, and leaves what looks like markup the text that it is', async () => {
    const [hit] = (await scratch.store.search.articles('markets truce')).hits;
    expect(marked(hit?.title)).toBe('[Truce] signed');
    expect(marked(hit?.snippet)).toContain('[Markets] <b>reopened');
  });

  test('counts the values of all hits, and narrows by each', async () => {
    const { total, hits, facets } = await scratch.store.search.articles('truce', { limit: 1 });
    expect([total, hits.length]).toEqual([2, 1]);
    const { countArticles, countEvents } = scratch.store.search;
    expect([await countArticles('truce'), await countEvents('truce')]).toEqual([2, 1]);
    expect(await countEvents('markets OR truce', { type: 'statement' })).toBe(1);
    expect(facets.conflicts).toEqual([{ value: 'velmar', label: 'Velmar war', count: 1 }]);
    expect(facets.sources).toEqual([{ value: 'Invented Reuters', label: 'Invented Reuters', count: 1 }]);
    expect(facets.types.map(({ value }) => value)).toEqual(['ceasefire:agreed', 'statement']);
    expect(facets.years.map(({ value }) => value)).toEqual(['2020']);

    expect(await articles('truce', { year: 2020, limit: 1, offset: 1 })).toEqual(['mention']);
    expect(await articles('truce', { year: 2021 })).toEqual([]);
    expect(await articles('truce', { conflict: 'velmar' })).toEqual(['signed']);
    expect(await articles('truce', { type: 'ceasefire', step: 'violated' })).toEqual([]);
    expect(await articles('truce', { source: 'Invented Reuters' })).toEqual(['signed']);
    expect(await events('markets OR truce')).toEqual(['e0', 'e1']);
    expect(await events('markets OR truce', { conflict: 'velmar' })).toEqual(['e0']);
    expect(await events('markets OR truce', { type: 'statement', year: 2020 })).toEqual(['e1']);
  });

  test('finds conflicts, actors and places by name, with how many events name them', async () => {
    expect(await scratch.store.search.names('velmar')).toEqual({
      conflicts: [{ id: 'velmar', name: 'Velmar war', parties: ['Norland', 'Sudland'] }],
      actors: [],
      places: [{ kind: 'place', name: 'Velmar', events: 1 }],
    });
    const { conflicts, actors } = await scratch.store.search.names('norland');
    expect([conflicts[0]?.id, actors[0]?.name]).toEqual(['velmar', 'Norland']);
  });

  test.each([
    '',
    '   ',
    '"',
    '((',
    "'; drop table articles; --",
    '\0',
    '& | !',
    '\uE000x\uE001',
    'x '.repeat(5_000),
  ])('takes %j without an error', async (query) => {
    expect([await articles(query), await events(query)]).toEqual([[], []]);
    expect(await scratch.store.search.names(query)).toEqual({ conflicts: [], actors: [], places: [] });
  });
});
