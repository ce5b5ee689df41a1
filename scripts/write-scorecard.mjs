/**
 * `npm run score -- --write`: measures extraction and history on the project's own corpus and stories, and writes what
 * came out, with the versions and the day, into the file that the method page of the dashboard shows.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const file = `${root}apps/dashboard/src/lib/server/scorecard.json`;
const measured = (script, ...args) =>
  JSON.parse(execFileSync(process.execPath, [`${root}${script}`, ...args, '--json'], { encoding: 'utf8' }));
const { checksum, about } = JSON.parse(readFileSync(`${root}packages/language/data/english.json`, 'utf8'));

const card = {
  day: new Date().toISOString().slice(0, 10),
  extraction: measured('packages/extraction/score/main.ts'),
  history: measured('apps/cli/stories/main.ts', '--stories'),
  // What its training measured on sentences that it had not seen; per cent.
  parser: { model: checksum.slice(0, 12), from: about.from, scores: about.scores['gum-free-test'] },
};
writeFileSync(file, `${JSON.stringify(card, null, 2)}\n`);
process.stdout.write(`The scorecard of ${card.day} is in ${file.slice(root.length)}.\n`);
