import type { Moment } from '@trucewatch/schema';

const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'UTC',
});
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `17 Oct 2020, 20:00 UTC`. The zone is always said. */
export function instantWords(instant: string): string {
  const at = new Date(instant);
  return `${dayMonthYear.format(at)}, ${clock.format(at)} UTC`;
}

/** `17 Oct 2020` (the UTC day). */
export function dayWords(instant: string): string {
  return dayMonthYear.format(new Date(instant));
}

/** `October 2020` (the UTC month). */
export function monthWords(instant: string): string {
  return monthYear.format(new Date(instant));
}

/** A publication time as the article has it: a bare date stays a date. */
export function publishedWords(publishedAt: string): string {
  return publishedAt.length === 10 ? dayWords(publishedAt) : instantWords(publishedAt);
}

/** How long, in the two largest units that matter: `4 min`, `3 h 20 min`, `2 d 5 h`, `38 d`. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return days > 9 || hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** A moment no finer than the text gives it: an instant, a day, a month, or the two ends of a stretch. */
export function momentWords(moment: Moment): string {
  const { earliest, latest, level } = moment;
  if (earliest === latest || level === 'minute') return instantWords(earliest);
  const width = Date.parse(latest) - Date.parse(earliest);
  if (level === 'month' && width < 32 * 86_400_000) return monthYear.format(middle(moment));
  if (level === 'year' && width < 367 * 86_400_000) return String(middle(moment).getUTCFullYear());
  // A local day begins and ends on another UTC day in most zones: its middle names it rightly.
  if (level === 'day' && width <= 86_400_000) return dayWords(middle(moment).toISOString());
  if (width <= 86_400_000) {
    const sameDay = dayWords(earliest) === dayWords(latest);
    const end = sameDay ? clock.format(new Date(latest)) : instantWords(latest).replace(' UTC', '');
    return `${instantWords(earliest).replace(' UTC', '')} to ${end} UTC`;
  }
  return `${dayWords(earliest)} to ${dayWords(latest)}`;
}

function middle(moment: Moment): Date {
  return new Date((Date.parse(moment.earliest) + Date.parse(moment.latest)) / 2);
}
