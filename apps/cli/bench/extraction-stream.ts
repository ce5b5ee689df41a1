import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { peakMemory, trucewatch } from './children.ts';
import { News } from './news.ts';
import { heading, remark, row } from './report.ts';
import { targets } from './targets.ts';

const articles = 100_000;

/** Memory of `bin/trucewatch extract` while a hundred thousand short articles stream through it. */
export async function extractionStream(): Promise<void> {
  heading(`Extraction: ${articles.toLocaleString('en-GB')} short articles through bin/trucewatch extract`);
  const began = performance.now();
  const child = spawn(trucewatch, ['extract'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exit = once(child, 'exit');
  const written = write(child.stdin);
  const peaks: (number | undefined)[] = [];
  let answers = 0;
  let errors = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('"error":{"code"')) errors += 1;
    if (++answers % (articles / 10) === 0) peaks.push(peakMemory(child.pid));
  }
  await written;
  await exit;
  remark(`${answers} answers in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  row('articles without an answer, or with an error', articles - answers + errors, '', targets.failures);
  const [first] = peaks;
  const last = peaks.at(-1);
  if (first === undefined || last === undefined) {
    remark('this system does not say what a process holds (/proc/PID/status): memory not measured');
    return;
  }
  remark(`most memory held after each tenth: ${peaks.map((peak) => peak?.toFixed(0)).join(', ')} MB`);
  row('most resident memory', last, 'MB', targets.extractMemory);
  row('the same over that after the first tenth', last / first, '×', targets.extractMemoryGrowth);
}

async function write(stdin: NodeJS.WritableStream): Promise<void> {
  const news = new News(8);
  for (let i = 0; i < articles; i++)
    if (!stdin.write(`${JSON.stringify(news.article(1 + (i % 2)))}\n`)) await once(stdin, 'drain');
  stdin.end();
}
