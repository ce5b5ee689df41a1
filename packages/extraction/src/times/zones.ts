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

const zonePattern = new RegExp(
  `^\\s?\\(?(?:(${Object.keys(abbreviations).join('|')})\\b|(local) time|(${Object.keys(named).join('|')}) (?:standard |local )?time|in (${Object.keys(named).join('|')})(?=[),;.]))`,
  'iu',
);

/** The zone named right after a clock time: an IANA name, `local`, or null. `length` is how much of the text it takes. */
export function zoneAfter(following: string): { zone: string; length: number } | null {
  const found = zonePattern.exec(following.slice(0, 40));
  if (!found || found[0].includes('(')) return null;
  const [all, abbreviation, local, zoneName, city] = found;
  const name = zoneName ?? city;
  const zone = local
    ? 'local'
    : abbreviation
      ? abbreviations[abbreviation.toLowerCase()]
      : named[(name ?? '').toLowerCase()];
  return zone ? { zone, length: all.length } : null;
}

/** The time zone at a place. */
export function zoneAt(lat: number, lon: number): string {
  return tzLookup(lat, lon);
}
