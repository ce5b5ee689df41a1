import * as z from 'zod';
import { ArticleIn } from './vocabulary.ts';

const article = z.record(z.string(), z.unknown()).parse(ArticleIn.meta()?.example);

/** What is said in a command: between apostrophes, so that a shell leaves it alone. */
const quoted = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "'\\''")}'`;

/**
 * A command for each operation. The tests run them against a server; `$TOKEN` is a token, `$CONFLICT` a conflict's id.
 */
export const examples: Readonly<Record<string, (origin: string) => string>> = {
  submitArticles: (origin) =>
    [
      `curl -sS ${origin}/api/articles`,
      '-H "Authorization: Bearer $TOKEN"',
      "-H 'Content-Type: application/json'",
      "-H 'Idempotency-Key: desk-2041-first'",
      `-d ${quoted(article)}`,
    ].join(' \\\n  '),
  readArticle: (origin) => `curl -sS ${origin}/api/articles/${article.id}`,
  listConflicts: (origin) => `curl -sS ${origin}/api/conflicts`,
  readConflict: (origin) => `curl -sS "${origin}/api/conflicts/$CONFLICT?asKnownAt=2020-10-18T00:00:00Z"`,
  listEvents: (origin) => `curl -sS "${origin}/api/conflicts/$CONFLICT/events?limit=20"`,
};
