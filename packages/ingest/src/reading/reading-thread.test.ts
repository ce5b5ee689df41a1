import { afterAll, expect, test } from 'vitest';
import { openReadingThread } from './open-reading-thread.ts';

const thread = openReadingThread({ seconds: 1 });
afterAll(() => thread.close());

const article = `<html><body><article><p>${'Both armies said that the guns had fallen silent along the river at midnight. '.repeat(5)}</p></article></body></html>`;

test('reads pages, is ended by one that takes too long, and reads on', async () => {
  expect((await thread.page(Buffer.from(article))).text).toContain('silent');
  const deep = Buffer.from('<b><table>'.repeat(100_000));
  await expect(thread.page(deep)).rejects.toMatchObject({ name: 'Unreadable' });
  expect((await thread.page(Buffer.from(article))).text).toContain('silent');
});

test('what it cannot read it says', async () => {
  await expect(thread.feed(Buffer.from('no feed'))).rejects.toMatchObject({ name: 'Unreadable' });
  await expect(thread.page(Buffer.from('<p>Hi</p>'))).rejects.toMatchObject({ name: 'Unreadable' });
});
