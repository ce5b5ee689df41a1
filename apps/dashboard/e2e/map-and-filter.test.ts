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
  context = await browser.newContext({ baseURL: stack.origin });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const filter = (on = page) => on.getByRole('form', { name: 'Which events' });
const places = (on = page) => on.locator('#map svg a[data-mark]');
const listed = (on = page) => on.locator('#events ol > li');

/** How many events a choice of a field says that it leaves. */
async function choose(on: Page, field: string, choice: RegExp): Promise<number> {
  const select = filter(on).locator(`select[name="${field}"]`);
  const option = select.locator('option', { hasText: choice }).first();
  const words = (await option.textContent()) ?? '';
  await select.selectOption((await option.getAttribute('value')) ?? '');
  return Number(/\((\d+)\)/.exec(words)?.[1]);
}

describe.each([
  { size: 'a desktop', width: 1440, height: 900 },
  { size: 'a phone', width: 390, height: 844 },
])('on $size, without a script', ({ width, height }) => {
  it('somebody filters events by place and source, and the map and the downloads follow', async () => {
    const own = await browser.newContext({
      baseURL: stack.origin,
      javaScriptEnabled: false,
      viewport: { width, height },
    });
    const plain = await own.newPage();
    plain.setDefaultTimeout(5_000);
    await plain.goto(conflict);
    expect(await places(plain).count()).toBeGreaterThan(5);
    const left = await choose(plain, 'place', /^\s*Ganja/);
    await filter(plain).getByRole('button', { name: 'Show' }).click();
    expect(await listed(plain).count()).toBe(left);
    expect(await places(plain).count()).toBe(1);
    expect(await places(plain).first().getAttribute('aria-label')).toContain('Ganja');

    const source = await choose(plain, 'source', /^(?!\s*Any)/);
    await filter(plain).getByRole('button', { name: 'Show' }).click();
    expect(source).toBeGreaterThan(0);
    expect(await listed(plain).count()).toBe(source);
    const file = await plain.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href');
    const rows = (await (await fetch(stack.origin + file)).text()).trim().split('\r\n');
    expect(rows.length - 1).toBe(source);

    await plain.getByRole('link', { name: 'Show all' }).click();
    expect(await places(plain).count()).toBeGreaterThan(5);
    await own.close();
  });
});

describe('the map', () => {
  it('is zoomed, moved and read by keyboard, and a place leads to its events', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(conflict);
    await page.locator('#map').scrollIntoViewIfNeeded();
    await page.locator('#map').getByRole('button', { name: 'Zoom in' }).waitFor();
    await page.locator('#map a[data-mark][tabindex="0"]').focus();
    const name = () => page.locator(':focus').getAttribute('aria-label');
    const at = async () => (await page.locator(':focus [data-point]').boundingBox())?.x ?? 0;
    const first = await name();
    expect(await page.getByTestId('place').textContent()).toContain(first?.split(':')[0]);
    await page.keyboard.press('ArrowUp');
    expect(await name()).not.toBe(first);
    const shown = page.getByTestId('place').locator('blockquote');
    expect(await name()).toContain(((await shown.textContent()) ?? '').replace(/ …$/, ''));

    const before = await at();
    await page.keyboard.press('Shift+ArrowRight');
    const moved = await at();
    expect(moved).toBeLessThan(before);
    const bar = () => page.locator('#map svg .km').textContent();
    const [wide] = [await bar(), await page.keyboard.press('+'), await page.keyboard.press('+')];
    expect(Number.parseInt((await bar()) ?? '', 10)).toBeLessThan(Number.parseInt(wide ?? '', 10));
    await page.keyboard.press('0');
    expect(await bar()).toBe(wide);
    expect(await at()).toBeCloseTo(before, 0);

    await page.keyboard.press('Enter');
    await page.waitForURL('**place=*');
    await page.getByText('The map, the marks of the chart and the downloads show the same.').waitFor();
    expect(await places().count()).toBe(1);
  });

  it('says as a table what it draws, and counts what it cannot', async () => {
    await page.goto(conflict);
    await page.locator('#map').getByText('The same as a table').click();
    const rows = page.locator('#map tbody tr');
    expect(await rows.count()).toBe(await places().count());
    expect(await rows.first().getByRole('rowheader').textContent()).toContain('Karabakh');
    expect(await page.locator('#map').textContent()).toContain('no place that is known');
  });

  it('takes no atlas to the reader: one small drawing, which is kept', async () => {
    const response = await fetch(`${stack.origin}/map/nagorno-karabakh.svg`);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeLessThan(20_000);
  });
});

