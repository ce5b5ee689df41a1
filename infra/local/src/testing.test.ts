import pg from 'pg';
import { expect, it } from 'vitest';
import { launchBrowser, testDatabase, testRedisUrl } from './testing.ts';

it('gives every caller a database of its own and drops it with those still connected', async () => {
  const [one, two] = [await testDatabase(), await testDatabase()];
  const client = new pg.Client({ connectionString: one.url });
  const cut = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  await client.query('create table only_here (id int)');
  const other = new pg.Client({ connectionString: two.url });
  await other.connect();
  await expect(other.query('select * from only_here')).rejects.toThrow(/does not exist/);
  await other.end();
  await Promise.all([one.drop(), two.drop(), cut]);
});

it.skipIf(testRedisUrl() === null)('has a Redis', () => {
  expect(testRedisUrl()).toMatch(/^rediss?:\/\//);
});

it('launches a browser that draws a page', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<h1>Truce</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Truce');
  } finally {
    await browser.close();
  }
});
