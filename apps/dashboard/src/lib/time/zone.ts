/** The zone in which the reader is told times, an IANA name; server and browser know it each in its own way. */
let current = () => 'UTC';

export function zone(): string {
  return current();
}

/** Tells this module where to learn the zone: once when the server starts, once when the page comes alive. */
export function overwriteZone(know: () => string): void {
  current = know;
}

/** A zone that Intl knows, by its one name, else null: a cookie may say anything. */
export function knownZone(name: string | undefined): string | null {
  if (!name || name.length > 40 || !/^[A-Za-z][\w+/-]*$/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
