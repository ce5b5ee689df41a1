import { buffer } from 'node:stream/consumers';
import type { Paste } from '@trucewatch/ingest';
import { bytesOf, readArticles } from '../article-lines.ts';

/** One article as a file gives it, or why it is none. `place` is where it stands: `story.jsonl:3`, `report.txt`. */
export type Candidate = { place: string; article: Paste } | { place: string; refused: string };

export interface ForText {
  publishedAt?: string;
  source?: string;
}

/**
 * What the files hold, one article at a time: a name that ends in .txt is one article, anything else is JSON Lines.
 * @throws Problem when a file cannot be read
 */
export async function* candidates(files: string[], forText: ForText): AsyncGenerator<Candidate> {
  for (const file of files) {
    if (/\.txt$/i.test(file)) yield await textCandidate(file, forText);
    else {
      for await (const line of readArticles(file)) {
        const place = `${file}:${line.number}`;
        if ('failure' in line) yield { place, refused: line.failure.error.message };
        else yield { place, article: line.article };
      }
    }
  }
}

async function textCandidate(file: string, { publishedAt, source }: ForText): Promise<Candidate> {
  const bytes = await buffer(bytesOf(file));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { place: file, article: { text, publishedAt, source } };
  } catch {
    return { place: file, refused: 'The file is not UTF-8: save it with that encoding.' };
  }
}
