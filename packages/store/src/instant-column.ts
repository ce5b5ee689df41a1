import * as z from 'zod';

/** A `timestamptz` as the driver gives it, as ISO 8601 in UTC. */
export const instantColumn = z.date().transform((at) => at.toISOString());
