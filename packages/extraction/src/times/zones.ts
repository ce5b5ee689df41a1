import tzLookup from '@photostructure/tz-lookup';

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
};

/** "Moscow time", "Israeli time": by city, country or demonym. */
const named: Readonly<Record<string, string>> = {
  moscow: 'Europe/Moscow',
  russian: 'Europe/Moscow',
  baku: 'Asia/Baku',
  azerbaijani: 'Asia/Baku',
  yerevan: 'Asia/Yerevan',
  armenian: 'Asia/Yerevan',
  tbilisi: 'Asia/Tbilisi',
  kyiv: 'Europe/Kyiv',
  kiev: 'Europe/Kyiv',
  ukrainian: 'Europe/Kyiv',
  ukraine: 'Europe/Kyiv',
  israel: 'Asia/Jerusalem',
  israeli: 'Asia/Jerusalem',
  jerusalem: 'Asia/Jerusalem',
  gaza: 'Asia/Gaza',
  beirut: 'Asia/Beirut',
  damascus: 'Asia/Damascus',
  istanbul: 'Europe/Istanbul',
  turkish: 'Europe/Istanbul',
  ankara: 'Europe/Istanbul',
  tehran: 'Asia/Tehran',
  iran: 'Asia/Tehran',
  kabul: 'Asia/Kabul',
  islamabad: 'Asia/Karachi',
  pakistan: 'Asia/Karachi',
  'new delhi': 'Asia/Kolkata',
  indian: 'Asia/Kolkata',
  khartoum: 'Africa/Khartoum',
  sudan: 'Africa/Khartoum',
  'addis ababa': 'Africa/Addis_Ababa',
  washington: 'America/New_York',
  'new york': 'America/New_York',
  eastern: 'America/New_York',
  london: 'Europe/London',
  british: 'Europe/London',
  paris: 'Europe/Paris',
  berlin: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  vienna: 'Europe/Vienna',
  beijing: 'Asia/Shanghai',
  doha: 'Asia/Qatar',
  cairo: 'Africa/Cairo',
  riyadh: 'Asia/Riyadh',
  saudi: 'Asia/Riyadh',
  bangkok: 'Asia/Bangkok',
  'phnom penh': 'Asia/Phnom_Penh',
  manila: 'Asia/Manila',
  bogota: 'America/Bogota',
  sanaa: 'Asia/Aden',
  yemen: 'Asia/Aden',
  tripoli: 'Africa/Tripoli',
  libyan: 'Africa/Tripoli',
  baghdad: 'Asia/Baghdad',
};

const places = Object.keys(named).join('|');
const zonePattern = new RegExp(
  `^,?\\s?(?:(${Object.keys(abbreviations).join('|')})(?:\\s?([+-])\\s?(\\d{1,2})(?::00)?)?(?![\\p{L}\\p{N}])|(local) time|(${places}) (?:standard |local )?time|in (${places})(?=[),;.]))`,
  'iu',
);
const bracketed = /^\s?\(([^()]{2,30})\)/u;

/**
 * The zone named right after a clock time, also in brackets: an IANA name, an offset such as `+04:00`, or `local`;
 * null when there is none. `length` is how much of the text it takes.
 */
export function zoneAfter(following: string): { zone: string; length: number } | null {
  const inner = bracketed.exec(following);
  if (inner) {
    const words = ` ${inner[1]}`;
    const zone = zoneAfter(words);
    return zone && zone.length === words.length ? { zone: zone.zone, length: inner[0].length } : null;
  }
  const found = zonePattern.exec(following);
  if (!found) return null;
  const [all, abbreviation, sign, hours, local, zoneName, city] = found;
  if (local) return { zone: 'local', length: all.length };
  const zone = abbreviation
    ? abbreviations[abbreviation.toLowerCase()]
    : named[(zoneName ?? city ?? '').toLowerCase()];
  if (!zone) return null;
  const shifted =
    sign && Number(hours) <= 14 && zone === 'UTC' ? `${sign}${(hours ?? '').padStart(2, '0')}:00` : zone;
  return { zone: shifted, length: all.length };
}

/** The time zone at a place. */
export function zoneAt(lat: number, lon: number): string {
  return tzLookup(lat, lon);
}
