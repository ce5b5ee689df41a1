import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelCache } from '@trucewatch/extraction/engine';

/** Answers as files of a folder, one each, readable by their owner alone: they quote the articles. Nothing is ever removed. */
export function folderCache(folder: string): ModelCache {
  return {
    async get(key) {
      return readFile(join(folder, `${key}.json`), 'utf8').catch(() => undefined);
    },
    async set(key, value) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Whole or not at all: another run may read at the same time.
      const half = join(folder, `${randomUUID()}.part`);
      await writeFile(half, value, { mode: 0o600 });
      await rename(half, join(folder, `${key}.json`));
    },
  };
}
