import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, Page } from 'playwright';

const help = `Takes a picture of every page of a running dashboard, at three widths, light and dark.

  node scripts/screenshots.ts --origin http://localhost:3000 --out pictures [--language ar] [--invitation LINK] [--readme FILE]

  --language    of the pages, such as ar; without it English
  --invitation  a one-time link (bin/trucewatch operator-link): makes an account and shows the operators' pages too
  --readme      where to write the README's picture: the conflict page, light, 1440 wide`;

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:3000' },
    out: { type: 'string', default: 'pictures' },
    language: { type: 'string', default: 'en' },
    invitation: { type: 'string' },
    readme: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const widths = [
  { name: '390', width: 390, height: 844 },
  { name: '768', width: 768, height: 1024 },
  { name: '1440', width: 1440, height: 1000 },
];

async function main(): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  const browser = await launchBrowser();
  try {
    const session = values.invitation ? await signedIn(browser, values.invitation) : undefined;
    const first = await browser.newPage();
    const pages = await addresses(first);
    await first.close();
    for (const { name, width, height } of widths) {
      for (const theme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
        const operator =
          session &&
          (await browser.newContext({
            viewport: { width, height },
            colorScheme: theme,
            storageState: session,
          }));
        for (const one of operator ? [context, operator] : [context]) {
          await one.addCookies([{ name: 'language', value: values.language, url: values.origin }]);
        }
        for (const [title, path, needsOperator] of pages) {
          if (needsOperator && !operator) continue;
          if (values.only && !title.includes(values.only)) continue;
          const page = await (needsOperator && operator ? operator : context).newPage();
          await visit(page, path);
          await page.screenshot({ path: join(values.out, `${title}-${name}-${theme}.png`), fullPage: true });
          await page.close();
        }
        await context.close();
        await operator?.close();
      }
    }
    if (values.readme) await readmePicture(browser, pages, values.readme);
  } finally {
    await browser.close();
  }
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, values.origin).href, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
}

async function signedIn(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Name').fill('Ada Example');
  await page.getByLabel('E-mail address').fill(`ada.${Date.now()}@example.org`);
  await page.getByLabel('Password').fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL('**/submit');
  const state = await context.storageState();
  await context.close();
  return state;
}

/** What there is to be seen, found by following links from the overview. */
async function addresses(page: Page): Promise<[title: string, path: string, needsOperator: boolean][]> {
  await visit(page, '/');
  const conflict = await page
    .getByRole('main')
    .getByRole('article')
    .getByRole('heading')
    .getByRole('link')
    .first()
    .getAttribute('href');
  if (!conflict) throw new Error('The overview shows no conflict: load the sample story first.');
  await visit(page, conflict);
  const truces = page.locator('#ceasefires h3 a');
  const truce = await truces.nth(Math.min(1, (await truces.count()) - 1)).getAttribute('href');
  if (!truce) throw new Error('The conflict has no ceasefires: load the sample story first.');
  const events = page.locator('#events article h3 a');
  const event = await events.nth(Math.min(3, (await events.count()) - 1)).getAttribute('href');
  if (!event) throw new Error('The conflict has no events: load the sample story first.');
  const article = event.split('/events/')[0] ?? '/';
  await visit(page, '/sources');
  const source = (await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? '/';
  return [
    ['overview', '/', false],
    ['overview-none', '/?formal=expired&q=nowhere', false],
    ['search', '/search?q=truce+armenia', false],
    ['search-events', '/search?q=ganja&in=events', false],
    ['search-none', '/search?q=zeppelin', false],
    ['conflict', conflict, false],
    ['conflict-as-known', `${conflict}?asKnownAt=2020-10-17T20:00Z`, false],
    ['truce', truce, false],
    ['claims', `${conflict}/claims?show=disputed`, false],
    ['compare', `${conflict}/compare?a=2020-10-17&b=2020-10-18`, false],
    ['article', article, false],
    ['event', event, false],
    ['method', '/method', false],
    ['sources', '/sources', false],
    ['source', source, false],
    ['embed', `/embed${conflict}`, false],
    ['parser', '/method/parser', false],
    ['sign-in', '/sign-in', false],
    ['missing', '/no-such-page', false],
    ['submit', '/submit', true],
    ['submit-address', '/submit/address', true],
    ['submit-files', '/submit/files', true],
    ['submissions', '/submissions', true],
    ['intakes', '/submissions/intakes', true],
    ['feeds', '/feeds', true],
    ['alerts', '/alerts', true],
    ['review', '/review', true],
    ['review-event', event.replace(/^\/articles\/(.+)\/events\//, '/review/events/$1/'), true],
    ['submission', article.replace('/articles/', '/submissions/'), true],
  ];
}

async function readmePicture(
  browser: Browser,
  pages: [string, string, boolean][],
  file: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1180 }, colorScheme: 'light' });
  await visit(page, pages.find(([title]) => title === 'conflict')?.[1] ?? '/');
  await page.screenshot({ path: file });
}

if (values.help) process.stdout.write(`${help}\n`);
else await main();
