import * as z from 'zod';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** Hours from UTC of the zones that mail and feeds name by letters (RFC 2822, section 4.3), and of a few more. */
const zones: Record<string, string> = {
  gmt: '+00:00',
  ut: '+00:00',
  utc: '+00:00',
  z: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
};
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Systems write the year 1 or 1970 where they know none. */
const earliest = '1971-01-01';

/**
 * A time of publication as pages and feeds write it (ISO 8601 and its near misses, RFC 2822, `November 18, 2019`), as an
 * instant with its offset or, where the hour or the zone is not told, as the bare day. Undefined when it is none: a wrong
 * time is worse than no time.
 */
export function publicationTime(written: string | null | undefined): string | undefined {
  const text = (written ?? '').trim().replace(/\s+/g, ' ').slice(0, 100);
  return fromIso(text) ?? fromWords(text) ?? fromEpoch(text);
}

const iso =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?$/i;

function fromIso(text: string): string | undefined {
  const found = iso.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone] = found;
  return whole(`${year}-${month}-${day}`, hour && `${hour}:${minute}:${second}`, zone);
}

/** `Mon, 18 Nov 2019 23:04:00 EST`, `18 November 2019`, `November 18, 2019 at 11:04 p.m. GMT`. */
const dayFirst =
  /^(?:\p{L}{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th)?[ -](\p{L}{3,9})\.?,?[ -](\d{4}|\d\d)\b(.*)$/u;
const monthFirst = /^(?:\p{L}{3,9}\.?,? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b(.*)$/u;
const clock =
  /^,?(?: at| -| \|)? ?(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap])\.?m\.?)?(?: ?\(?([+-]\d\d:?\d\d|\p{L}{1,5})\)?)?/iu;

function fromWords(text: string): string | undefined {
  const byDay = dayFirst.exec(text);
  const byMonth = byDay ? null : monthFirst.exec(text);
  const [day, monthName, year, rest] = byDay
    ? [byDay[1], byDay[2], byDay[3], byDay[4]]
    : [byMonth?.[2], byMonth?.[1], byMonth?.[3], byMonth?.[4]];
  const month = months.indexOf((monthName ?? '').slice(0, 3).toLowerCase()) + 1;
  if (!day || !year || month === 0) return undefined;
  const fullYear = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const date = `${fullYear}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = clock.exec(rest ?? '');
  if (!time) return whole(date);
  const [, hour = '', minute, second = '00', half, zone] = time;
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  return whole(date, `${String(hours).padStart(2, '0')}:${minute}:${second}`, zone);
}

/** Seconds or milliseconds since 1970, as some pages have it in their data. */
function fromEpoch(text: string): string | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString();
}

function whole(date: string, time?: string, zone?: string): string | undefined {
  if (!Day.safeParse(date).success || date < earliest) return undefined;
  if (!time || !zone) return date;
  const offset = /^[+-]/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`
    : zones[zone.toLowerCase()];
  if (!offset) return date;
  const instant = `${date}T${time}${offset === '+00:00' ? 'Z' : offset}`;
  return Instant.safeParse(instant).success ? instant : date;
}
