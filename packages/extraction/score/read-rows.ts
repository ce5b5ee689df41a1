import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rows of a JSON Lines file. The caller knows the corpus and says what a row is. */
export function readRows<Row>(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** The first of these files that a folder has. */
export function fileIn(folder: string, ...names: string[]): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}
