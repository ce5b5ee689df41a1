import { launchBrowser } from '@trucewatch/local/testing';
import { openStore, type Store } from '@trucewatch/store';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { signUp } from './sign-up.ts';
import { readArticles, type Stack, startStack, story } from './stack.ts';

let stack: Stack;
let browser: Browser;
let page: Page;
let store: Store;

/** As an earlier version read three of the articles: one event less, another time, another confidence. */
async function readEarlier(): Promise<void> {
  const { articles, extractions } = store;
  for (const [index, { id }] of readArticles(story).slice(0, 3).entries()) {
    const current = await extractions.current(id);
    const article = await articles.get(id);
    if (!current || !article) throw new Error(`The sample article ${id} was not read.`);
    const events = current.events.map((event) => ({ ...event, id: `earlier ${event.id}` }));
    const altered =
      index === 0
        ? events.slice(0, -1)
        : events.map((event) => (index === 1 ? { ...event, when: null } : { ...event, confidence: 0.1 }));
    const extractor = { name: 'trucewatch-rules', version: '0.0.1' };
    await extractions.save({ articleId: id, extractor, events: altered, warnings: [] });
  }
}

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  store = openStore({ url: stack.databaseUrl, onError: () => {} });
  await readEarlier();
  page = await (
    await browser.newContext({ baseURL: stack.origin, viewport: { width: 1440, height: 1000 } })
  ).newPage();
  page.setDefaultTimeout(10_000);
  await signUp(page, await stack.invitation('reviewer'), 'rita@example.org');
}, 90_000);
afterAll(async () => {
  await store?.close();
  await browser?.close();
  await stack?.stop();
});

describe('a reviewer who has articles read anew', () => {
  it('is told how many they are before the run starts, and sees it go to its end', async () => {
    await page.goto('/reextraction');
    await page.getByText('No run yet').waitFor();
    await page.getByLabel('Those that tell of a conflict').check();
    await page.getByRole('button', { name: 'Count them' }).click();
    await page.getByText('Choose a conflict.').waitFor();
    await page.getByLabel('All that were read').check();
    await page.getByRole('button', { name: 'Count them' }).click();
    await page.getByText('These are 12 articles.').waitFor();
    await page.getByRole('button', { name: 'Read 12 articles anew' }).click();
    await page.waitForURL('**/reextraction/*');
    // The page hears of the progress by itself.
    await page.getByText('Waits for a decision').waitFor({ timeout: 30_000 });
    await page.getByText('12 of 12 articles compared').waitFor();
  });

  it('sees what differs by field, each difference side by side, and what it would do to the status', async () => {
    const fields = page.getByRole('table', { name: /^Kinds of difference/ });
    expect(await fields.getByRole('row', { name: /^Events found only now 1 1/ }).count()).toBe(1);
    await fields.getByRole('link', { name: 'Confidence' }).click();
    await page.getByText('Only where this differs: Confidence').waitFor();
    const articles = page.getByRole('region', { name: /^Articles read otherwise/ }).getByRole('article');
    expect(await articles.count()).toBe(1);
    expect(await articles.first().textContent()).toContain('10%');
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect.poll(() => articles.count()).toBe(3);
    const effects = page.getByRole('region', { name: 'What it would do to the status' });
    expect(await effects.getByRole('heading', { level: 3 }).first().textContent()).toContain('Nagorno');
  });

  it('finds nothing that axe would mind, and no page wider than a phone', async () => {
    const at = new URL(page.url()).pathname;
    expect(await violations(page, at)).toEqual([]);
    expect(await violations(page, '/reextraction?kind=all')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [at, '/reextraction?kind=all']) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await page.goto(at);
  });

  it('refuses one article, accepts the rest on a phone, and what was accepted counts', async () => {
    await page
      .getByRole('button', { name: /^Refuse what differs in/ })
      .first()
      .click();
    await page.getByText('1 article is refused').waitFor();
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page.getByText('2 articles are accepted.').waitFor();
    await page.getByText('Accepted', { exact: true }).first().waitFor();
    const versions = await Promise.all(
      readArticles(story)
        .slice(0, 3)
        .map(async ({ id }) => (await store.extractions.current(id))?.extractor.version),
    );
    expect(versions.filter((version) => version === '0.0.1')).toHaveLength(1);
    await page.goto('/reextraction');
    await page.getByRole('link', { name: 'All articles' }).waitFor();
  });
});
