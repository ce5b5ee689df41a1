import { describe, expect, it } from 'vitest';
import { actorRows } from '../actors/actor-rows.ts';
import { curatedRows } from '../places/curated-rows.ts';
import { disputedNames, nameOfUser } from './disputed-names.ts';

describe('disputed names', () => {
  it('are names that texts are read by, and whoever uses them is known', () => {
    const read = new Map([
      ...curatedRows.map(({ id, name, aliases }) => [id, new Set([name, ...aliases])] as const),
      ...actorRows.map(({ id, aliases }) => [id, new Set(aliases)] as const),
    ]);
    for (const { id, names } of disputedNames) {
      for (const { name, by } of names) {
        expect([name, read.get(id)?.has(name)]).toEqual([name, true]);
        expect(by.filter((user) => nameOfUser(user) === undefined)).toEqual([]);
      }
    }
  });

  it('are told for both sides: nobody of a dispute stands alone', () => {
    expect(disputedNames.length).toBeGreaterThanOrEqual(15);
    for (const { names } of disputedNames)
      expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });
});
