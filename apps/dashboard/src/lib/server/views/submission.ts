import type { Account, ArticleSummary } from '@trucewatch/store';
import type { SubmissionView } from '#lib/forms/submission-view.ts';
import { m } from '#lib/paraglide/messages.js';
import { whoWords } from './intake.ts';
import { articlePath, sourceName } from './sentence.ts';

/** An article on its way, as the operators' lists show it. */
export function submissionView(
  article: ArticleSummary,
  accounts: readonly Pick<Account, 'id' | 'name'>[],
): SubmissionView {
  const { id, title, source, publishedAt, state, reason, attempts, receivedAt, startedAt, finishedAt } =
    article;
  return {
    id,
    path: `/submissions/${encodeURIComponent(id)}`,
    articlePath: articlePath(id),
    title: title ?? m.event_untitled_article(),
    source: sourceName(source),
    publishedAt: publishedAt ?? null,
    state,
    reason,
    attempts,
    receivedAt,
    cameBy: article.cameBy,
    who: whoWords(article.submittedBy, accounts),
    seconds: startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null,
  };
}
