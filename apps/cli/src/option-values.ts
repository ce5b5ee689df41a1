import { InvalidArgumentError } from 'commander';
import * as z from 'zod';

const Instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** Reads an option's instant: ISO 8601 with an offset, or a bare date, which is kept bare. */
export function instant(given: string): string {
  const parsed = Instant.safeParse(given);
  if (!parsed.success) {
    throw new InvalidArgumentError('Write it as 2020-10-17T22:30:00Z or, for a whole day, as 2020-10-17.');
  }
  return parsed.data;
}

/** Reads an option's number of seconds. */
export function seconds(given: string): number {
  const value = Number(given);
  if (!(value > 0)) throw new InvalidArgumentError('Write a number of seconds above 0.');
  return value;
}
