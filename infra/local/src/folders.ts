import { isAbsolute, join, relative } from 'node:path';

/** The repository's own folder. */
export const repository = join(import.meta.dirname, '../../..');

/** What can be fetched or unpacked again: a browser, a Redis. Safe to delete. */
export const cacheFolder = join(repository, '.cache');

/** A path as a person would write it: from the repository's folder when it lies inside. */
export function shown(path: string): string {
  const inside = relative(repository, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
