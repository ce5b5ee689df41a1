import type { Article } from '@trucewatch/schema';
import { readArticles } from '../article-lines.ts';
import { type Engine, type EngineOptions, openEngine } from '../engine.ts';
import { write } from '../output.ts';
import { messageOf } from '../problem.ts';
import { progress } from '../progress.ts';

export interface ExtractOptions extends EngineOptions {
  input?: string;
  mentions?: boolean;
}

/**
 * Article lines in, extraction lines out, in the same order and one at a time.
 * @returns the exit status: 1 when a line gave an error line
 */
export async function extractCommand({
  input,
  mentions = false,
  ...chosen
}: ExtractOptions): Promise<number> {
  const engine = await openEngine(chosen);
  const watch = progress('articles');
  let exit = 0;
  for await (const line of readArticles(input)) {
    const answer = 'failure' in line ? line.failure : await attempt(engine, line.article, mentions);
    if ('error' in answer) exit = 1;
    await write(`${JSON.stringify(answer)}\n`);
    watch.count();
  }
  watch.end();
  return exit;
}

async function attempt(engine: Engine, article: Article, mentions: boolean) {
  try {
    return await engine(article, { mentions });
  } catch (error) {
    const message = `The extraction of this article failed: ${messageOf(error)}`;
    return { articleId: article.id, error: { code: 'extraction_failed', message } };
  }
}
