import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { signUp } from './sign-up.ts';
import { readArticles, type Stack, startStack, story } from './stack.ts';

let stack: Stack;
let browser: Browser;
let page: Page;
const storyArticles = readArticles(story);
const conflict = '/conflicts/nagorno-karabakh';
const claims = `${conflict}/claims`;
const truce = `${conflict}/ceasefires/nagorno-karabakh%3A2020-10-10`;
const method = ['/method', '/method/parser'];

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  page = await browser.newPage({ baseURL: stack.origin });
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** The first event of the conflict's list, and the article that tells it. */
async function someEvent(): Promise<{ event: string; article: string }> {
  await page.goto(conflict);
  const event = (await page.locator('#events h3 a').first().getAttribute('href')) ?? '';
  return { event, article: event.split('/events/')[0] ?? '' };
}

describe('somebody who is not signed in', () => {
  it('reads from the overview down to the sentence in the article', async () => {
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Nagorno-Karabakh' }).click();
    await page.waitForURL(`**${conflict}`);
    await page.locator('#events h3 a').first().click();
    await page.waitForURL('**/events/*');
    const quote = (await page.locator('blockquote').first().textContent()) ?? '';
    await page.getByRole('link', { name: 'The whole article' }).click();
    await page.waitForURL('**/articles/*');
    expect((await page.locator('mark.selected').allTextContents()).join('')).toContain(quote);
  });

  it('reads every article in exactly its own words, marks or not', async () => {
    for (const { id, text } of storyArticles) {
      await page.goto(`/articles/${id}`);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('main article .quote p')].map((paragraph) => {
          for (const number of paragraph.querySelectorAll('sup')) number.remove();
          return paragraph.textContent;
        }),
      );
      expect(shown).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
    }
  });

  it('cannot hand anything in, by page or by request', async () => {
    await page.goto('/submit');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    const form = new URLSearchParams({ text: 'The truce held.' });
    const post = (path: string, origin: string) =>
      fetch(`${stack.origin}${path}`, {
        method: 'POST',
        headers: { origin },
        body: form,
        redirect: 'manual',
      });
    expect((await post('/submit', stack.origin)).status).toBe(401);
    expect((await post('/submissions/story-01-first-day?/again', stack.origin)).status).toBe(401);
    expect((await post('/submit', 'https://elsewhere.example')).status).toBe(403);
    expect((await fetch(`${stack.origin}/submissions`, { redirect: 'manual' })).status).toBe(303);
  });

  it('goes back to what was known at an instant, and takes the events along as files', async () => {
    await page.goto(`${conflict}?asKnownAt=2020-10-12T00:00Z`);
    expect(await page.getByText('You see what was known at').textContent()).toContain(
      '12 Oct 2020, 00:00 UTC',
    );
    expect(await page.getByText('5 articles of').count()).toBe(1);
    for (const [file, type] of [
      ['events.csv', 'text/csv'],
      ['events.geojson', 'application/geo+json'],
      ['acled.csv', 'text/csv'],
      ['ged.csv', 'text/csv'],
      ['hxl.csv', 'text/csv'],
      ['eth-prio.csv', 'text/csv'],
    ]) {
      const response = await fetch(`${stack.origin}${conflict}/${file}`);
      expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    }
  });

  it('follows a truce from the chain to its breaches, its reports and the truce after it', async () => {
    await page.goto(conflict);
    await page.locator('#ceasefires').getByRole('link', { name: 'Truce of 10 Oct 2020' }).click();
    await page.waitForURL(`**${truce}`);
    const kept = page.locator('#kept');
    expect(await kept.getByText('From effect to the first breach laid to Azerbaijan').count()).toBe(1);
    await kept.getByText('The same as a table').click();
    expect(await kept.getByRole('row', { name: /^10 Oct 2020/ }).count()).toBe(1);
    // Of its reports one at least tells of what another tells too: then both are on the event's page.
    const reports = await page
      .locator('#reports h3 a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const merged = [];
    for (const href of reports) {
      await page.goto(href ?? '/');
      expect(await page.getByRole('heading', { name: 'What agrees and what differs' }).count()).toBe(1);
      if ((await page.getByRole('heading', { name: 'All reports of it' }).count()) > 0) merged.push(href);
    }
    expect(merged.length).toBeGreaterThan(0);
    await page.goto(merged[0] ?? '/');
    await page.getByText('Why they are taken for one').click();
    expect(
      await page
        .getByText(/from \+3\.5 on two reports are taken for one/)
        .first()
        .isVisible(),
    ).toBe(true);
    await page.goto(truce);
    await page.locator('#chain').getByRole('link', { name: 'Truce of 17 Oct 2020' }).click();
    await page.getByRole('heading', { name: 'Truce of 17 Oct 2020', level: 1 }).waitFor();
  });

  it('sees a truce as known then, is told when it was not, and can cite what it sees', async () => {
    await page.goto(`${truce}?asKnownAt=2020-10-11T00:00Z`);
    expect(await page.getByText('You see what was known at').count()).toBe(1);
    const cited = /https?:\S+/.exec(
      (await page.getByText('Trucewatch, as known at').textContent()) ?? '',
    )?.[0];
    expect((await page.goto(cited ?? '/'))?.status()).toBe(200);
    expect(await page.getByText('You see what was known at').textContent()).toContain(
      '11 Oct 2020, 00:00 UTC',
    );
    await page.goto(`${truce}?asKnownAt=2020-10-01T00:00Z`);
    await page.getByRole('heading', { name: 'Not known then' }).waitFor();
    await page.getByRole('link', { name: 'Show what is known now' }).click();
    await page.waitForURL(`**${truce}`);
    const unknown = await page.goto(`${conflict}/ceasefires/no-such-truce`);
    expect(unknown?.status()).toBe(404);
  });

  it('reads who says what, disputed claims alone, and older ones page by page', async () => {
    await page.goto(conflict);
    await page.getByRole('link', { name: 'The claims by side' }).click();
    await page.waitForURL(`**${claims}`);
    const latest = await page.locator('main li h2').allTextContents();
    await page.getByRole('link', { name: 'Show older' }).click();
    await page.getByText('Page 2 of').waitFor();
    expect(await page.locator('main li h2').allTextContents()).not.toEqual(latest);
    await page.getByRole('link', { name: 'Disputed' }).click();
    await page.waitForURL('**/claims?show=disputed');
    const rows = page.locator('main li.card');
    expect(await rows.count()).toBeGreaterThan(3);
    for (const row of await rows.all()) {
      expect(await row.locator('dt').allTextContents()).toEqual([
        'Armenia',
        'Azerbaijan',
        'Others, or of no known side',
        'Narrators',
      ]);
      expect(await row.getByText('denies it').count()).toBeGreaterThan(0);
    }
  });

  it('reads every page without JavaScript', async () => {
    const { event, article } = await someEvent();
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: stack.origin });
    const plain = await context.newPage();
    for (const path of ['/', conflict, truce, claims, event, article, ...method, '/sign-in']) {
      await plain.goto(path);
      expect((await plain.getByRole('heading', { level: 1 }).textContent())?.trim()).not.toBe('');
    }
    await plain.goto(conflict);
    expect(await plain.locator('svg [data-mark]').count()).toBeGreaterThan(10);
    await plain.locator('header summary').click();
    await plain.getByRole('button', { name: 'Light' }).click();
    expect(await plain.locator('html').getAttribute('data-theme')).toBe('light');
    await context.close();
  });

  it('reaches every mark of the chart by keyboard and reads its sentence', async () => {
    await page.goto(conflict);
    const chart = page.getByRole('figure', { name: 'Status over time' });
    await chart.locator('[data-mark][tabindex="0"]').first().focus();
    const panel = page.getByTestId('reading');
    const read = new Set<string>();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'Home']) {
      await page.keyboard.press(key);
      const label = (await page.locator(':focus').getAttribute('aria-label')) ?? '';
      const quote = (await panel.locator('blockquote').textContent()) ?? '';
      expect(label).toContain(quote.replace(/ …$/, ''));
      read.add(label);
    }
    expect(read.size).toBeGreaterThan(4);
    expect(await chart.locator('[data-mark][tabindex="0"]').count()).toBe(1);
  });

  it('draws the tree of a sentence of theirs without JavaScript, and takes no markup from it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: stack.origin });
    const plain = await context.newPage();
    await plain.goto('/method/parser');
    await plain.getByLabel('Sentence').fill('Guards <b>shot</b> two men.');
    await plain.getByRole('button', { name: 'Draw its tree' }).click();
    const words = await plain.getByRole('table').getByRole('rowheader').allTextContents();
    expect(words.join('')).toBe('Guards<b>shot</b>twomen.');
    const tree = plain.getByRole('img', { name: /Tree of: Guards/ });
    expect(await tree.locator('path.line').count()).toBe(words.length);
    await plain.getByLabel('Sentence').fill('truce '.repeat(90));
    await plain.getByRole('button', { name: 'Draw its tree' }).click();
    expect(await plain.getByRole('main').textContent()).toContain('at most 500');
    expect(await plain.getByRole('img', { name: /Tree of/ }).count()).toBe(0);
    await context.close();
  });

  it('is answered by the health check, and by kind words where there is nothing', async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const address = new URL('/healthz', stack.origin.replace('localhost', host));
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(200);
    }
    const response = await page.goto('/conflicts/no-such-war');
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('main').textContent()).toContain('There is nothing here');
  });

  it('sends no long form, which would cost the server memory', async () => {
    const answer = await fetch(`${stack.origin}/sign-in`, {
      method: 'POST',
      headers: { origin: stack.origin, accept: 'text/html' },
      body: new URLSearchParams({ email: 'a'.repeat(200_000), password: 'a' }),
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('longer than any form here');
  });

  it('meets no inline script or style, and nothing that the policy had to block', async () => {
    const blocked: string[] = [];
    const listener = (message: { text(): string }) => {
      if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
    };
    page.on('console', listener);
    const { event, article } = await someEvent();
    for (const path of ['/', conflict, truce, claims, event, article, ...method]) {
      const response = await page.goto(path, { waitUntil: 'load' });
      expect(response?.headers()['content-security-policy']).not.toContain('unsafe-inline');
    }
    page.off('console', listener);
    expect(blocked).toEqual([]);
  });

  it('waits for no more than 90 kB of scripts, whatever is opened first', async () => {
    const { event, article } = await someEvent();
    const context = await browser.newContext({
      baseURL: stack.origin,
      viewport: { width: 1440, height: 900 },
    });
    const parts = ['/claims', '/compare', '/casualties'].map((part) => conflict + part);
    const others = ['/search?q=truce', '/sources', '/names', '/api', '/sign-in'];
    const found: Record<string, number> = {};
    for (const path of ['/', conflict, truce, ...parts, event, article, ...method, ...others]) {
      const tab = await context.newPage();
      await tab.goto(path, { waitUntil: 'load' });
      // What the page asks for when it has come to life.
      if (path === conflict) await tab.getByRole('slider').first().waitFor();
      // A page that loads nothing would pass: it is looked at once its scripts are there.
      await expect.poll(() => firstScripts(tab), { timeout: 10_000 }).toBeGreaterThan(20_000);
      await tab.waitForFunction(() => document.readyState === 'complete');
      found[path] = await firstScripts(tab);
      await tab.close();
    }
    await context.close();
    expect(Math.max(...Object.values(found)), JSON.stringify(found)).toBeLessThan(90_000);
  });
});

/** Bytes of all scripts that a page has loaded, as they are sent: compressed. */
function firstScripts(tab: Page): Promise<number> {
  return tab.evaluate(() => {
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name }) => name.endsWith('.js'),
    );
    const sizes = new Map(scripts.map(({ name, encodedBodySize }) => [name, encodedBodySize]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0);
  });
}

it('has no page in which axe finds a fault, light or dark, on a desktop or a phone', async () => {
  const { event, article } = await someEvent();
  const context = await browser.newContext({ baseURL: stack.origin });
  const tab = await context.newPage();
  const invitation = await stack.invitation();
  const found = [];
  for (const path of [
    '/',
    conflict,
    truce,
    claims,
    event,
    article,
    ...method,
    '/sign-in',
    '/no-such-page',
    invitation,
  ]) {
    found.push(...(await violations(tab, path)));
  }
  await signUp(tab, invitation, 'grace@example.org');
  const submission = article.replace('/articles/', '/submissions/');
  for (const path of ['/submit', '/submissions', submission]) found.push(...(await violations(tab, path)));
  await context.close();
  expect(found).toEqual([]);
}, 180_000);
