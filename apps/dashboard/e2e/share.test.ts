import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let elsewhere: { origin: string; server: Server };
const conflict = '/conflicts/nagorno-karabakh';
const truce = `${conflict}/ceasefires/nagorno-karabakh%3A2020-10-10`;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  context = await browser.newContext({ baseURL: stack.origin });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stack.origin });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  elsewhere = await otherSite();
});
afterAll(async () => {
  elsewhere?.server.close();
  await browser?.close();
  await stack?.stop();
});

/** A site of somebody else, which shows the conflict's frame and badge and tries to show its page. */
async function otherSite() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Elsewhere</title>
      <iframe name="frame" src="${stack.origin}/embed${conflict}" width="600" height="360"></iframe>
      <iframe name="page" src="${stack.origin}${conflict}" width="600" height="360"></iframe>
      <img alt="badge" src="${stack.origin}${conflict}/badge.svg"><img alt="chart" src="${stack.origin}${conflict}/chart.svg">`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port.');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}

async function someEvent(): Promise<string> {
  await page.goto(conflict);
  return (await page.locator('#events h3 a').first().getAttribute('href')) ?? '';
}

it('copies a citation, and whoever follows it sees the page as it was known', async () => {
  await page.goto(`${truce}?asKnownAt=2020-10-12T00:00Z`);
  await page.getByRole('button', { name: 'Copy the citation' }).click();
  await page.getByText('Copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(
    'Truce of 10 Oct 2020, Nagorno-Karabakh. Trucewatch, as known at 2020-10-12 00:00 UTC',
  );
  await page.goto(/https?:\S+$/.exec(copied)?.[0] ?? '/');
  expect(await page.getByText('You see what was known at').textContent()).toContain('12 Oct 2020, 00:00 UTC');
});

it('gives citations as files on the pages of a conflict, a ceasefire, an event and an article', async () => {
  const event = await someEvent();
  for (const path of [conflict, truce, event, event.split('/events/')[0] ?? '']) {
    await page.goto(path);
    for (const name of ['BibTeX', 'RIS', 'CSL-JSON']) {
      const href = await page.locator('#cite').getByRole('link', { name, exact: true }).getAttribute('href');
      const file = await fetch(`${stack.origin}${href}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toContain('attachment');
      expect(await file.text()).toContain(decodeURI(stack.origin));
    }
  }
  expect((await fetch(`${stack.origin}${conflict}/citation.doc`)).status).toBe(404);
});

it('is shown in a frame and as pictures on another site, while its pages are not', async () => {
  const other = await browser.newPage();
  await other.goto(elsewhere.origin, { waitUntil: 'load' });
  const frame = other.frameLocator('iframe[name="frame"]');
  expect(await frame.getByRole('heading', { name: 'Nagorno-Karabakh' }).count()).toBe(1);
  expect(await frame.getByText('In effect', { exact: true }).count()).toBe(1);
  const link = frame.getByRole('link', { name: /Trucewatch/ });
  expect(await link.getAttribute('href')).toBe(`${stack.origin}${conflict}`);
  expect(await other.frameLocator('iframe[name="page"]').getByText('Nagorno-Karabakh').count()).toBe(0);
  for (const alt of ['badge', 'chart']) {
    const picture = other.getByAltText(alt);
    expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(100);
  }
  expect(await other.context().cookies(stack.origin)).toEqual([]);
  await other.close();
});

