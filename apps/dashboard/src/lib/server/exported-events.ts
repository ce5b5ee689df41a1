import { error } from '@sveltejs/kit';
import type { ExportedEvent } from '@trucewatch/interchange';
import { m } from '#lib/paraglide/messages.js';
import { eventFilter } from './event-filter.ts';
import { instantParameter } from './instant-parameter.ts';
import { services } from './services.ts';
import { eventRows } from './views/event-rows.ts';
import { select } from './views/event-selection.ts';

/** A conflict's events that the filter in the address leaves, as known at the instant there or now; an error page when it has no conflict. */
export async function exportedEvents(conflictId: string, url: URL): Promise<ExportedEvent[]> {
  const story = await services().stories.of(conflictId, instantParameter(url, 'asKnownAt'));
  const [conflict] = story?.timeline.conflicts ?? [];
  if (!story || !conflict) error(404, m.claims_no_conflict());
  const { chosen } = select(eventRows(conflict, story.reports), eventFilter(url.searchParams));
  return chosen.map(({ report, event }) => ({
    article: report.article,
    event,
    conflictId,
  }));
}

/** A file to download, named after its conflict. */
export function download(body: string, type: string, conflictId: string, ending: string): Response {
  const name = `${conflictId.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}-${ending}`;
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
