import { publisherKey } from '@trucewatch/schema';
import * as z from 'zod';
import rows from './publishers.json' with { type: 'json' };

const Publisher = z
  .object({
    names: z.array(z.string().min(1)).min(1).describe('As articles name it'),
    family: z.string().optional().describe('Who owns it'),
    agency: z.string().optional().describe('The news agency that it is'),
    side: z.string().optional().describe('The state whose own it is, by its English name'),
    country: z.string().length(2).optional().describe('Where it is edited, ISO 3166-1 alpha-2'),
  })
  .strict();

const known = new Map(
  z
    .array(Publisher)
    .parse(rows)
    .flatMap(({ names, ...rest }) => names.map((name) => [publisherKey(name), rest] as const)),
);

/** What ties a publisher to others and to a state, by any of its names; nothing of most. */
export function publisherOf(name: string | undefined): Omit<z.infer<typeof Publisher>, 'names' | 'country'> {
  if (name === undefined) return {};
  const { country: _, ...ties } = known.get(publisherKey(name)) ?? {};
  return ties;
}

/** The country in which a publisher is edited, ISO 3166-1 alpha-2; null for most. */
export function countryOfPublisher(name: string): string | null {
  return known.get(publisherKey(name))?.country ?? null;
}
