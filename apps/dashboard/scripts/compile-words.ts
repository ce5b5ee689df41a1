import { compileWords } from './words.ts';

await compileWords();
