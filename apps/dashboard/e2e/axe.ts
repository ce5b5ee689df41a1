import axe from 'axe-core';
import type { Page } from 'playwright';

const views = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
] as const;

/** What axe finds on a page by the rules of WCAG 2.2 A and AA, in both themes and at both sizes; a line a fault. */
export async function violations(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  return violationsHere(page, path);
}

/** The same of a page as it stands, such as after a form was sent; `path` names it in what is found. */
export async function violationsHere(page: Page, path: string): Promise<string[]> {
  // Evaluated, not added as a script: the page's own policy would rightly refuse it.
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const { width, height, colorScheme } of views) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    });
    found.push(...faults.map((fault) => `${path} ${width} ${colorScheme}: ${fault}`));
  }
  return found;
}
