import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const folder = new URL('../data/', import.meta.url);
const rowsOf = (kind: string): { file: string; rows: unknown[] }[] =>
  readdirSync(new URL(`${kind}/`, folder)).map((file) => ({
    file,
    rows: JSON.parse(readFileSync(new URL(`${kind}/${file}`, folder), 'utf8')),
  }));

const PlaceRow = z.strictObject({
  id: z.string().regex(/^place:[a-z0-9-]+$/u),
  name: z.string().min(2),
  aliases: z.array(z.string().min(2)),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  level: z.enum(['site', 'city', 'district', 'province', 'country', 'region']),
  country: z.string().length(2).optional(),
  admin1: z.string().optional(),
});
const ActorRow = z.strictObject({
  id: z.string().regex(/^(?:country:[A-Z]{2}|(?:group|org):[a-z0-9-]+)$/u),
  aliases: z.array(z.string().min(2)),
  people: z.array(z.string().min(3)),
});

describe('curated data', () => {
  it.each(rowsOf('places'))('places/$file has the documented format', ({ rows }) => {
    z.array(PlaceRow).parse(rows);
  });
  it.each(rowsOf('actors'))('actors/$file has the documented format', ({ rows }) => {
    z.array(ActorRow).parse(rows);
  });
  it('dyads.json names pairs of known form, smaller id first', () => {
    const pairs = z
      .array(z.tuple([ActorRow.shape.id, ActorRow.shape.id]))
      .parse(JSON.parse(readFileSync(new URL('dyads.json', folder), 'utf8')));
    for (const [first, second] of pairs) expect(first < second).toBe(true);
  });
  it('patrons.json names a group and a state in each row', () => {
    const rows = JSON.parse(readFileSync(new URL('patrons.json', folder), 'utf8'));
    for (const [group, state] of z.array(z.tuple([ActorRow.shape.id, ActorRow.shape.id])).parse(rows))
      expect([group.startsWith('group:'), state.startsWith('country:')]).toEqual([true, true]);
  });
  it('no id stands twice among the places', () => {
    const ids = rowsOf('places').flatMap(({ rows }) =>
      z
        .array(PlaceRow)
        .parse(rows)
        .map((row) => row.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('the gazetteer stays under 2 MB', () => {
    expect(statSync(new URL('gazetteer.json', folder)).size).toBeLessThan(2_000_000);
  });
});
