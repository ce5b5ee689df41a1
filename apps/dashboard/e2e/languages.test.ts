import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;
const conflict = '/conflicts/nagorno-karabakh';
const truce = `${conflict}/ceasefires/nagorno-karabakh%3A2020-10-10`;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function open(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: stack.origin, ...options });
  context.setDefaultTimeout(10_000);
  return context;
}

describe.each([true, false])('a reader (JavaScript: %s)', (javaScriptEnabled) => {
  it('switches to Arabic and back, and stays on the page', async () => {
    const context = await open({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(conflict);
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.locator('html[lang="ar"][dir="rtl"]').waitFor();
    expect(new URL(page.url()).pathname).toBe(conflict);
    expect(await page.getByRole('heading', { name: 'الحالة عبر الزمن' }).count()).toBe(1);
    // What articles say stays as they say it, from left to right.
    const quote = page.locator('main blockquote').first();
    expect(
      await quote.evaluate((one) => [one.getAttribute('lang'), getComputedStyle(one).direction]),
    ).toEqual(['en', 'ltr']);
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang="en"][dir="ltr"]').waitFor();
    await context.close();
  });

  it("sees times by the place's clocks, and by their own where the browser tells them", async () => {
    const context = await open({ javaScriptEnabled, timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    await page.goto(truce);
    const announced = page.locator('#life dd').first();
    const kept = page.locator('#reports figcaption time').first();
    expect(await kept.textContent()).toMatch(/UTC$/);
    const choose = async (zone: string) => {
      await page.locator('header summary').click();
      await page.getByRole('button', { name: zone, exact: true }).click();
      await page.waitForLoadState('load');
    };
    await choose('Local');
    await page.locator('#reports time', { hasText: 'UTC+4' }).first().waitFor();
    expect(await announced.textContent()).toContain('UTC+4');
    await choose('Mine');
    const zoned = javaScriptEnabled ? 'UTC+9' : 'UTC';
    await page.locator('#reports time', { hasText: zoned }).first().waitFor();
    expect((await kept.textContent())?.endsWith(zoned)).toBe(true);
    expect(await announced.textContent()).toContain(zoned);
    await context.close();
  });
});

it('meets no mismatch when a page in Arabic and in another zone comes alive', async () => {
  const context = await open({ timezoneId: 'Asia/Tokyo' });
  await context.addCookies(
    Object.entries({ language: 'ar', zone: 'mine', 'own-zone': 'Asia/Tokyo' }).map(([name, value]) => ({
      name,
      value,
      url: stack.origin,
    })),
  );
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  for (const path of ['/', conflict, truce]) {
    const served = await (await context.request.get(path)).text();
    await page.goto(path, { waitUntil: 'load' });
    const first = (await page.locator('main time').first().textContent()) ?? '';
    expect(first).toContain('UTC+9');
    expect(served).toContain(first);
  }
  expect(said).toEqual([]);
  await context.close();
});

it('takes the language from a link once, and leaves the address as it is cited', async () => {
  const context = await open({});
  const page = await context.newPage();
  await page.goto(`${conflict}?asKnownAt=2020-10-12T00:00Z&lang=ar`);
  expect(new URL(page.url()).search).toBe('?asKnownAt=2020-10-12T00%3A00Z');
  expect(await page.locator('html').getAttribute('lang')).toBe('ar');
  await page.goto('/method');
  expect(await page.locator('html').getAttribute('lang')).toBe('ar');
  await context.close();
});

it('has no page in Arabic in which axe finds a fault', async () => {
  const context = await open({});
  await context.addCookies([{ name: 'language', value: 'ar', url: stack.origin }]);
  const page = await context.newPage();
  const found = [];
  for (const path of ['/', conflict, truce, `${conflict}/claims`, '/search?q=truce', '/method', '/sign-in']) {
    found.push(...(await violations(page, path)));
  }
  expect(found).toEqual([]);
}, 120_000);