/** What needs a script comes when the reader does, and the browser may remember where the reader was. */
async function openChart(): Promise<void> {
  await page.goto(conflict);
  await page.locator('#status-over-time').scrollIntoViewIfNeeded();
}

describe('the status chart', () => {
  it('is narrowed by its strip, by keyboard and by buttons, and the events follow', async () => {
    await openChart();
    const start = page.getByRole('slider', { name: 'Start of the range' });
    await start.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await page.waitForURL('**from=*');
    await page.getByText('The map, the marks of the chart and the downloads show the same.').waitFor();
    const from = new URL(page.url()).searchParams.get('from') ?? '';
    expect(await filter().getByLabel('From (UTC)').inputValue()).toBe(from.slice(0, 16));

    // The address is enough to see the same.
    const value = await start.getAttribute('aria-valuetext');
    await page.reload();
    await start.waitFor();
    expect(await start.getAttribute('aria-valuetext')).toBe(value);

    const chart = page.getByRole('figure', { name: 'Status over time' });
    const marks = await chart.locator('[data-lane] [data-group]').count();
    await page.locator('#status-over-time').getByRole('button', { name: 'Whole story' }).click();
    await page.waitForURL((url) => !url.searchParams.has('from'));
    expect(await chart.locator('[data-lane] [data-group]').count()).toBeGreaterThanOrEqual(marks);
  });

  it('is zoomed around the mark that is read', async () => {
    await openChart();
    await page.getByRole('slider', { name: 'Start of the range' }).waitFor();
    await page.locator('#status-over-time [data-lane] a[data-group]').nth(5).focus();
    const focused = page.locator(':focus');
    const words = await focused.getAttribute('aria-label');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.waitForURL('**from=*');
    expect(await focused.getAttribute('aria-label')).toBe(words);
  });
});

describe('names in dispute', () => {
  it('are those that the reader chooses; quotes and downloads stay', async () => {
    const own = await browser.newContext({ baseURL: stack.origin, javaScriptEnabled: false });
    const plain = await own.newPage();
    plain.setDefaultTimeout(5_000);
    await plain.goto(conflict);
    const place = () => filter(plain).locator('option[value="place:stepanakert"]');
    const quotes = await plain.locator('#events blockquote').allTextContents();
    expect(await place().textContent()).toContain('Stepanakert');
    await plain.getByRole('link', { name: 'Choose other names' }).click();
    await plain.getByRole('radio', { name: /As used by: Azerbaijan/ }).check();
    await plain.getByRole('button', { name: 'Show these names' }).click();
    await plain.waitForURL(`**${conflict}`);
    expect(await place().textContent()).toContain('Khankendi');
    expect(
      await places(plain).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/^Khankendi:/)]));
    expect(await plain.locator('#events blockquote').allTextContents()).toEqual(quotes);
    expect(await (await own.request.get(`${conflict}/events.csv?place=place:stepanakert`)).text()).toContain(
      ',Stepanakert,place:stepanakert,',
    );
    await own.close();
  });
});

describe('casualties', () => {
  it('are ranges by who claims them, tolls apart from incidents, each with its source', async () => {
    await page.goto(conflict);
    await page.getByRole('link', { name: 'Casualties claimed' }).click();
    await page.waitForURL('**/casualties');
    const tolls = page.locator('#tolls').getByRole('table');
    expect(await tolls.count()).toBeGreaterThan(1);
    expect(await page.locator('#incidents li').count()).toBeGreaterThan(5);
    await tolls.first().getByRole('link').first().click();
    await page.waitForURL('**/events/*');
  });
});

it('has no page of these in which axe finds a fault', async () => {
  const own = await browser.newContext({ baseURL: stack.origin });
  const tab = await own.newPage();
  const found = [];
  for (const path of [`${conflict}?source=nobody`, `${conflict}/casualties`, '/names']) {
    found.push(...(await violations(tab, path)));
  }
  await own.close();
  expect(found).toEqual([]);
}, 60_000);
