/** The zone in which the reader is told times, an IANA name. */
export function zone(): string {
  return 'UTC';
}
