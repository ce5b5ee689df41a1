import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';

const Started = z.object({
  request: z.custom<IncomingMessage>((value) => typeof value === 'object' && value !== null),
});

/**
 * Mail programs end a subscription with one click (RFC 8058): they post a form to the address in the mail, from their own
 * servers, without the header by which Kit tells its own pages' forms from others'. No cookie goes with it and the token in
 * the address is all it takes, so it is let through as ours. What comes from a browser has that header and stays as it is.
 */
export function takeOneClicks(origin: string): void {
  subscribe('http.server.request.start', (message) => {
    const { data } = Started.safeParse(message);
    if (!data) return;
    const { method, url, headers } = data.request;
    if (method === 'POST' && url?.startsWith('/alerts/unsubscribe/') && headers.cookie === undefined)
      headers.origin ??= origin;
  });
}
