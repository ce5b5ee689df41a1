import { testDatabase } from '@trucewatch/local/testing';
import { sharedText } from '@trucewatch/status';
import { openStore } from '@trucewatch/store';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { signArticles } from './sign-articles.ts';

test('what was extracted before copies were looked for is told apart from copies afterwards', async () => {
  const database = await testDatabase();
  const store = openStore({ url: database.url, onError: () => {} });
  onTestFinished(async () => {
    await store.close();
    await database.drop();
  });
  await store.migrate();
  const text =
    'Both sides said on Monday that the guns had been silent along the whole of the line since dawn.';
  for (const [index, fingerprint] of ['0', '1'].entries()) {
    const article = {
      text: `${text}${index === 0 ? '' : ' Nobody was hurt.'}`,
      fingerprint: fingerprint.repeat(64),
    };
    const { id } = await store.articles.accept(article, 'cli');
    const extractor = { name: 'test', version: '1' };
    await store.extractions.save({ articleId: id, extractor, events: [], warnings: [] });
  }
  await signArticles(store, pino({ level: 'silent' }), new AbortController().signal);
  const signatures: string[] = [];
  for await (const { article } of store.extractions.reports()) signatures.push(article.signature ?? '');
  const [one = '', other = ''] = signatures;
  expect(sharedText(one, other)).toBeGreaterThan(0.6);
  expect(await store.articles.unsigned(1)).toEqual([]);
});
