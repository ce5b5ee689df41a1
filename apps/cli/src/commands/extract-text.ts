import { buffer } from 'node:stream/consumers';
import { Article } from '@trucewatch/schema';
import { bytesOf, sentenceOf } from '../article-lines.ts';
import { chronicle } from '../chronicle.ts';
import { type EngineOptions, openEngine } from '../engine.ts';
import { write } from '../output.ts';
import { Problem } from '../problem.ts';

export interface ExtractTextOptions extends EngineOptions {
  title?: string;
  publishedAt?: string;
  mentions?: boolean;
  pretty?: boolean;
  trace?: boolean;
}

/**
 * One article as plain text, for a person: a readable chronicle with `pretty`, otherwise the same line as `extract` gives.
 * The text is read as it stands in the file, so that offsets count from the file's first character.
 * @returns the exit status
 * @throws Problem when the file cannot be read or is no article
 */
export async function extractTextCommand(file: string, options: ExtractTextOptions): Promise<number> {
  const { title, publishedAt, mentions = false, pretty = false, trace = false, ...chosen } = options;
  const parsed = Article.safeParse({
    id: file === '-' ? 'stdin' : file,
    text: await textOf(file),
    title,
    publishedAt,
  });
  if (!parsed.success) throw new Problem(`${file} is no article: ${sentenceOf(parsed.error)}.`);
  const engine = await openEngine(chosen);
  const extraction = await engine(parsed.data, { mentions, trace });
  if (pretty) await write(`${chronicle(parsed.data, extraction)}\n`);
  else await write(`${JSON.stringify(extraction)}\n`);
  return 0;
}

async function textOf(file: string): Promise<string> {
  const bytes = await buffer(bytesOf(file));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(`${file} is not UTF-8: save it with that encoding.`);
  }
}
