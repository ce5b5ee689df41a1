import robotsParser from 'robots-parser';
import { FetchRefused } from './fetch-refused.ts';

/** As crawlers name themselves in robots.txt. */
export const robotName = 'Trucewatch';
/** RFC 9309 asks for at least 500 kibibytes. */
export const longestRobots = 512_000;
/** Milliseconds for which a site's rules are remembered: RFC 9309 allows a day. */
const remembered = 3_600_000;
const mostSites = 1_000;
/** A site that asks for longer pauses than these seconds gets these. */
const longestDelay = 10;

/** The package is a function; its types say that it is a module. */
const parse = robotsParser as unknown as typeof robotsParser.default;

interface Rules {
  allows(address: string): boolean;
  /** Seconds between two requests. */
  delay: number;
  readAt: number;
}

/**
 * What sites allow, by RFC 9309: a robots.txt that is not there allows everything, one that cannot be read nothing.
 * @param read fetches a robots.txt: its text, or null when the site says that there is none
 * @param now epoch milliseconds
 */
export function robots(read: (address: string) => Promise<string | null>, now: () => number) {
  const known = new Map<string, Rules>();

  async function rulesOf(origin: string): Promise<Rules> {
    const kept = known.get(origin);
    if (kept && now() - kept.readAt < remembered) return kept;
    const address = `${origin}/robots.txt`;
    const text = await read(address);
    const parsed = text === null ? null : parse(address, text);
    const rules: Rules = {
      allows: (page) => parsed?.isAllowed(page, robotName) ?? true,
      delay: Math.min(parsed?.getCrawlDelay(robotName) ?? 0, longestDelay),
      readAt: now(),
    };
    if (known.size >= mostSites) known.delete(known.keys().next().value ?? '');
    known.set(origin, rules);
    return rules;
  }

  return {
    /**
     * Resolves with the seconds to leave between two requests to the site.
     * @throws FetchRefused `robots`
     */
    async check(url: URL): Promise<number> {
      const rules = await rulesOf(url.origin);
      if (rules.allows(url.href)) return rules.delay;
      throw new FetchRefused(
        'robots',
        `${url.host} asks programs not to read this page (robots.txt). Open it yourself and paste the text, or save the page and hand in the file.`,
      );
    },
  };
}
