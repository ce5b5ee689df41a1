import { parse, toConllu } from '@trucewatch/language/parser';
import { readArticles } from '../article-lines.ts';
import { note, write } from '../output.ts';

/**
 * Article lines in, CoNLL-U out, one article at a time.
 * @returns the exit status: 1 when a line was no article
 */
export async function parseCommand({ input }: { input?: string }): Promise<number> {
  let exit = 0;
  for await (const line of readArticles(input)) {
    if ('failure' in line) {
      note(`Line ${line.number}: ${line.failure.error.message}`);
      exit = 1;
      continue;
    }
    const { id, text } = line.article;
    await write(toConllu(id, text, parse(text)));
  }
  return exit;
}
