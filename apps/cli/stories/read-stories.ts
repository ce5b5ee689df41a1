import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { Story } from './story.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));

/** Names of the story files, in order. */
export function storyFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** Reads one story; throws an Error that names the file and what is wrong in it. */
export function readStory(name: string): Story {
  const read = Story.safeParse(JSON.parse(readFileSync(folder + name, 'utf8')));
  if (!read.success) throw new Error(`stories/${name} is not a story:\n${z.prettifyError(read.error)}`);
  return read.data;
}
