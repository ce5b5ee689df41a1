import { createReadStream, existsSync, statSync } from 'node:fs';
import { type Line, readLines } from '@trucewatch/ingest/lines';
import { Article, type ExtractionFailure } from '@trucewatch/schema';
import * as z from 'zod';
import { note } from './output.ts';
import { Problem } from './problem.ts';

/** An article of a story: what is known of it besides its text. */
export const StoryArticle = Article.safeExtend({
  replaces: z.string().optional().describe('Id of the article that this one corrects'),
  withdrawn: z
    .union([z.literal(true), z.iso.datetime({ offset: true }), z.iso.date()])
    .optional()
    .describe('From when it no longer counts; true: it never did'),
  family: z.string().optional().describe('Who owns the publisher: reports of one family are one source'),
  agency: z.string().optional().describe('The news agency whose text it carries'),
});
export type StoryArticle = z.infer<typeof StoryArticle>;

export type ArticleLine<A = Article> =
  | { number: number; article: A }
  | { number: number; failure: z.infer<typeof ExtractionFailure> };

/**
 * The articles of a JSON Lines file, or of standard input, in order and one at a time; a line that is no article comes out as a failure.
 * @throws Problem when the file cannot be read
 */
export async function* readArticles(file: string | undefined): AsyncGenerator<ArticleLine> {
  for await (const line of readLines(bytesOf(file))) yield articleOf(line, Article);
}

/** The articles of a story, as `readArticles` reads them. */
export async function* readStory(file: string | undefined): AsyncGenerator<ArticleLine<StoryArticle>> {
  for await (const line of readLines(bytesOf(file))) yield articleOf(line, StoryArticle);
}

/**
 * The bytes of a file, or of standard input when there is none or it is `-`.
 * @throws Problem when it does not exist or is a folder
 */
export function bytesOf(file: string | undefined): AsyncIterable<Uint8Array> {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) note('Reading from the keyboard; Ctrl-D ends. (--help shows what is expected.)');
    return process.stdin;
  }
  if (!existsSync(file)) throw new Problem(`There is no file ${file}.`);
  if (statSync(file).isDirectory()) throw new Problem(`${file} is a folder: name a file in it.`);
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}

const refusals = {
  line_too_long: 'The line is longer than 16 MB: split it into articles.',
  not_utf8: 'The line is not UTF-8: save the file with that encoding.',
};

/** Reads one line as an article, or says why it is none. */
function articleOf<A>(line: Line, schema: z.ZodType<A>): ArticleLine<A> {
  const { number } = line;
  const refuse = (code: string, message: string, articleId: string | null = null): ArticleLine<A> => ({
    number,
    failure: { articleId, error: { code, message } },
  });
  if ('refused' in line) return refuse(line.refused, refusals[line.refused]);
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch (error) {
    return refuse('not_json', `The line is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { number, article: parsed.data };
  return refuse('not_an_article', sentenceOf(parsed.error), idOf(value));
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

/** All that a schema found wrong, in one sentence: `id: …; publishedAt: …`. */
export function sentenceOf(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}
