import type { Moment } from '@trucewatch/schema';

/** An instant, a stretch of hours, or whole days (both ends included, `YYYY-MM-DD`). Instants are ISO 8601 in UTC. */
export type CalendarTime = { at: string } | { from: string; to: string } | { day: string; lastDay: string };

export interface CalendarEntry {
  /** Stays the same however often the entry changes, and is nobody else's. */
  uid: string;
  when: CalendarTime;
  summary: string;
  description: string;
  url: string;
  /** tentative: it lies ahead or may be otherwise; cancelled: it will not come. */
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** When what is said here became known. */
  stamp: string;
  categories: readonly string[];
}

export interface Calendar {
  name: string;
  description: string;
  /** The calendar's own address. */
  url: string;
  entries: readonly CalendarEntry[];
}

const day = 86_400_000;

/**
 * A moment as a calendar can hold it, no finer than it is known: an instant where its ends meet; a day or more as whole
 * days, a single one by its middle, as it is the day of its place; anything shorter as a stretch between its ends.
 */
export function calendarTime({ earliest, latest, level }: Moment): CalendarTime {
  const [start, end] = [Date.parse(earliest), Date.parse(latest)];
  if (start === end || level === 'minute') return { at: earliest };
  if (end - start <= day && level !== 'day') return { from: earliest, to: latest };
  if (end - start > 1.5 * day) return { day: dayOf(start), lastDay: dayOf(end) };
  const middle = dayOf((start + end) / 2);
  return { day: middle, lastDay: middle };
}

/** A calendar as an iCalendar object (RFC 5545, its name and refreshing by RFC 7986), entries in the order given. */
export function iCalendar(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trucewatch//Ceasefires//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(calendar.name)}`,
    `X-WR-CALNAME:${text(calendar.name)}`,
    `DESCRIPTION:${text(calendar.description)}`,
    `SOURCE;VALUE=URI:${address(calendar.url)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...calendar.entries.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${instant(entry.stamp)}`,
    ...timeLines(entry.when),
    `SUMMARY:${text(entry.summary)}`,
    `DESCRIPTION:${text(entry.description)}`,
    `URL:${address(entry.url)}`,
    `CATEGORIES:${entry.categories.map(text).join(',')}`,
    `STATUS:${entry.status.toUpperCase()}`,
    // Nobody is busy because of it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function timeLines(when: CalendarTime): string[] {
  if ('at' in when) return [`DTSTART:${instant(when.at)}`];
  if ('from' in when) return [`DTSTART:${instant(when.from)}`, `DTEND:${instant(when.to)}`];
  // The end of whole days is the day after them.
  const after = dayOf(Date.parse(when.lastDay) + day);
  const written = (date: string) => date.replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${written(when.day)}`, `DTEND;VALUE=DATE:${written(after)}`];
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `20201017T200000Z`: seconds are the finest that the format has. */
function instant(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A value of type TEXT (section 3.3.11): control characters but the tab are none of it. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A value of type URI, which is not escaped: line breaks and whatever else is no part of an address are percent-encoded. */
function address(url: string): string {
  return new URL(url).href;
}

const encoder = new TextEncoder();

/** Long lines go on in the next one after a blank: 75 octets at most (section 3.1), no character cut in two. */
function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of line) {
    const { length } = encoder.encode(character);
    if (octets + length > 75) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += character;
    octets += length;
  }
  return [...rows, row].join('\r\n');
}
