import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp } from './sign-up.ts';
import { pasted, readArticles, type Stack, type StoryArticle, startStack } from './stack.ts';

const article = readArticles(pasted)[0] as StoryArticle;
const email = 'ada@example.org';
let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  context = await browser.newContext({ baseURL: stack.origin });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function paste(): Promise<void> {
  await page.goto('/submit');
  await page.getByLabel('Headline').fill(article.title);
  await page.getByLabel('Text').fill(article.text);
  await page.getByLabel('Published at').fill(article.publishedAt);
  await page.getByLabel('Publisher').fill(article.source);
  await page.getByLabel('Address').fill(article.url);
  await page.getByRole('main').getByRole('button', { name: 'Submit' }).click();
  await page.waitForURL('**/submissions/*');
}

describe('an operator', () => {
  it('opens the one-time link, sets a password and can sign in with it; the link works once', async () => {
    const link = await stack.invitation();
    await signUp(page, link, email);
    await page.getByRole('button', { name: /^Sign out/ }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goto(link);
    expect(await page.getByRole('alert').textContent()).toContain('was used already');

    await page.goto('/submit');
    await page.waitForURL('**/sign-in?next=%2Fsubmit');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('not the password at all');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill('correct horse battery staple');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/submit');
  });

  it('is told what to do about a form that cannot be taken, and loses nothing typed', async () => {
    await page.goto('/submit');
    await page.getByLabel('Headline').fill('A headline');
    await page.getByLabel('Published at').fill('last Saturday');
    await page.getByRole('main').getByRole('button', { name: 'Submit' }).click();
    await page.locator('#text-error').waitFor();
    expect(await page.locator('#publishedAt-error').textContent()).toContain('2020-10-17');
    expect(await page.getByLabel('Headline').inputValue()).toBe('A headline');
  });

  it('is told of a text that is too long, whether the server reads it or not, and keeps it', async () => {
    // The server of these tests takes bodies up to 3 MB: the second text is not even read.
    for (const length of [2_000_002, 3_200_000]) {
      await page.goto('/submit');
      await page.getByLabel('Text').evaluate((area, count) => {
        if (area instanceof HTMLTextAreaElement) area.value = 'a '.repeat(count / 2);
      }, length);
      await page.getByRole('main').getByRole('button', { name: 'Submit' }).click();
      await page.locator('#text-error').waitFor();
      expect(await page.locator('#text-error').textContent()).toContain('split it into articles');
      expect((await page.getByLabel('Text').inputValue()).length).toBe(length);
    }
  });

  it('pastes an article and sees it processed, and every open page follows, without a reload', async () => {
    const conflict = await context.newPage();
    await conflict.goto('/conflicts/nagorno-karabakh');
    const compliance = conflict.getByRole('region', { name: 'Compliance' });
    const before = await compliance.textContent();
    await conflict.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));

    await paste();
    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    await page.getByRole('heading', { name: 'Events found' }).waitFor();
    expect(await page.locator('body[data-not-reloaded]').count()).toBe(1);

    await conflict.getByText('13 articles').waitFor();
    expect(await compliance.textContent()).not.toBe(before);
    expect(await conflict.getByText('Last report 11 Nov 2020, 16:15 UTC').count()).toBe(1);
    expect(await conflict.locator('body[data-not-reloaded]').count()).toBe(1);

    await conflict.locator('#events').getByRole('link', { name: 'Violation alleged' }).first().click();
    await conflict.waitForURL('**/events/*');
    const quote = await conflict.locator('blockquote').first().textContent();
    const marked = await conflict.locator('mark.selected').allTextContents();
    expect(article.text).toContain(quote);
    expect(marked.join('')).toContain(quote);
    await conflict.close();
  });

  it('is led to the first submission when the same text comes again', async () => {
    await paste();
    expect(await page.getByRole('main').textContent()).toContain('was here already');
    await page.goto('/submissions');
    expect(await page.getByRole('main').getByText(article.title).count()).toBe(1);
  });

  it('can do all of it without JavaScript', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    const tab = await plain.newPage();
    await tab.goto(`${stack.origin}/submit`);
    await tab.getByLabel('Text').fill('A short note that tells of no event.');
    await tab.getByRole('main').getByRole('button', { name: 'Submit' }).click();
    await tab.waitForURL('**/submissions/*');
    await expect
      .poll(async () => {
        await tab.reload();
        return tab.getByRole('heading', { name: 'Events found' }).count();
      })
      .toBe(1);
    await plain.close();
  });
});
