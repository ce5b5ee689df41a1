import { error } from '@sveltejs/kit';
import type { ExportedEvent } from '@trucewatch/interchange';
import { instantParameter } from './instant-parameter.ts';
import { services } from './services.ts';
import { eventsOf } from './views/conflict.ts';

/** A conflict's events for an export, as known at the instant in the address or now; an error page when there is none. */
export async function exportedEvents(conflictId: string, url: URL): Promise<ExportedEvent[]> {
  const story = await services().stories.story(instantParameter(url, 'asKnownAt'));
  const conflict = story.timeline.conflicts.find(({ id }) => id === conflictId);
  if (!conflict) error(404, 'No conflict has this address.');
  return eventsOf(conflict, story.reports).map(({ report, event }) => ({
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
