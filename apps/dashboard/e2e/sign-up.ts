import type { Page } from 'playwright';

/** Opens a one-time link and makes an account; ends signed in: who may hand in, on the page for it. */
export async function signUp(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name').fill('Ada Example');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/join/'));
}
