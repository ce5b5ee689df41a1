import { hash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';

/** How long readers, proxies and other sites may keep a file before they ask again; in seconds. */
const keptFor = 300;

/** Who asks, and how. */
export type Asked = Pick<RequestEvent, 'request' | 'locals'>;

interface SharedFile {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** Whether other sites may show it within their pages. */
  isForOtherSites?: boolean;
  headers?: Record<string, string>;
}

/** A file that anybody may fetch again and again: who has it already is told so in a few bytes (304). */
export function sharedFile(
  { request, locals }: Asked,
  { body, type, isForOtherSites, headers }: SharedFile,
): Response {
  const etag = `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
  const all = {
    'content-type': type,
    // Where only members may read, no proxy may hand it on.
    'cache-control': `${locals.person ? 'private' : 'public'}, max-age=${keptFor}`,
    etag,
    ...(isForOtherSites && { 'cross-origin-resource-policy': 'cross-origin' }),
    ...headers,
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  // A proxy that compresses marks the tag as weak; the content is the same.
  const isKnown = known.some((one) => one.trim().replace(/^W\//, '') === etag);
  return isKnown ? new Response(null, { status: 304, headers: all }) : new Response(body, { headers: all });
}
