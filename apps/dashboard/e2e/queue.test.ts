import { createHash } from 'node:crypto';
import { launchBrowser } from '@trucewatch/local/testing';
import { openStore } from '@trucewatch/store';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { signUp } from './sign-up.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: false }), launchBrowser()]);
  page = await (await browser.newContext({ baseURL: stack.origin })).newPage();
  page.setDefaultTimeout(10_000);
  await signUp(page, await stack.invitation(), 'queue@example.org');
  const store = openStore({ url: stack.databaseUrl, onError: () => {} });
  for (const number of [1, 2, 3]) {
    const text = `The two sides met for the ${number}. time in the border town.`;
    const fingerprint = createHash('sha256').update(text).digest('hex');
    const { id } = await store.articles.accept({ text, title: `Meeting ${number}`, fingerprint }, 'test');
    await store.articles.fail(id, `It took longer than ${number}0 s.`);
  }
  await store.close();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('an operator who watches the queue', () => {
  it('sees failures as one group, edits one, sets one aside, and tries the rest again', async () => {
    await page.goto('/queue');
    await page.getByRole('heading', { name: 'Failures 3' }).waitFor();
    await page.getByRole('link', { name: '3 articles' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Meeting 2' })
      .getByRole('link', { name: 'Edit' })
      .click();
    await page
      .getByLabel('Text')
      .fill('The two sides met on Monday in the border town and agreed on nothing.');
    await page.getByRole('button', { name: 'Save and try again' }).click();
    await page.waitForURL('**/submissions/*');
    await page.goto('/queue/failures');
    const third = page.getByRole('listitem').filter({ hasText: 'Meeting 3' });
    await third.getByRole('button', { name: 'Set aside' }).click();
    await page.getByText('1 article is set aside.').waitFor();
    await page.goto('/queue');
    await page.getByRole('button', { name: 'Try everything again' }).click();
    await page.getByText('1 article is tried again.').waitFor();
    await page.getByRole('link', { name: '1 article set aside' }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByText('1 article is back among those that failed.').waitFor();
  });

  it('pauses the queue, is told so, and lets it go on', async () => {
    await page.goto('/queue');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('The queue is paused: articles are kept').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('The queue goes on.').waitFor();
    expect(await page.getByText('The queue is paused: articles are kept').count()).toBe(0);
  });

  it('sees the worker that runs, and nothing that axe would mind, on a phone as well', async () => {
    await page.goto('/queue');
    await page.getByRole('cell', { name: /^running/ }).waitFor();
    expect(await violations(page, '/queue')).toEqual([]);
    expect(await violations(page, '/queue/failures')).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/queue');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
