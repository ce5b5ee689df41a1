/**
 * `npm run score`: the scorecard of extraction over the project's own corpus, or over a FOLDER of labelled corpora;
 * with `--stories`, that of the histories made of the project's own stories; with `--treebank FILE`, that of the parser;
 * with `--merging FOLDER`, that of the joining of reports into happenings; with `FOLDER html feeds`, that of the reading of
 * pages and feeds; with `--write` the first two go into the file that the method page shows. They lie in packages that may not import one another.
 */
const card = process.argv.includes('--write')
  ? './write-scorecard.mjs'
  : process.argv.includes('--treebank')
    ? '../packages/language/train/score.ts'
    : process.argv.includes('--stories')
      ? '../apps/cli/stories/main.ts'
      : process.argv.includes('--merging')
        ? '../apps/cli/score/merging.ts'
        : process.argv.includes('html') || process.argv.includes('feeds')
          ? '../packages/ingest/score/main.ts'
          : '../packages/extraction/score/main.ts';
await import(card);
