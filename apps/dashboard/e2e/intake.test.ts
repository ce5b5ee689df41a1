import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { signUp } from './sign-up.ts';
import { type Stack, startStack } from './stack.ts';

const sentence = (place: string) =>
  `Azerbaijan accused Armenia of shelling the town of Tartar on Saturday, killing two civilians, officials in ${place} said. `;
const html = (
  place: string,
) => `<!doctype html><html lang="en"><head><meta property="og:site_name" content="Invented Courier">
  <meta property="article:published_time" content="2020-10-17T19:00:00Z"></head><body><nav><a href="/">Home</a></nav>
  <article><h1>Shelling reported in ${place}</h1><p>${sentence(place)}${sentence(place)}</p><p>Both sides had agreed on a humanitarian ceasefire a week before, which neither kept for long.</p></article></body></html>`;

let site: Server;
let origin: string;
let stack: Stack;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = createServer(({ url = '' }, response) => {
    if (url === '/feed')
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Invented Courier feed</title><item><title>Third report</title><link>${origin}/third</link></item></channel></rss>`,
        );
    else if (url === '/second' || url === '/third')
      response.writeHead(200, { 'content-type': 'text/html' }).end(html(url.slice(1)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  [stack, browser] = await Promise.all([startStack({ sample: false, fetchAlso: host }), launchBrowser()]);
  const context = await browser.newContext({ baseURL: stack.origin });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await signUp(page, await stack.invitation(), 'ada@example.org');
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  site.closeAllConnections();
  site.close();
});

const main = () => page.getByRole('main');

describe('an operator', () => {
  it('hands in an address and follows it to the article and its stages', async () => {
    await page.goto('/submit');
    await page.getByRole('link', { name: 'Give an address' }).click();
    await page.waitForURL('**/submit/address');
    await page.getByLabel('Address of the article').fill('news.example');
    await main().getByRole('button', { name: 'Fetch and read it' }).click();
    expect(await page.locator('#address-error').textContent()).toContain('https://');
    await page.getByLabel('Address of the article').fill(`${origin}/second?utm_source=x`);
    await main().getByRole('button', { name: 'Fetch and read it' }).click();
    await page.waitForURL('**/submissions/intakes/*');
    await main().getByRole('link', { name: 'Open the article' }).click();
    await page.getByRole('heading', { name: 'Shelling reported in second' }).waitFor();
    await page.getByRole('heading', { name: 'Events found' }).waitFor();
    const stages = page.getByRole('list', { name: 'Progress' });
    await stages.filter({ hasNotText: 'not yet' }).waitFor();
    expect(await stages.locator('time').count()).toBe(4);
    expect(await main().textContent()).toContain('Invented Courier');
  });

  it('is told why an address is refused', async () => {
    await page.goto('/submit/address');
    await page.getByLabel('Address of the article').fill('http://169.254.169.254/latest/meta-data');
    await main().getByRole('button', { name: 'Fetch and read it' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('no public address');
  });

  it('sends a file, sees its report before anything counts, and takes it in', async () => {
    const lines = [
      { title: 'From a file', text: sentence('file'), publishedAt: '2020-10-17' },
      { title: 'No text' },
      { text: sentence('file') },
    ];
    await page.goto('/submit/files');
    await main().getByRole('button', { name: 'Send and look' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('at least one file');
    const buffer = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
    await page
      .getByLabel('Files')
      .setInputFiles({ name: 'week.jsonl', mimeType: 'application/json', buffer });
    await main().getByRole('button', { name: 'Send and look' }).click();
    await page.waitForURL('**/submissions/intakes/*');
    await main().getByText('Look at the report').waitFor();
    const rows = await page.getByRole('row').allTextContents();
    expect(rows.slice(1).map((row) => /Ready|Duplicate|Refused/.exec(row)?.[0])).toEqual([
      'Ready',
      'Refused',
      'Duplicate',
    ]);
    expect(rows[2]).toContain('name the field “text”');
    await main().getByRole('button', { name: 'Take in 1 articles' }).click();
    await main().getByText('Taken in').first().waitFor();
    await main().getByRole('link', { name: 'From a file' }).click();
    await page.getByRole('heading', { name: 'From a file' }).waitFor();
    await page.goto('/submissions?search=from+a+FILE');
    expect(await main().getByRole('link', { name: 'From a file' }).count()).toBe(1);
    expect(await main().textContent()).toContain('file, Ada Example');
  });

  it('adds a feed, sees it read and its article come in, pauses it and takes it off', async () => {
    await page.goto('/feeds');
    await page.getByLabel('Address of the feed').fill(`${origin}/feed`);
    await main().getByRole('button', { name: 'Add' }).click();
    await page.getByRole('heading', { name: 'Invented Courier feed' }).waitFor();
    await main().getByText('Fine').waitFor();
    await page.goto('/submissions');
    await main().getByRole('link', { name: 'Shelling reported in third' }).waitFor();
    await page.goto('/feeds');
    await main().getByRole('button', { name: 'Pause' }).click();
    await main().getByText('Paused').waitFor();
  });

  it('finds nothing in the way on any of these pages', async () => {
    await page.goto('/submissions/intakes');
    const report = await main().getByRole('link', { name: 'week.jsonl' }).getAttribute('href');
    for (const path of [
      '/submit/address',
      '/submit/files',
      '/submissions',
      '/submissions/intakes',
      report ?? '',
      '/feeds',
    ]) {
      expect(await violations(page, path)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    await main().getByRole('button', { name: 'Take off the list' }).click();
    await main().getByText('No feed yet').waitFor();
  });
});
