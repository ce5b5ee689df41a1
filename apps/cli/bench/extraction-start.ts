import { medianStart, trucewatch } from './children.ts';
import { News } from './news.ts';
import { heading, row } from './report.ts';
import { targets } from './targets.ts';

/** The command line on one article: what a person waits for. */
export async function extractionStart(): Promise<void> {
  heading('Extraction: start-up of bin/trucewatch extract');
  const line = `${JSON.stringify(new News(7).article(8))}\n`;
  row(
    'one line in, one line out',
    await medianStart(trucewatch, ['extract'], line),
    'ms',
    targets.extractStart,
  );
}
