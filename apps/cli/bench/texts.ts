import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Above this many characters no more is read: enough to measure by. */
const enough = 3_000_000;

/** The texts of a folder and those below it: whole .txt files, and the `text` of every line of .jsonl files. */
export function readTexts(folder: string): string[] {
  const texts: string[] = [];
  let length = 0;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    for (const text of textsOf(join(folder, name))) {
      if (length > enough) return texts;
      texts.push(text);
      length += text.length;
    }
  }
  return texts;
}

function textsOf(file: string): string[] {
  if (file.endsWith('.txt')) return [readFileSync(file, 'utf8')].filter((text) => text.trim() !== '');
  if (!file.endsWith('.jsonl')) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const { text } = JSON.parse(line) as { text?: unknown };
    return typeof text === 'string' && text.trim() !== '' ? [text] : [];
  });
}
