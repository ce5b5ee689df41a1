import { launchBrowser } from '@trucewatch/local/testing';
import { linkToken, openStore, type Store } from '@trucewatch/store';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { signUp } from './sign-up.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let browser: Browser;
let page: Page;
let store: Store;

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack({ sample: true }), launchBrowser()]);
  store = openStore({ url: stack.databaseUrl, onError: () => {} });
  page = await (await browser.newContext({ baseURL: stack.origin })).newPage();
  page.setDefaultTimeout(10_000);
  await signUp(page, await stack.invitation('viewer'), 'alerts@example.org');
}, 60_000);
afterAll(async () => {
  await store?.close();
  await browser?.close();
  await stack?.stop();
});

const alert = () => page.locator('#alerts').getByRole('listitem').filter({ hasText: 'hooks.example' });

describe('a member who wants to be alerted', () => {
  it('comes from the conflict, is told what is wrong with the form, and gets the secret once', async () => {
    await page.goto('/conflicts/nagorno-karabakh');
    await page.getByRole('link', { name: 'Alert me' }).click();
    await page.waitForURL('**/alerts?conflict=nagorno-karabakh#add');
    expect(await page.getByLabel('Conflict').inputValue()).toBe('nagorno-karabakh');
    await page.getByLabel('About').selectOption('formal');
    await page.getByText('Only when it becomes one of these').click();
    await page.getByRole('checkbox', { name: 'Terminated' }).check();
    const address = page.getByLabel('Address');
    await address.fill('hooks.example');
    await page.getByRole('button', { name: 'Add an alert' }).click();
    await page.locator('#address-error').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Terminated' }).isChecked()).toBe(true);
    await address.fill('http://hooks.example:8080/x');
    await page.getByRole('button', { name: 'Add an alert' }).click();
    expect(await page.getByLabel('It is shown this once').inputValue()).toMatch(/^whsec_/);
    expect(await alert().textContent()).toContain('Only these: Terminated');
    await page.goto('/alerts');
    expect(await page.content()).not.toContain('whsec_');
  });

  it('sends a test and sees, without a reload, why it did not arrive', async () => {
    await alert().getByRole('button', { name: 'Send a test' }).click();
    await alert().getByText('Given up').waitFor();
    expect(await alert().textContent()).toContain('Port 8080 is not fetched');
  });

  it('pauses it, lets it go on, and deletes it; the trail knows', async () => {
    await alert().getByRole('button', { name: 'Pause' }).click();
    await alert().getByText('Paused', { exact: true }).waitFor();
    await alert().getByRole('button', { name: 'Go on' }).click();
    await alert().getByText('On', { exact: true }).waitFor();
    await alert().getByRole('button', { name: 'Delete' }).click();
    await page.getByText('You have none yet.').waitFor();
    const acts = (await store.audit.list({ act: 'alert.' })).map(({ act }) => act);
    expect(acts.toReversed()).toEqual([
      ...['alert.added', 'alert.tested', 'alert.given_up', 'alert.paused', 'alert.resumed', 'alert.removed'],
    ]);
  });

  it('is told that mail is not set up', async () => {
    expect(await page.getByRole('radio', { name: 'E-mail' }).isDisabled()).toBe(true);
    expect(await page.getByText('E-mail is not set up here').count()).toBe(1);
  });

  it('finds nothing wrong with the page, large and small, light and dark', async () => {
    const { id: userId = '' } = (await store.people.accounts())[0] ?? {};
    const origin = stack.origin;
    const about = { userId, origin, conflictId: null, axis: null, values: [] };
    const { id } = await store.alerts.add({
      ...about,
      channel: 'webhook',
      address: `http://hooks.example:8080/x`,
    });
    await store.alerts.test(id, userId);
    expect(await violations(page, '/alerts')).toEqual([]);
    expect(await alert().count()).toBeGreaterThan(0);
    const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    expect(scroll).toBeLessThanOrEqual(inner ?? 0);
  });
});

describe('whoever reads a mailbox', () => {
  it('agrees by a button, not by opening the link, and ends it with one click of a mail program', async () => {
    const { id: userId = '' } = (await store.people.accounts())[0] ?? {};
    const about = { userId, origin: stack.origin, conflictId: 'nagorno-karabakh', axis: null, values: [] };
    const made = await store.alerts.add({ ...about, channel: 'email', address: 'reader@example.org' });
    const own = async () =>
      (await store.alerts.list(userId)).find(({ subscription }) => subscription.id === made.id);
    const stranger = await (await browser.newContext({ baseURL: stack.origin })).newPage();
    expect(await violations(stranger, `/alerts/confirm/${linkToken(made, 'confirm')}`)).toEqual([]);
    expect((await own())?.subscription.confirmedAt).toBeNull();
    await stranger.getByRole('button', { name: 'Yes, send them' }).click();
    await stranger.getByText('Alerts will come to this address.').waitFor();
    expect((await own())?.subscription.confirmedAt).not.toBeNull();

    const end = `${stack.origin}/alerts/unsubscribe/${linkToken(made, 'unsubscribe')}`;
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    const forged = await fetch(end, { ...oneClick, headers: { origin: 'https://evil.example' } });
    expect([forged.status, await own()]).toEqual([403, expect.anything()]);
    await stranger.goto(end);
    expect(await own()).toBeDefined();
    const answer = await fetch(end, oneClick);
    expect([answer.status, await own()]).toEqual([200, undefined]);
    await stranger.goto(end);
    await stranger.getByText('This link is of no alert any more').waitFor();
    await stranger.context().close();
  });
});
