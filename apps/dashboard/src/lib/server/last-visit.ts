/** A pause this long ends a visit; in milliseconds. */
const pause = 30 * 60_000;

export interface Visit {
  /** When the visit before this one ended, ISO; null on the first. */
  since: string | null;
  /** What the cookie is to hold now. */
  cookie: string;
}

/**
 * A viewer's visit by what their cookie holds: when the visit before ended, and when they last looked, in epoch
 * milliseconds. Nothing else is kept, and nothing on the server. `now` in epoch milliseconds.
 */
export function visit(cookie: string | undefined, now: number): Visit {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(cookie ?? '');
  const [before, last] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  // A cookie from the future is a clock set wrong, or made up.
  if (last === 0 || last > now) return { since: null, cookie: `0.${now}` };
  const ended = now - last > pause ? last : Math.min(before, last);
  return { since: ended === 0 ? null : new Date(ended).toISOString(), cookie: `${ended}.${now}` };
}
