import { error } from '@sveltejs/kit';
import { countReport, countriesOfConflict } from '@trucewatch/status';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { namesOf } from '#lib/server/names.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { changeZone, zoneOfPlace } from '#lib/server/reader-zone.ts';
import { changesOf } from '#lib/server/review/changes.ts';
import { queueFilter, reviewPath } from '#lib/server/review/queue.ts';
import { services } from '#lib/server/services.ts';
import { toldHappening } from '#lib/server/told-happening.ts';
import { reportOf } from '#lib/server/views/article.ts';
import { eventView } from '#lib/server/views/event.ts';
import { happeningView } from '#lib/server/views/happening.ts';
import { conflictPath, eventPath } from '#lib/server/views/sentence.ts';
import { eventSharing } from '#lib/server/views/sharing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
  depends(dependencies.story);
  const ref = { articleId: params.id, eventId: params.eventId };
  const asKnownAt = instantParameter(url, 'asKnownAt');
  const [{ article, extraction }, told] = await Promise.all([
    readArticle(params.id),
    toldHappening(services(), ref, asKnownAt),
  ]);
  const names = namesOf(locals.preferences.names);
  const event = extraction?.events.find(({ id }) => id === params.eventId);
  const zone = zoneOfPlace(locals.preferences, [
    ...(told ? countriesOfConflict(told.conflict.id) : []),
    ...(event?.where?.countryCode ? [event.where.countryCode] : []),
  ]);
  if (zone) changeZone(zone);
  const view = extraction && eventView(article, extraction, params.eventId, names);
  if (!view) error(404, m.event_no_event());
  const counted = countReport(reportOf(article, extraction.events), extraction.acts);
  const authors = extraction.acts.map(({ author }) => author);
  const people = await services().store.people.names([...new Set(authors)]);
  return {
    view,
    changed: changesOf(counted, params.eventId, people),
    isAdded: counted.provenance.get(params.eventId)?.addedBy != null,
    path: eventPath(params.id, params.eventId),
    ...(zone && { zone }),
    review: reviewPath(ref, told?.conflict.id ?? null, queueFilter(new URLSearchParams())),
    asKnownAt,
    happening: told && happeningView(told, ref),
    conflict: told && { name: told.conflict.name, path: conflictPath(told.conflict.id) },
    ...eventSharing(article, view, asKnownAt, { origin: url.origin, now: new Date().toISOString() }),
  };
};
