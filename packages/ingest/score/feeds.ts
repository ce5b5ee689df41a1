import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readFeed } from '../src/feed/read-feed.ts';
import { Unreadable } from '../src/unreadable.ts';

const Row = z.object({ file: z.string(), description: z.string().nullable(), expect: z.string().nullable() });

/**
 * How many feeds give items, or a sentence that says why they are none. Files that were made without any entry count by
 * their title. Anything else thrown is a crash.
 * @returns whether the target is met
 */
export function scoreFeeds(folder: string, showMisses: boolean): boolean {
  const rows = readFileSync(join(folder, 'feeds/dev.jsonl'), 'utf8').trim().split('\n');
  const tally = { items: 0, 'a feed without items': 0, 'a clear error': 0, crash: 0 };
  const titles = { right: 0, of: 0 };
  for (const line of rows) {
    const row = Row.parse(JSON.parse(line));
    const bytes = readFileSync(join(folder, 'feeds/files', row.file.replace(/^dev\//, '')));
    try {
      const feed = readFeed(bytes, { address: 'https://feeds.example/feed' });
      tally[feed.items.length > 0 ? 'items' : 'a feed without items']++;
      const wanted = /entries\[0\]\['title'\] == '([\w ]+)'/.exec(row.expect ?? '')?.[1];
      if (wanted !== undefined) {
        titles.of++;
        if (feed.items[0]?.title === wanted) titles.right++;
        else if (showMisses) console.log(`  title “${feed.items[0]?.title}” for “${wanted}”  ${row.file}`);
      }
      if (showMisses && feed.items.length === 0 && /<(?:item|entry)[\s>]/.test(bytes.toString('latin1'))) {
        console.log(`  its items were lost: ${row.file}  ${row.description}`);
      }
    } catch (error) {
      tally[error instanceof Unreadable ? 'a clear error' : 'crash']++;
      if (showMisses) console.log(`  ${error instanceof Error ? error.message : error}  ${row.file}`);
    }
  }
  console.log(
    `${rows.length} feeds: ${Object.entries(tally)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  console.log(`titles of first items that are plain words: ${titles.right} of ${titles.of} right`);
  const share = (rows.length - tally.crash) / rows.length;
  console.log(`read or refused with a reason: ${(share * 100).toFixed(1)} % (target 98 %)`);
  return share >= 0.98;
}
