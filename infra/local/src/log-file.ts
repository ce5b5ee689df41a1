import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';

/** Above this a log is set aside at the next start, in bytes. */
const fullAt = 10_000_000;

/** Sets a log that has grown large aside as `….old`, replacing the one before. */
export function rotate(file: string): void {
  if (sizeOf(file) > fullAt) renameSync(file, `${file}.old`);
}

/** The size of a log in bytes, 0 when there is none. */
export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** The last lines that were written to a log after its first `from` bytes. */
export function lastLines(file: string, count: number, from: number): string {
  if (!existsSync(file)) return '';
  return tail(readFileSync(file).subarray(from).toString('utf8'), count);
}

/** The last lines of a text that are not blank. */
export function tail(text: string, count: number): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}
