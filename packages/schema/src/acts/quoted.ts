import { eachSpan } from '../extraction.ts';
import { isQuotedFrom, type Quotable, type Span } from '../span.ts';
import type { Decision } from './decision.ts';

/** The words that a decision rests on, each with the article that they stand in. */
function quotedBy(decision: Decision): { articleId: string; span: Span }[] {
  const inArticle = (articleId: string, value: unknown) => {
    const quoted: { articleId: string; span: Span }[] = [];
    eachSpan(value, (span) => quoted.push({ articleId, span }));
    return quoted;
  };
  switch (decision.kind) {
    case 'accept_event':
    case 'reject_event':
    case 'correct_field':
      return inArticle(decision.event.articleId, decision);
    case 'add_event':
      return inArticle(decision.articleId, decision.event);
    case 'join':
    case 'split':
      return decision.events.flatMap((event) => inArticle(event.articleId, event));
    case 'move_report':
      return [decision.event, ...(decision.to ? [decision.to] : [])].flatMap((event) =>
        inArticle(event.articleId, event),
      );
    default:
      return [];
  }
}

/** The first of the decision's quotes that its article does not have where the decision says; null when all stand there. */
export function falseQuoteOf(
  decision: Decision,
  articles: ReadonlyMap<string, Quotable>,
): { articleId: string; span: Span } | null {
  const isFalse = ({ articleId, span }: { articleId: string; span: Span }) => {
    const article = articles.get(articleId);
    return !article || !isQuotedFrom(article, span);
  };
  return quotedBy(decision).find(isFalse) ?? null;
}
