import { readFileSync } from 'node:fs';
import { openEnglish } from '../src/parser/english.ts';
import { readTreebank } from './read-treebank.ts';
import { scoreText } from './score-text.ts';

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const inCapitals = process.argv.includes('--capitals');
if (files.length === 0) {
  console.error('Usage: npm run score -- --treebank FILE.conllu[.gz] … [--capitals]');
  process.exit(1);
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8'));
const english = openEnglish(read('english'), read('vectors'));
for (const file of files) {
  const { relations, ...whole } = scoreText(english, readTreebank(file), inCapitals);
  console.log(`${file}, from raw text${inCapitals ? ' in capitals' : ''}, F1 in per cent`);
  console.log(
    Object.entries(whole)
      .map(([name, score]) => `  ${name.padEnd(10)} ${score.toFixed(2)}`)
      .join('\n'),
  );
  const frequent = [...relations]
    .filter(([, { gold }]) => gold >= 10)
    .sort(([, a], [, b]) => b.gold - a.gold);
  console.log(
    frequent
      .map(([name, { f1, gold }]) => `  ${name.padEnd(14)} ${f1.toFixed(1).padStart(5)}  of ${gold}`)
      .join('\n'),
  );
}
