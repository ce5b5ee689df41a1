import { parseArgs } from 'node:util';
import { scoreCorpora } from './corpora.ts';
import { readCorpus } from './own/read-corpus.ts';
import { scoreCorpus } from './own/score-corpus.ts';
import { scorecard, scorecardData } from './own/scorecard.ts';

const usage = `Usage: npm run score                           the project's own corpus
       npm run score -- --misses [--only TEXT]  what was missed or false, and which rules fired; ids that hold TEXT
       npm run score -- --write                 writes the scorecard that the method page shows
       npm run score -- FOLDER [NAME …]         the labelled corpora beneath a folder, all or those named
       npm run score -- --treebank FILE …       the parser
       npm run score -- --merging FOLDER        the joining of reports: UCDP events with their headlines
`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const [folder, ...names] = positionals;
if (values.help) process.stdout.write(usage);
else if (folder) {
  let cards = 0;
  for (const card of scoreCorpora(folder, names)) {
    process.stdout.write(`${card}\n`);
    cards += 1;
  }
  if (cards === 0) {
    process.stderr.write(
      `No labelled corpus that we can measure lies beneath ${folder}. Name the folder that holds them.\n`,
    );
    process.exitCode = 1;
  }
} else {
  const cases = readCorpus().filter(({ id }) => id.includes(values.only));
  const score = scoreCorpus(cases, values.misses);
  if (values.json) process.stdout.write(`${JSON.stringify(scorecardData(score))}\n`);
  else process.stdout.write(`${[...score.misses, ...scorecard(score)].join('\n')}\n`);
}
