import { publisherKey } from '@trucewatch/schema';
import * as z from 'zod';
import rows from './publishers.json' with { type: 'json' };

const Publisher = z
  .object({
    names: z.array(z.string().min(1)).min(1).describe('As articles name it'),
    family: z.string().optional().describe('Who owns it'),
    agency: z.string().optional().describe('The news agency that it is'),
    side: z.string().optional().describe('The state whose own it is, by its English name'),
  })
  .strict();

const known = new Map(
  z
    .array(Publisher)
    .parse(rows)
    .flatMap(({ names, ...rest }) => names.map((name) => [publisherKey(name), rest] as const)),
);

/** What is known of a publisher by any of its names; nothing of most. */
export function publisherOf(name: string | undefined): Omit<z.infer<typeof Publisher>, 'names'> {
  return name === undefined ? {} : (known.get(publisherKey(name)) ?? {});
}
