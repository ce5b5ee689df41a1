import type { Conflict, Event } from '@trucewatch/schema';
import { sideOf } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import { countWords } from '#lib/events/count-words.ts';
import { occasionWords } from '#lib/events/occasion.ts';
import type { EventGroup, EventSummary } from '#lib/events/view.ts';
import { eventTitle, polarityWords, roleWords } from '#lib/events/words.ts';
import { momentWords } from '#lib/time/instant.ts';
import { asWritten, type Names } from '../names.ts';
import { eventPath, sourceName } from './sentence.ts';

const groups: Record<Event['type'], EventGroup> = {
  ceasefire: 'truce',
  attack: 'fighting',
  clash: 'fighting',
  capture: 'fighting',
  talks: 'diplomacy',
  agreement: 'diplomacy',
  exchange: 'people',
  displacement: 'people',
  detention: 'people',
  aid: 'people',
  deployment: 'other',
  withdrawal: 'other',
  protest: 'other',
  sanction: 'other',
  threat: 'other',
  statement: 'other',
};

/** One event of one report, as lists and the chart show it; within a conflict it has a side. */
export function eventSummary(
  { article }: Pick<StoredReport, 'article'>,
  event: Event,
  { conflict, names = asWritten }: { conflict?: Conflict; names?: Names } = {},
): EventSummary {
  const [span] = event.evidence;
  const where = event.where ? names(event.where.id, event.where.name) : null;
  return {
    id: event.id,
    title: eventTitle(event),
    type: event.type,
    group: groupOf(event),
    reality: event.reality,
    at: instantOf(event, article),
    when: event.when ? momentWords(event.when) : null,
    where,
    occasion: occasionWords(event, where),
    actors: event.actors.map(({ role, id, name }) => ({ role: roleWords[role](), name: names(id, name) })),
    side: conflict ? doer(event, conflict) : null,
    casualties: event.casualties.map(countWords),
    claims: event.claims.map(({ by, polarity }) => ({
      by,
      does: polarityWords[polarity](),
      denies: polarity === 'denies',
    })),
    sentence: {
      quote: span?.quote ?? '',
      href: eventPath(article.id, event.id),
      articleId: article.id,
      eventId: event.id,
      source: sourceName(article.source),
      publishedAt: article.publishedAt ?? null,
    },
  };
}

/** The group whose shape and filter the event shares. */
export function groupOf({ type, step }: Pick<Event, 'type' | 'step'>): EventGroup {
  return step === 'violated' ? 'violation' : groups[type];
}

/** Middle of the moment it happened in, else of publication, else of arrival: only for the order and the chart. */
export function instantOf(event: Event, article: StoredReport['article']): string {
  if (!event.when) return new Date(article.publishedAt ?? article.receivedAt).toISOString();
  const middle = (Date.parse(event.when.earliest) + Date.parse(event.when.latest)) / 2;
  return new Date(middle).toISOString();
}

/** The one side of the conflict that the event is laid to, or null: what several did is nobody's lane. */
export function doer(event: Event, conflict: Conflict): string | null {
  const doers = event.actors.filter(({ role }) => role === 'initiator');
  const sides = new Set(doers.map((actor) => sideOf(conflict, actor)));
  return sides.size === 1 ? ([...sides][0] ?? null) : null;
}
