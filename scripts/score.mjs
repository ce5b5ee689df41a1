/**
 * `npm run score`: the scorecard of extraction over the project's own corpus, or over a FOLDER of labelled corpora;
 * with `--treebank FILE`, that of the parser. The two lie in packages that may not import one another.
 */
const isTreebank = process.argv.includes('--treebank');
await import(isTreebank ? '../packages/language/train/score.ts' : '../packages/extraction/score/main.ts');
