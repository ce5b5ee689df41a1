import { formatter } from '#lib/language/intl.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `in 3 hours`, `tomorrow`, `2 days ago`: whole units only, none larger than days up to a month. Both are ISO instants. */
export function relativeWords(at: string, now: string): string {
  const away = Date.parse(at) - Date.parse(now);
  const far = Math.abs(away);
  const relative = formatter('relative', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }));
  if (far < hour) return relative.format(Math.trunc(away / minute), 'minute');
  // Up to two days in hours: "tomorrow" may be a day and a half away, which matters before a truce begins.
  if (far < 2 * day) return relative.format(Math.round(away / hour), 'hour');
  if (far < 60 * day) return relative.format(Math.round(away / day), 'day');
  if (far < 700 * day) return relative.format(Math.round(away / (30.44 * day)), 'month');
  return relative.format(Math.round(away / (365.25 * day)), 'year');
}
