import type { Feed } from '@trucewatch/store';

export type Health = 'fine' | 'stale' | 'failing' | 'silent' | 'paused' | 'new';

/** Without anything new for so long a feed counts as silent, in milliseconds: a week. */
const silence = 7 * 86_400_000;
/** So much later than its time a look counts as missing: a worker sweeps once a minute. */
const grace = 600_000;

type Seen = Pick<Feed, 'isPaused' | 'error' | 'succeededAt' | 'newAt' | 'nextAt' | 'addedAt'>;

/**
 * How a feed does, worst first: paused by a person; failing, for the last look gave an error; stale, for nobody has looked when
 * it was time; silent, for it is read and brings nothing.
 * @param now epoch milliseconds
 */
export function healthOf(
  { isPaused, error, succeededAt, newAt, nextAt, addedAt }: Seen,
  now: number,
): Health {
  if (isPaused) return 'paused';
  if (error !== null) return 'failing';
  if (now - Date.parse(nextAt) > grace) return 'stale';
  if (succeededAt === null) return 'new';
  return now - Date.parse(newAt ?? addedAt) > silence ? 'silent' : 'fine';
}
