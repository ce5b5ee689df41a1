import { medianStart, repository, run } from './children.ts';
import { heading, row } from './report.ts';
import { targets } from './targets.ts';

const parser = `${repository}packages/language/src/parser/index.ts`;
const oneSentence = `import { parse } from ${JSON.stringify(parser)}; parse('The army shelled the village on Sunday.');`;

/** A fresh process: how long until it has parsed one sentence, and what it holds after ten thousand. */
export async function parserStart(): Promise<void> {
  heading('Parser: start-up and memory');
  const bare = await medianStart(process.execPath, ['--input-type=module', '-e', '0']);
  const start = await medianStart(process.execPath, ['--input-type=module', '-e', oneSentence]);
  row('Node alone, start to end', bare, 'ms');
  row('the parser opened and one sentence parsed, beyond that', start - bare, 'ms', targets.parserStart);
  const program = `${import.meta.dirname}/parse-news.ts`;
  const { resident, peak } = JSON.parse(await run(process.execPath, [program])) as Record<string, number>;
  row('resident memory after 10,000 sentences', resident as number, 'MB', targets.parserMemory);
  row('the most it ever held', peak as number, 'MB');
}