it('goes back to what was known of an event, and says so when its article was not out', async () => {
  const event = await someEvent();
  await page.goto(event);
  await page.getByLabel('As known at (UTC)').fill('2020-12-01T00:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('You see what was known at').waitFor();
  expect(await page.getByTestId('citation').textContent()).toContain('asKnownAt=2020-12-01T00:00Z');
  await page.goto(`${event}?asKnownAt=2020-09-01`);
  await page.getByRole('heading', { name: 'Not known then' }).waitFor();
  expect(await page.locator('blockquote').count()).toBe(0);
  await page.getByRole('link', { name: 'Show what is known now' }).click();
  await page.waitForURL(`**${event}`);
});

it('offers feeds and calendars where readers look for them, and they are what they say', async () => {
  for (const [path, feeds] of [
    ['/', ['/feed.atom']],
    [conflict, [`${conflict}/feed.atom`, `${conflict}/calendar.ics`, '/feed.atom']],
  ] as const) {
    await page.goto(path);
    const offered = page.locator('head link[rel="alternate"]');
    expect(await offered.evaluateAll((links) => links.map((one) => one.getAttribute('href')))).toEqual(feeds);
  }
  for (const path of ['/feed.atom', `${conflict}/feed.atom`]) {
    const xml = await (await fetch(`${stack.origin}${path}`)).text();
    const read = await page.evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, 'application/xml');
      return [
        feed.documentElement.localName,
        feed.querySelectorAll('entry').length,
        feed.querySelectorAll('parsererror').length,
      ];
    }, xml);
    expect(read).toEqual(['feed', expect.any(Number), 0]);
    expect(read[1]).toBeGreaterThan(5);
  }
  for (const path of ['/calendar.ics', `${conflict}/calendar.ics`]) {
    const calendar = await (await fetch(`${stack.origin}${path}`)).text();
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).toContain('DTSTART:20201109T210000Z');
  }
});

it('answers who has a file already with nothing but that', async () => {
  const first = await fetch(`${stack.origin}${conflict}/chart.svg?theme=dark`);
  const again = await fetch(`${stack.origin}${conflict}/chart.svg?theme=dark`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);
});

it('has a preview picture, a description and one address to be listed under on every page', async () => {
  const event = await someEvent();
  for (const path of [
    '/',
    conflict,
    `${truce}?asKnownAt=2020-10-12`,
    event,
    event.split('/events/')[0] ?? '',
    '/method',
  ]) {
    await page.goto(path);
    const meta = (name: string) => page.locator(`head meta[property="${name}"]`).getAttribute('content');
    const [image, title] = [await meta('og:image'), await meta('og:title')];
    expect(title).not.toBe('');
    const canonical = await page.locator('head link[rel="canonical"]').getAttribute('href');
    expect(canonical).toBe(`${stack.origin}${path.split('?')[0]}`);
    const picture = await fetch(image ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

it('lists its pages for search engines, and all of them are there', async () => {
  const robots = await (await fetch(`${stack.origin}/robots.txt`)).text();
  const addresses = (text: string) =>
    [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
  const index = await (await fetch(/Sitemap: (\S+)/.exec(robots)?.[1] ?? '')).text();
  const maps = await Promise.all(addresses(index).map(async (one) => (await fetch(one)).text()));
  const listed = maps.flatMap(addresses);
  expect(listed.length).toBeGreaterThan(15);
  for (const address of listed) expect([address, (await fetch(address)).status]).toEqual([address, 200]);
});

it('reads what a publisher told, from an article and from the list', async () => {
  const event = await someEvent();
  await page.goto(event.split('/events/')[0] ?? '');
  const link = page.locator('main article a[href^="/sources/"]');
  const name = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  const counts = await page.locator('#counts dl dd.order-first').allTextContents();
  const [articles = 0, events = 0, told = 0] = counts.map(Number);
  expect(articles).toBeGreaterThan(0);
  expect(events).toBeGreaterThanOrEqual(told);
  expect(await page.locator('#conflicts').getByRole('link', { name: 'Nagorno-Karabakh' }).count()).toBe(1);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sources' }).click();
  await page.waitForURL('**/sources');
  expect(await page.getByRole('rowheader').count()).toBeGreaterThan(3);
  await page.getByLabel('Find a source').fill(name);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL('**/sources?q=*');
  expect(await page.getByRole('rowheader').allTextContents()).toEqual([name]);
  expect((await page.goto('/sources/no-such-paper'))?.status()).toBe(404);
});

it('has frames and pages of sources in which axe finds no fault', async () => {
  const tab = await context.newPage();
  await tab.goto('/sources');
  const source = (await tab.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? '';
  const found = [];
  for (const path of [`/embed${conflict}`, '/sources', source]) found.push(...(await violations(tab, path)));
  await tab.close();
  expect(found).toEqual([]);
}, 60_000);
