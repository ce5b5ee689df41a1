import { extract } from '@trucewatch/extraction';
import { parse, type Sentence } from '@trucewatch/language/parser';
import { Article, extractionOf } from '@trucewatch/schema';

/** What is wrong with the trees of a text; null when all is well. */
export function parseFault(text: string): string | null {
  try {
    let last = 0;
    for (const sentence of parse(text)) {
      for (const { start, end, text: form } of sentence.tokens) {
        if (start < last) return 'tokens overlap or are out of order';
        if (end <= start || text.slice(start, end) !== form)
          return 'a token is not what the text has at its span';
        last = end;
      }
      if (!isTree(sentence)) return 'a sentence is not one tree';
    }
    return null;
  } catch (error) {
    return thrown(error);
  }
}

/** What is wrong with the extraction of an article with that text; null when all is well. */
export function extractFault(text: string): string | null {
  // The title is a text of its own to the rules; the schema refuses an empty text and a long title.
  const title = text.length <= 300 ? text : undefined;
  const article = Article.safeParse({ id: 'fuzz', text, title, publishedAt: '2020-10-17T20:00:00Z' });
  if (!article.success) return null;
  try {
    const result = extractionOf(article.data).safeParse(extract(article.data, { mentions: true }));
    if (result.success) return null;
    const [issue] = result.error.issues;
    return `against the schema: ${issue?.message.replace(/\d+/gu, '…')} (${issue?.path.filter((key) => typeof key === 'string').join('.')})`;
  } catch (error) {
    return thrown(error);
  }
}

function isTree({ tokens }: Sentence): boolean {
  if (tokens.filter(({ head }) => head < 0).length !== 1) return false;
  // 0: not seen, 1: on the way up, 2: known to reach the root.
  const state = new Uint8Array(tokens.length);
  for (const { index } of tokens) {
    const way: number[] = [];
    let at = index;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      way.push(at);
      at = tokens[at]?.head ?? -1;
    }
    if (at >= 0 && state[at] === 1) return false;
    for (const step of way) state[step] = 2;
  }
  return true;
}

function thrown(error: unknown): string {
  const where =
    error instanceof Error ? /\((?:file:\/\/)?\S*\/(\S+:\d+):\d+\)/.exec(error.stack ?? '')?.[1] : '';
  return `throws ${error instanceof Error ? error.message.slice(0, 120) : 'something'} at ${where}`;
}
