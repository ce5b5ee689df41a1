import { launchBrowser } from '@trucewatch/local/testing';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations, violationsHere } from './axe.ts';
import { signUp } from './sign-up.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  context = await browser.newContext({ baseURL: stack.origin, viewport: { width: 1440, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await signUp(page, await stack.invitation('reviewer'), 'rita@example.org');
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const confirming = (tab: Page) => tab.getByRole('region', { name: /^Before it counts/ });
async function confirm(tab: Page, reason?: string): Promise<void> {
  if (reason !== undefined) await tab.getByLabel('Why', { exact: true }).fill(reason);
  await tab.getByRole('button', { name: 'Confirm' }).click();
  await tab.getByText('It is kept.').waitFor();
}
/** Opens the event that most rests on. */
async function openFirst(tab: Page): Promise<string> {
  await tab.goto('/review');
  await tab.getByRole('list', { name: 'Events to look at' }).getByRole('link').first().click();
  await tab.waitForURL('**/review/events/**');
  await tab.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  return tab.url();
}

describe('a reviewer', () => {
  it('finds first what a status rests on, and goes through the queue by single keys', async () => {
    await page.goto('/review');
    const rows = page.getByRole('list', { name: 'Events to look at' }).locator('> li');
    expect(await rows.first().textContent()).toContain('Decides a status');
    expect(await rows.first().textContent()).toContain('the status would be another one for');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(
      await rows
        .nth(1)
        .getByRole('link')
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/review/events/**');
    expect(await page.getByText(/^2 of \d+ in the queue/).count()).toBe(1);
    await page.keyboard.press('k');
    await page.getByText(/^1 of \d+ in the queue/).waitFor();
  });

  it('switches the keys off, and they do nothing', async () => {
    const at = page.url();
    await page.keyboard.press('?');
    await page.getByLabel('Single keys work on this page').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    expect(page.url()).toBe(at);
    expect(await confirming(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByLabel('Single keys work on this page').check();
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('sees what a rejection would change before it counts, must say why, and undoes it', async () => {
    const address = await openFirst(page);
    await page.keyboard.press('r');
    const card = confirming(page);
    await card.waitFor();
    expect(await card.textContent()).toContain('Statuses that would be other ones');
    await page.getByRole('button', { name: 'Confirm' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Say why');
    await confirm(page, 'The article says that it was only offered.');
    await page.getByText('Rejected: it does not count').waitFor();
    await expect
      .poll(
        async () => {
          await page.goto('/review');
          return page.locator(`a[href="${new URL(address).pathname}${new URL(address).search}"]`).count();
        },
        { timeout: 10_000 },
      )
      .toBe(0);

    await page.goto(address);
    const history = page.getByRole('region', { name: 'What people decided' });
    expect(await history.textContent()).toContain('The article says that it was only offered.');
    expect(await history.textContent()).toContain('Ada Example');
    await page.keyboard.press('u');
    expect(await confirming(page).textContent()).toContain('Statuses that would be other ones');
    await confirm(page, 'It was agreed after all.');
    expect(await page.getByText('Rejected: it does not count').count()).toBe(0);
    expect(await history.textContent()).toContain('undone');
  });

  it('accepts with two keys', async () => {
    await openFirst(page);
    await page.keyboard.press('a');
    await confirming(page).waitFor();
    expect(await confirming(page).textContent()).toContain('No status changes.');
    await page.keyboard.press('Enter');
    await page.getByText('It is kept.').waitFor();
  });

  it('corrects a field by selecting the words that prove it, and is refused where they do not', async () => {
    await openFirst(page);
    const text = page.getByRole('region', { name: 'Words of the article' });
    const words = await text.locator('mark.selected').first().textContent();
    await text
      .locator('mark.selected')
      .first()
      .evaluate((mark) => {
        const node = mark.firstChild;
        if (!node) return;
        document.getSelection()?.setBaseAndExtent(node, 0, node, 9);
      });
    const form = page.getByRole('region', { name: 'Correct a field' });
    await form.locator('mark').waitFor();
    expect(await form.locator('mark').textContent()).toBe(words?.slice(0, 9).trim());

    await form.getByLabel('Field').selectOption('count');
    await form.getByLabel('At least', { exact: true }).fill('7');
    await form.getByRole('button', { name: 'See the effect' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('do not bear that number out');

    await form.getByLabel('Field').selectOption('reality');
    await form.locator('select[name=reality]').selectOption('historical');
    await form.getByRole('button', { name: 'See the effect' }).click();
    await confirming(page).waitFor();
    await confirm(page, 'It tells of an earlier one.');
    const fields = page.getByRole('region', { name: 'What was read' });
    expect(await fields.textContent()).toContain('Background from an earlier time');
    expect(await fields.textContent()).toContain('The machine had read: Told as having happened');
    expect(await fields.textContent()).toContain('It tells of an earlier one.');
    const [, article, event] = /events\/([^/]+)\/([^?]+)/.exec(page.url()) ?? [];
    await page.goto(`/articles/${article}/events/${event}`);
    const shown = page.getByRole('region', { name: 'Field by field' });
    expect(await shown.textContent()).toContain('The machine had read: Told as having happened');
    await shown.getByRole('link', { name: 'Review this event' }).click();
    await page.waitForURL('**/review/events/**');
  });

  it('selects words with the keyboard alone', async () => {
    await openFirst(page);
    await page.getByText('Select words with the keyboard').click();
    await page.getByLabel(/^Text of the article/).focus();
    await page.keyboard.press('Control+Home');
    for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowRight');
    const chosen = page.getByRole('region', { name: 'Correct a field' }).locator('mark');
    const text = await page.getByLabel(/^Text of the article/).inputValue();
    expect(await chosen.textContent()).toBe(text.slice(0, 6).trim());
  });

  it('moves a report to another ceasefire, and joins it with another report', async () => {
    await openFirst(page);
    const move = page.getByLabel('Ceasefire that it is about');
    await move.selectOption({ index: 0 });
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await confirming(page).waitFor();
    await confirm(page, 'It speaks of that one.');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    expect(await confirming(page).textContent()).toMatch(/The happening would hold \d+ reports/);
    await confirm(page, 'Both tell of the same hour.');
    const history = page.getByRole('region', { name: 'What people decided' });
    expect(await history.textContent()).toContain('Moved to another ceasefire');
    expect(await history.textContent()).toContain('Reports joined');
  });

  it('does all of it without JavaScript, by the sentence: here adds an event that was missed', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: stack.origin,
      viewport: { width: 390, height: 844 },
      storageState: await context.storageState(),
    });
    const tab = await plain.newPage();
    await openFirst(tab);
    await tab.getByText('Add a missed event').click();
    const form = tab.locator('form', { has: tab.getByLabel(/takes part as/).first() });
    await form.getByLabel('Or the whole sentence').selectOption({ index: 2 });
    await form.getByLabel('Type').selectOption('talks');
    await form.getByRole('button', { name: 'See the effect' }).click();
    await confirming(tab).waitFor();
    await confirm(tab, 'The sentence tells of talks.');
    const history = tab.getByRole('region', { name: 'What people decided' });
    expect(await history.textContent()).toContain('The sentence tells of talks.');
    await plain.close();
  });

  it('names a conflict that no file knows', async () => {
    await page.goto('/submit');
    await page
      .getByLabel('Text')
      .fill('Ecuador attacked Peru on Tuesday. Peru and Ecuador agreed to a ceasefire late on Tuesday.');
    await page.getByLabel('Published at').fill('2026-03-03T22:00Z');
    await page.getByRole('main').getByRole('button', { name: 'Submit' }).click();
    await page.waitForURL('**/submissions/*');
    const name = page.getByRole('link', { name: /^Name it/ });
    await expect
      .poll(
        async () => {
          await page.goto('/review');
          return name.count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    await name.click();
    await page.getByLabel('Name', { exact: true }).fill('War of the Condor');
    await page.getByRole('button', { name: 'Give it this name' }).click();
    await confirming(page).waitFor();
    await confirm(page, 'Both sides call it so.');
    await expect
      .poll(
        async () => {
          await page.goto('/conflicts/provisional:ec--pe');
          return page.getByRole('heading', { level: 1 }).textContent();
        },
        { timeout: 10_000 },
      )
      .toBe('War of the Condor');
  });

  it('may not be anybody who only reads', async () => {
    const stranger = await browser.newContext({ baseURL: stack.origin });
    const tab = await stranger.newPage();
    await tab.goto('/review');
    await tab.waitForURL('**/sign-in?next=%2Freview');
    const response = await stranger.request.post('/review/events/a/b?/confirm', {
      headers: { origin: stack.origin },
      form: { decisions: '[]', reason: 'none' },
    });
    expect(response.status()).toBe(401);
    await stranger.close();
  });

  it('meets a queue that axe finds nothing wrong with, on a desktop and a phone', async () => {
    expect(await violations(page, '/review?show=all')).toEqual([]);
  });

  it('meets pages of an event that axe finds nothing wrong with', async () => {
    const address = await openFirst(page);
    expect(await violations(page, address)).toEqual([]);
  });

  it('meets a choice to be confirmed that axe finds nothing wrong with', async () => {
    await openFirst(page);
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await confirming(page).waitFor();
    expect(await violationsHere(page, 'before it counts')).toEqual([]);
  });
});
