import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Stack, startStack } from './stack.ts';

const conflict = '/conflicts/nagorno-karabakh';
let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  // All of it must do without a script: a context that has one would prove less.
  context = await browser.newContext({ baseURL: stack.origin, javaScriptEnabled: false });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const main = () => page.getByRole('main');

describe('somebody who compares two instants', () => {
  it('comes from the conflict as known then, and reads which article changed what, with its sentence', async () => {
    await page.goto(`${conflict}?asKnownAt=2020-10-18T23:59Z`);
    await page.getByRole('link', { name: 'Compare two instants' }).click();
    expect(await page.getByLabel('Later (UTC)').inputValue()).toBe('2020-10-18T23:59');
    expect(await page.getByLabel('Earlier (UTC)').inputValue()).toBe('2020-10-17T23:59');
    expect(await page.getByTestId('summary').textContent()).toContain('1 article brought');
    expect(await page.locator('#ceasefires').textContent()).toContain('Truce of 17 Oct 2020');

    const link = page.locator('#status figure a').first();
    const quote = (await page.locator('#status blockquote').first().textContent()) ?? '';
    await link.click();
    expect(await page.locator('blockquote').first().textContent()).toContain(quote.replace(/ …$/, ''));
  });

  it('goes from day to day, and over the days without articles', async () => {
    await page.goto(`${conflict}/compare?a=2020-10-17&b=2020-10-18`);
    await page.getByRole('link', { name: 'Next day, 19 Oct 2020' }).click();
    expect(await page.getByTestId('summary').textContent()).toContain('Nothing changed');
    expect(new URL(page.url()).search).toBe('?a=2020-10-18&b=2020-10-19');
    await page.getByRole('link', { name: 'Next day with articles' }).click();
    expect(await page.getByTestId('summary').textContent()).toContain('1 article brought');
  });

  it('chooses two instants in any order, and is told of one that is none', async () => {
    await page.goto(`${conflict}/compare`);
    await page.getByLabel('Earlier (UTC)').fill('2020-11-01T00:00');
    await page.getByLabel('Later (UTC)').fill('2020-09-01T00:00');
    await page.getByRole('button', { name: 'Compare' }).click();
    const earlier = page.getByRole('region', { name: 'As known at the earlier instant' });
    expect(await earlier.textContent()).toContain('No article published by then');
    expect(await page.getByTestId('summary').textContent()).toContain('10 articles brought');
    expect((await page.goto(`${conflict}/compare?a=yesterday`))?.status()).toBe(400);
    expect((await page.goto('/conflicts/no-such-war/compare'))?.status()).toBe(404);
  });
});

describe('somebody who searches', () => {
  it('finds articles and events from any page, narrows what was found, and takes it back', async () => {
    await page.goto(conflict);
    await page.getByRole('banner').getByLabel('Search').fill('truce armenia');
    await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
    expect(await main().locator('mark').first().textContent()).toMatch(/truce|armenia/i);
    await page.getByRole('link', { name: /^Events/ }).click();
    const all = await page.locator('ol > li').count();
    await page
      .getByRole('link', { name: /^Ceasefire agreed/ })
      .first()
      .click();
    const titles = await page.locator('ol > li h3').allTextContents();
    expect(new Set(titles)).toEqual(new Set(['Ceasefire agreed']));
    expect(await page.locator('ol > li').count()).toBeLessThan(all);
    await page
      .getByRole('link', { name: /take this away/ })
      .last()
      .click();
    expect(await page.locator('ol > li').count()).toBe(all);
    await page.locator('ol > li').first().getByRole('heading').getByRole('link').click();
    await page.waitForURL('**/events/*');
  });

  it('finds a conflict and a place by name, and the events there', async () => {
    await page.goto('/search?q=karabakh');
    const names = page.getByRole('navigation', { name: 'Conflicts, actors and places' });
    expect(await names.getByRole('link', { name: /^Conflict/ }).getAttribute('href')).toBe(conflict);
    await page.goto('/search?q=ganja');
    await names.getByRole('link', { name: /Place Ganja/ }).click();
    expect(await page.locator('ol > li').count()).toBeGreaterThan(0);
    expect(await main().textContent()).toContain('Ganja');
  });

  it('goes from page to page', async () => {
    await page.goto('/search?q=karabakh+OR+armenia+OR+azerbaijan&in=events');
    const first = await page.locator('ol > li h3 a').first().getAttribute('href');
    await page.getByRole('link', { name: 'Next page' }).click();
    expect(await main().textContent()).toContain('Page 2 of');
    expect(await page.locator('ol > li h3 a').first().getAttribute('href')).not.toBe(first);
  });

  it('is told when nothing is found or too much is asked, and gets no markup back', async () => {
    await page.goto('/search?q=%3Cb%3Ezeppelin%3C%2Fb%3E&year=2020');
    expect(await main().textContent()).toContain('Nothing found');
    expect(await main().locator('b').count()).toBe(0);
    expect(await page.getByLabel('Search for').inputValue()).toBe('<b>zeppelin</b>');
    await page.goto(`/search?q=${'truce+'.repeat(60)}`);
    expect(await main().textContent()).toContain('longer than 200 characters');
  });
});

describe('somebody who comes back to the overview', () => {
  it('narrows it by both axes and by name', async () => {
    await page.goto('/');
    await page.getByLabel('Formal status').selectOption('in_effect');
    await page.getByLabel('Name or party').fill('armen');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await main().getByRole('article').count()).toBe(1);
    await page.getByLabel('Name or party').fill('no such war');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await main().textContent()).toContain('No conflict is like that now');
    await page.getByRole('link', { name: 'Show all' }).first().click();
    expect(await main().getByRole('article').count()).toBe(1);
  });

  it('sees what is new since the last visit, and nothing of the kind on the first', async () => {
    const cookie = async (value: string) => context.addCookies([{ name: 'visit', value, url: stack.origin }]);
    await context.clearCookies();
    await page.goto('/');
    expect(await page.getByTestId('since').count()).toBe(0);
    await cookie(`0.${Date.now() - 3 * 3_600_000}`);
    await page.goto('/');
    expect(await page.getByTestId('since').textContent()).toContain('12 articles');
    await page.getByRole('link', { name: 'Show only these' }).click();
    expect(await main().getByRole('article').textContent()).toContain(
      'New since your last visit: 12 articles',
    );
    const kept = (await context.cookies()).find(({ name }) => name === 'visit');
    expect([kept?.httpOnly, kept?.sameSite]).toEqual([true, 'Lax']);
  });
});

it('has no page of these in which axe finds a fault', async () => {
  const own = await browser.newContext({ baseURL: stack.origin });
  await own.addCookies([{ name: 'visit', value: `0.${Date.now() - 3 * 3_600_000}`, url: stack.origin }]);
  const tab = await own.newPage();
  const found = [];
  for (const path of [
    '/',
    '/?formal=expired',
    `${conflict}/compare?a=2020-10-09&b=2020-10-18`,
    `${conflict}/compare?a=2020-11-20&b=2020-11-21`,
    '/search',
    '/search?q=ganja',
    '/search?q=truce&in=events&type=ceasefire:agreed',
    '/search?q=zeppelin',
    `/search?q=${'a'.repeat(201)}`,
  ]) {
    found.push(...(await violations(tab, path)));
  }
  await own.close();
  expect(found).toEqual([]);
}, 60_000);
