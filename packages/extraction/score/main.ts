import { scoreCorpora } from './corpora.ts';

const [folder, ...only] = process.argv.slice(2);
if (folder) for (const card of scoreCorpora(folder, only)) process.stdout.write(`${card}\n`);
