import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileArticles } from './hostile-articles.ts';
import { signUp } from './sign-up.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;
let page: Page;
const ids = new Map<string, string>();
const alarms: string[] = [];

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: false }), launchBrowser()]);
  page = await (await browser.newContext({ baseURL: stack.origin })).newPage();
  page.setDefaultTimeout(10_000);
  page.on('dialog', (dialog) => {
    alarms.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(`an error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(stack.origin) && !request.url().startsWith('data:'))
      alarms.push(`a request to ${request.url().slice(0, 80)}`);
  });
  await signUp(page, await stack.invitation('reviewer'), 'guard@example.org');
  const articles = hostileArticles.map(({ name, ...article }, index) => {
    ids.set(name, `hostile-${index}`);
    return { id: `hostile-${index}`, ...article, publishedAt: '2026-03-02T10:00:00Z' };
  });
  await stack.submit(articles);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Nothing ran, nothing of the article became part of the page, and nothing is wider than the screen. */
async function unharmed(path: string): Promise<void> {
  await page.goto(path);
  const seen = await page.evaluate(() => ({
    harmed: 'harmed' in window,
    strangers: document.querySelectorAll(
      'main :is(script, iframe, style, img, animate, b), main [onerror], main [onbegin]',
    ).length,
    codeLinks: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(
      ({ href }) => !/^https?:/.test(href),
    ).length,
    width: document.documentElement.scrollWidth,
    /** What sticks out, for whoever has to mend it. */
    wide: [...document.querySelectorAll('main *')]
      .filter(
        (one) =>
          one.getBoundingClientRect().right > innerWidth + 1 &&
          !one.closest('section[tabindex], pre, nav, svg'),
      )
      .slice(0, 3)
      .map((one) => one.outerHTML.slice(0, 120)),
    heading: document.querySelectorAll('h1').length,
  }));
  const { width, wide, ...rest } = seen;
  expect({ path, ...rest, wide: width <= 390 ? [] : wide }).toEqual({
    path,
    harmed: false,
    strangers: 0,
    codeLinks: 0,
    wide: [],
    heading: 1,
  });
}

it.each(hostileArticles)(
  'an article with $name is shown as words and does nothing',
  async ({ name, title }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const id = encodeURIComponent(ids.get(name) ?? '');
    await unharmed(`/articles/${id}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title.trim().slice(0, 8));
    const event = await page
      .locator(`a[href*="/articles/${id}/events/"]`)
      .first()
      .getAttribute('href')
      .catch(() => null);
    if (event) await unharmed(event);
    await unharmed(`/submissions/${id}`);
    expect(alarms).toEqual([]);
  },
);

it('lists, reviews, sources and searches that hold them are unharmed as well', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  const queries = ['<script>alert(1)</script>', '\u202eGoma', "' or 1=1 --", '%00'];
  const searches = queries.map((query) => `/search?q=${encodeURIComponent(query)}`);
  for (const path of ['/', '/submissions', '/review', '/sources', '/search?q=Goma', ...searches])
    await unharmed(path);
  expect(alarms).toEqual([]);
});
