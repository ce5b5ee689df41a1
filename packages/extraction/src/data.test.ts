import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ActorRow, LeaderRow, roleCodes } from './actors/actor-row.ts';
import { keyOf, placesNamed } from './places/gazetteer.ts';
import { PlaceRow } from './places/place-row.ts';

const folder = new URL('../data/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const filesOf = (kind: string): string[] =>
  readdirSync(new URL(`${kind}/`, folder)).map((file) => `${kind}/${file}`);

/** What is wrong with the rows of a file, in words for the person who wrote them. */
function faultsOf(row: z.ZodType, rows: unknown): string[] {
  const list = z.array(z.unknown()).parse(rows);
  return list.flatMap((each, index) => {
    const { error } = row.safeParse(each);
    const name = (each as { id?: string }).id ?? String((each as unknown[])[1] ?? '');
    return (error?.issues ?? []).map(
      (issue) => `row ${index + 1} (${name}) ${issue.path.join('.')}: ${issue.message}`,
    );
  });
}

const actors = filesOf('actors').flatMap((file) => z.array(ActorRow).parse(read(file)));
const countryCodes = new Set(
  z
    .array(z.object({ code: z.string() }))
    .parse(read('countries.json'))
    .map(({ code }) => code),
);

describe('curated data', () => {
  it.each(filesOf('places'))('%s has the documented format', (file) => {
    expect(faultsOf(PlaceRow, read(file))).toEqual([]);
  });
  it.each(filesOf('actors'))('%s has the documented format', (file) => {
    expect(faultsOf(ActorRow, read(file))).toEqual([]);
  });
  it('leaders.json has the documented format', () => {
    expect(faultsOf(LeaderRow, read('leaders.json'))).toEqual([]);
  });
  it('a wrong row is told by its file, its number and what is wrong', () => {
    const rows = [
      { id: 'group:x', aliases: ['X Front'], people: [], roles: [{ role: 'REBEL', from: '2020' }] },
    ];
    const faults = faultsOf(ActorRow, rows).join('\n');
    expect(faults).toMatch(/^row 1 \(group:x\) roles\.0\.role: .*"REB"/mu);
    expect(faults).toMatch(/roles\.0\.from: a day as YYYY-MM-DD/u);
  });
  it('no id stands twice', () => {
    const places = filesOf('places').flatMap((file) => z.array(PlaceRow).parse(read(file)));
    for (const ids of [places.map(({ id }) => id), actors.map(({ id }) => id)])
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  it('no name stands for two actors', () => {
    const owners = new Map<string, string>();
    const clashes = actors.flatMap(({ id, aliases, demonyms = [], seats = [] }) =>
      [...aliases, ...demonyms, ...seats].filter((name) => {
        const owner = owners.get(keyOf(name));
        owners.set(keyOf(name), id);
        return owner !== undefined && owner !== id;
      }),
    );
    expect(clashes).toEqual([]);
  });
  it('every country that an actor belongs to is one of countries.json', () => {
    for (const { id, country = '' } of actors)
      expect(country.length !== 2 || countryCodes.has(country), `${id}: ${country}`).toBe(true);
  });
  it('roles.json names known roles, each word once', () => {
    const roles = z.partialRecord(z.enum(roleCodes), z.string()).parse(read('roles.json'));
    const words = Object.values(roles).flatMap((list) => list.split('|'));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
  it('dyads.json names pairs of known form, smaller id first', () => {
    for (const [first, second] of z
      .array(z.tuple([ActorRow.shape.id, ActorRow.shape.id]))
      .parse(read('dyads.json')))
      expect(first < second).toBe(true);
  });
  it('patrons.json names a group and a state in each row', () => {
    for (const [group, state] of z
      .array(z.tuple([ActorRow.shape.id, ActorRow.shape.id]))
      .parse(read('patrons.json')))
      expect([group.startsWith('group:'), state.startsWith('country:')]).toEqual([true, true]);
  });
  it.each(['dyads.json', 'patrons.json'])('%s names actors that are known', (file) => {
    const known = new Set([
      ...actors.map(({ id }) => id),
      ...[...countryCodes].map((code) => `country:${code}`),
    ]);
    const ids = z.array(z.array(z.string())).parse(read(file)).flat();
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });
  it('exonyms.json names towns of the gazetteer', () => {
    for (const [name, own] of z.array(z.tuple([z.string(), z.string()])).parse(read('exonyms.json')))
      expect(placesNamed(keyOf(own)).length, `${name}: ${own}`).toBeGreaterThan(0);
  });
  it.each(['gazetteer.json', 'provinces.json'])(
    '%s is sorted, so that it can be searched by halving',
    (file) => {
      const keys = z
        .string()
        .parse(read(file))
        .split('\n')
        .map((row) => row.slice(0, row.indexOf(',')));
      expect(keys.findIndex((key, index) => index > 0 && key < (keys[index - 1] as string))).toBe(-1);
    },
  );
  it('the gazetteer stays under 3 MB', () => {
    expect(statSync(new URL('gazetteer.json', folder)).size).toBeLessThan(3_000_000);
  });
});
