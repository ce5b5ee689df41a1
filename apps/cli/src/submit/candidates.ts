import { existsSync, statSync } from 'node:fs';
import { readFile as readBytes, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Candidate, fileKinds, lineCandidates, readFile } from '@trucewatch/ingest/files';
import type { ReadingThread } from '@trucewatch/ingest/reading';
import { bytesOf } from '../article-lines.ts';
import { Problem } from '../problem.ts';

export interface ForText {
  publishedAt?: string;
  source?: string;
}

/** A file that is larger is refused, but for JSON Lines, which are read as they come. In bytes. */
const longestFile = 1_000_000_000;

/** A file to be read, and how large it is; standard input has no size. */
export interface Input {
  name: string;
  size: number;
}

/**
 * The files that are meant, in order: those of a folder and of the folders in it by name, where their kind is one that is read.
 * @throws Problem when there is no such file, or a folder holds none
 */
export async function inputs(names: string[]): Promise<Input[]> {
  const found: Input[] = [];
  for (const name of names) {
    if (name === '-') found.push({ name, size: 0 });
    else if (!existsSync(name)) throw new Problem(`There is no file ${name}.`);
    else if (!statSync(name).isDirectory()) found.push({ name, size: statSync(name).size });
    else {
      const inside = await readdir(name, { recursive: true, withFileTypes: true });
      const files = inside
        .filter((entry) => entry.isFile() && isKnown(entry.name))
        .map((entry) => join(entry.parentPath, entry.name));
      if (files.length === 0)
        throw new Problem(
          `The folder ${name} holds no file that is read. These are: ${fileKinds.join(' ')}.`,
        );
      for (const file of files.sort()) found.push({ name: file, size: statSync(file).size });
    }
  }
  return found;
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,10}$/i.exec(basename(name))?.[0].toLowerCase() ?? '';
const isKnown = (name: string): boolean => (fileKinds as readonly string[]).includes(endingOf(name));

/**
 * What a file holds, one article at a time. A name without an ending, and standard input, are JSON Lines.
 * @param onRead is told of bytes as they are read
 */
export async function* candidates(
  { name, size }: Input,
  forText: ForText,
  thread: ReadingThread,
  onRead: (bytes: number) => void,
): AsyncGenerator<Candidate> {
  const ending = endingOf(name);
  if (ending === '' || ending === '.jsonl' || ending === '.ndjson') {
    yield* lineCandidates(counted(bytesOf(name), onRead), name);
    return;
  }
  if (size > longestFile) {
    yield {
      place: name,
      refused: `The file is larger than ${longestFile / 1e9} GB: split it, or make JSON Lines of it.`,
    };
    return;
  }
  const bytes = await readBytes(name);
  for await (const candidate of readFile({ name, bytes }, { readPage: (page) => thread.page(page) })) {
    const isText = ending === '.txt' && 'article' in candidate;
    yield isText ? { ...candidate, article: { ...forText, ...candidate.article } } : candidate;
  }
  onRead(size);
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    yield part;
    onRead(part.length);
  }
}
