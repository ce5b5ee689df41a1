import { launchBrowser } from '@trucewatch/local/browser';
import { median } from '../measure.ts';

export interface Vitals {
  /** When the largest thing in sight was painted, in milliseconds from the request. */
  largestPaint: number;
  /** How much moved while the page came up, as browsers count it. */
  shift: number;
  /** Compressed size of the scripts that the page loads first, in kB of 1,000 bytes. */
  scripts: number;
}

/** How many times slower than this machine's the processor of the reader is taken to be. */
const slowdown = 4;
const rounds = 3;

/** What a reader with nothing in the cache and a slow processor sees of each address: the median of three. */
export async function vitals(
  origin: string,
  addresses: Record<string, string>,
): Promise<Record<string, Vitals>> {
  const browser = await launchBrowser();
  try {
    const found: Record<string, Vitals> = {};
    for (const [name, address] of Object.entries(addresses)) {
      const all: Vitals[] = [];
      for (let round = 0; round < rounds; round++) all.push(await look(browser, `${origin}${address}`));
      found[name] = {
        largestPaint: median(all.map(({ largestPaint }) => largestPaint)),
        shift: median(all.map(({ shift }) => shift)),
        scripts: median(all.map(({ scripts }) => scripts)),
      };
    }
    return found;
  } finally {
    await browser.close();
  }
}

async function look(browser: Awaited<ReturnType<typeof launchBrowser>>, address: string): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript({ content: watch });
  // Not when the network is idle: the stream of news never is.
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(1_500);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await context.close();
  const bytes = Object.values(seen.scripts).reduce((sum, size) => sum + size, 0);
  return { ...seen, scripts: bytes / 1_000 };
}

interface Seen {
  largestPaint: number;
  shift: number;
  /** Their compressed sizes in bytes, by address. */
  scripts: Record<string, number>;
}

/** Runs in the page before everything else. */
const watch = `
  globalThis.seen = { largestPaint: 0, shift: 0, scripts: {} };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largestPaint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, encodedBodySize } of list.getEntries())
      if (name.endsWith('.js')) seen.scripts[name] = encodedBodySize;
  }).observe({ type: 'resource', buffered: true });`;
