import leaderRows from '../../data/leaders.json' with { type: 'json' };
import { fold } from '../names/fold.ts';
import type { LeaderRow, RolePeriod } from './actor-row.ts';
import type { Role } from './role-words.ts';

/** A person who is or was in office, and when. */
export interface Leader {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  posts: RolePeriod[];
}

const byName = new Map<string, Leader>();
let longest = 1;
for (const [country, names, role, from, until] of leaderRows as LeaderRow[]) {
  const [name = '', ...others] = names.split(';');
  const leader = byName.get(fold(name)) ?? { name, country, posts: [] };
  leader.posts.push({ role, ...(from ? { from } : {}), ...(until ? { until } : {}) });
  for (const each of [name, ...others]) {
    byName.set(fold(each), leader);
    longest = Math.max(longest, each.split(' ').length);
  }
}

/** The person of office whose full name stands in a phrase, given as folded words. */
export function leaderIn(words: readonly string[]): Leader | undefined {
  for (let start = 0; start < words.length; start++)
    for (let count = Math.min(longest, words.length - start); count > 1; count--) {
      const leader = byName.get(words.slice(start, start + count).join(' '));
      if (leader) return leader;
    }
  return undefined;
}

/**
 * What somebody was on a day, YYYY-MM-DD: the first period that holds it, as in the CAMEO dictionaries; a day after the
 * last period gives `after`. Without a day the latest period counts.
 */
export function roleOn(
  periods: readonly RolePeriod[],
  day: string | undefined,
  after: Role | undefined,
): Role | undefined {
  if (day === undefined) return periods.at(-1)?.role;
  const held = periods.find(({ from, until }) => (!from || from <= day) && (!until || day < until));
  if (held) return held.role;
  return periods.some(({ until }) => until !== undefined && until <= day) ? after : undefined;
}
