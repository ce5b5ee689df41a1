/** The minute of an instant, ISO 8601 in UTC: what is cited as known now is known at this minute. */
export function toTheMinute(instant: string): string {
  return `${instant.slice(0, 16)}:00.000Z`;
}

/** An address with the known time in it, as short as it can be written. */
export function withKnownAt(path: string, at: string | null): string {
  return at === null ? path : `${path}?asKnownAt=${at.replace(/(:00)?\.000Z$/, 'Z')}`;
}
