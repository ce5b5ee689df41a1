import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mergedPairs } from './merged-pairs.ts';
import { readHeadlines } from './ucdp-headlines.ts';

/**
 * `npm run score -- --merging FOLDER`: how well headlines of one UCDP event become one happening and those of different
 * events do not. Pairs of headlines are counted: a pair is merged when any happening has an attack or clash of both. It
 * is right when UCDP names both for one event. Recall is of the right pairs in which both headlines give an attack or
 * clash of one type and lie at most two days apart: without that, nothing could be merged. Precision is a floor: one
 * headline often tells of several UCDP events, and UCDP parts what headlines tell as one ("in the past day").
 * The weights were set on the same headlines; the lines of even and odd months show how even they are.
 */
const { values } = parseArgs({ options: { merging: { type: 'string' }, misses: { type: 'boolean' } } });
const folder = values.merging;
if (folder === undefined) throw new Error('Name a folder: npm run score -- --merging FOLDER');
const headlines = readHeadlines(join(folder, 'dev.jsonl'));
const parts = {
  all: headlines,
  'even months': headlines.filter(({ date }) => Number(date.slice(5, 7)) % 2 === 0),
  'odd months': headlines.filter(({ date }) => Number(date.slice(5, 7)) % 2 === 1),
};
for (const [name, part] of Object.entries(parts)) {
  const { right, wrong, missed, named } = mergedPairs(part);
  const precision = right.length / (right.length + wrong.length);
  const recall = right.length / (right.length + missed.length);
  const figures = [precision, recall, (2 * precision * recall) / (precision + recall)].map((one) =>
    one.toFixed(2),
  );
  process.stdout.write(
    `  ${name.padEnd(12)} P ${figures[0]} R ${figures[1]} F1 ${figures[2]}  (${part.length} headlines; pairs: right ` +
      `${right.length}, wrong ${wrong.length}, missed ${missed.length}; UCDP names ${named} pairs in all)\n`,
  );
  if (name !== 'all' || !values.misses) continue;
  for (const [label, pairs] of Object.entries({ wrong, missed })) {
    for (const [a, b] of pairs)
      process.stdout.write(`${label}: ${a.date} ${a.text}\n       ${b.date} ${b.text}\n`);
  }
}
