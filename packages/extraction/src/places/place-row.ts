import * as z from 'zod';
import { NamesInUse } from '../names/names-in-use.ts';

const name = z.string().trim().min(2);

/** A row of data/places/. */
export const PlaceRow = z.strictObject({
  id: z.string().regex(/^place:[a-z0-9-]+$/u, 'place: and a slug of small letters'),
  name,
  aliases: z.array(name),
  names: NamesInUse.optional(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  level: z.enum(['site', 'city', 'district', 'province', 'country', 'region']),
  country: z.string().length(2, 'two letters of ISO 3166-1').optional(),
  admin1: z.string().optional(),
});
