import { zoneNamed, zoneOfState } from './zone-names.ts';

/** Abbreviations that agencies use; "ET" follows daylight saving, "EST" as news uses it does too. */
const abbreviations: Readonly<Record<string, string>> = {
  gmt: 'UTC',
  utc: 'UTC',
  z: 'UTC',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  pt: 'America/Los_Angeles',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  eet: 'Europe/Kyiv',
  eest: 'Europe/Kyiv',
  bst: 'Europe/London',
  msk: 'Europe/Moscow',
  ist: 'Asia/Kolkata',
  pkt: 'Asia/Karachi',
  cat: 'Africa/Maputo',
  eat: 'Africa/Nairobi',
  wat: 'Africa/Lagos',
  sast: 'Africa/Johannesburg',
  trt: 'Europe/Istanbul',
  ict: 'Asia/Bangkok',
  wib: 'Asia/Jakarta',
  pht: 'Asia/Manila',
};

const abbreviated = new RegExp(
  `^,?\\s?(${Object.keys(abbreviations).join('|')})(?:\\s?([+-])\\s?(\\d{1,2})(?::00)?)?(?![\\p{L}\\p{N}])`,
  'iu',
);
/** "Moscow time", "East Africa Time", "Israeli local time", "local time". */
const called = /^,?\s?((?:[\p{L}'’.]{2,20} ){1,3}?)(?:(?:standard|summer|daylight|local) )?time(?!\p{L})/iu;
const within = /^,?\s?in (\p{Lu}[\p{L}'’]{1,20}(?: \p{Lu}[\p{L}'’]{1,20})?)(?=[),;.])/u;
const bracketed = /^\s?\(([^()]{2,30})\)/u;

/**
 * The zone named right after a clock time, also in brackets: an IANA name, several parted by `|` (zone-names.ts), an
 * offset such as `+04:00`, or `local`;
 * null when there is none. `length` is how much of the text it takes.
 */
export function zoneAfter(following: string): { zone: string; length: number } | null {
  const inner = bracketed.exec(following);
  if (inner) {
    const words = ` ${inner[1]}`;
    const zone = zoneAfter(words);
    return zone && zone.length === words.length ? { zone: zone.zone, length: inner[0].length } : null;
  }
  const short = abbreviated.exec(following);
  if (short) {
    const [all, letters = '', sign, hours = ''] = short;
    const zone = abbreviations[letters.toLowerCase()] ?? 'UTC';
    const shifted =
      sign && Number(hours) <= 14 && zone === 'UTC' ? `${sign}${hours.padStart(2, '0')}:00` : zone;
    return { zone: shifted, length: all.length };
  }
  const named = called.exec(following);
  const name = named?.[1]?.trim() ?? '';
  const zone = named && (name.toLowerCase() === 'local' ? 'local' : zoneNamed(name));
  if (zone) return { zone, length: named[0].length };
  const city = within.exec(following);
  const there = city && zoneOfState(city[1] ?? '');
  return there ? { zone: there, length: city[0].length } : null;
}
