import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { CorpusCase } from './corpus-case.ts';

const folder = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** Names of the corpus files, in order. */
export function corpusFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** Reads one file of the corpus; throws an Error that names the file and what is wrong in it. */
export function readCase(name: string): CorpusCase {
  const read = CorpusCase.safeParse(JSON.parse(readFileSync(folder + name, 'utf8')));
  if (!read.success) throw new Error(`corpus/${name} is not a case:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** Every case of the project's own corpus. */
export function readCorpus(): CorpusCase[] {
  return corpusFiles().map(readCase);
}
