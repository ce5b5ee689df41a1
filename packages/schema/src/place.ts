import * as z from 'zod';
import { Span } from './span.ts';

export const Place = z
  .object({
    name: z.string().min(1).describe('As the text has it'),
    id: z.string().optional().describe('Identity in our gazetteer, such as geonames:586523'),
    lat: z.number().min(-90).max(90).optional().describe('Latitude in degrees, WGS 84'),
    lon: z.number().min(-180).max(180).optional().describe('Longitude in degrees, WGS 84'),
    countryCode: z.string().length(2).optional().describe('ISO 3166-1 alpha-2 of the state recognised there'),
    admin1: z.string().optional().describe('First-level division'),
    level: z
      .enum(['site', 'city', 'district', 'province', 'country', 'region'])
      .describe('What kind of area it is'),
    mention: Span.describe('Where the text names it'),
  })
  .describe('Where something happened');
export type Place = z.infer<typeof Place>;
