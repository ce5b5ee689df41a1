import { testDatabase } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractionOfSentences, scratchStore, submission } from './scratch-store.ts';

let scratch: Awaited<ReturnType<typeof scratchStore>>;
beforeAll(async () => {
  scratch = await scratchStore(await testDatabase());
  const { articles, extractions } = scratch.store;
  const text = 'Both delegations signed the truce. Markets reopened.';
  await articles.accept(
    submission(text, { id: 'signed', title: 'Truce signed', source: 'Invented Herald' }),
    'cli',
  );
  await articles.accept(submission('A village mentions the truce once.', { id: 'mention' }), 'cli');
  await extractions.save(extractionOfSentences('signed', text));
});
afterAll(() => scratch.drop());

const found = async (query: string) =>
  (await scratch.store.search(query)).articles.map((article) => article.id);

describe('search', () => {
  test('finds articles by any form of a word, a title before a mention', async () => {
    expect(await found('truces')).toEqual(['signed', 'mention']);
  });

  test('finds events by their evidence', async () => {
    const { events } = await scratch.store.search('delegations');
    expect(events).toMatchObject([
      { articleId: 'signed', eventId: 'e0', quotes: 'Both delegations signed the truce.' },
    ]);
  });

  test('knows phrases and exclusions', async () => {
    expect(await found('"signed the truce"')).toEqual(['signed']);
    expect(await found('truce -village')).toEqual(['signed']);
  });

  test.each(['', '   ', '"', '((', "'; drop table articles; --", '\0', '& | !'])(
    'takes %j without an error',
    async (query) => {
      expect(await found(query)).toEqual([]);
    },
  );
});
