import type { AlertMessage, AlertNews } from '@trucewatch/schema';
import { statusRules } from '@trucewatch/status';
import type { Due } from '@trucewatch/store';

export type StatusMessage = Exclude<AlertMessage, { type: 'test' }>;

/** What a webhook is told: the same at each attempt. */
export function messageOf({ delivery, subscription }: Due): AlertMessage {
  const { id, kind, news } = delivery;
  if (news)
    return statusMessage(
      id,
      kind === 'corrected' ? 'status.corrected' : 'status.changed',
      news,
      subscription.origin,
    );
  const text = 'This is a test. Changes of status will come to this address.';
  return { type: 'test', id, at: delivery.createdAt, text };
}

function statusMessage(
  id: string,
  type: StatusMessage['type'],
  news: AlertNews,
  origin: string,
): StatusMessage {
  const conflict = `${origin}/conflicts/${encodeURIComponent(news.conflict.id)}`;
  return {
    type,
    id,
    ...news,
    changes: news.changes.map(({ rule, sentences, ...change }) => ({
      ...change,
      rule: ruleOf(rule),
      sentences: sentences.map(({ quote, source, publishedAt, articleId, eventId }) => ({
        quote,
        source,
        publishedAt,
        url: `${origin}/articles/${encodeURIComponent(articleId)}/events/${encodeURIComponent(eventId)}`,
      })),
    })),
    url: `${conflict}?asKnownAt=${encodeURIComponent(news.at)}`,
  };
}

function ruleOf(name: string | null): { name: string; says: string } | null {
  if (name === null) return null;
  return { name, says: statusRules.find((rule) => rule.name === name)?.says ?? '' };
}
