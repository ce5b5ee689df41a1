import { embedPage, embedPolicy } from '#lib/server/pictures/embed.ts';
import { themeParameter } from '#lib/server/pictures/theme-parameter.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { conflictPath } from '#lib/server/views/sentence.ts';
import { statusSummary } from '#lib/server/views/status-summary.ts';
import { withKnownAt } from '#lib/time/known-at.ts';
import type { RequestHandler } from './$types';

/** A conflict's status for a frame on any site, now or as known at an instant. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const theme = themeParameter(url);
  const summary = statusSummary(story, conflict, new Date().toISOString());
  const address = `${url.origin}${withKnownAt(conflictPath(conflict.id), story.asKnownAt)}`;
  const body = embedPage({ ...summary, url: address, origin: url.origin, theme });
  return sharedFile(
    { request, locals },
    {
      body,
      type: 'text/html; charset=utf-8',
      isForOtherSites: true,
      headers: { 'content-security-policy': embedPolicy(theme) },
    },
  );
};
