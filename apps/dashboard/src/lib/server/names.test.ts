import { describe, expect, it } from 'vitest';
import { disputedNameViews, isNameUser, namesOf, nameUsers } from './names.ts';

describe('names that are in dispute', () => {
  it('are those of whomever the reader chose, and as written without a choice', () => {
    const called = (user: string | null) => namesOf(user)('place:stepanakert', 'Hankendi');
    expect(called(null)).toBe('Hankendi');
    expect(called('country:AM')).toBe('Stepanakert');
    expect(called('country:AZ')).toBe('Khankendi');
  });

  it('stay as written where the one chosen has no name, or nobody knows the place', () => {
    const names = namesOf('country:AZ');
    expect(names('place:kyiv', 'Kiev')).toBe('Kiev');
    expect(names(undefined, 'Noplace')).toBe('Noplace');
    expect(names('place:stepanakert', 'the outskirts of Stepanakert')).toBe('the outskirts of Stepanakert');
  });

  it('can be chosen of everybody who uses one, of both sides of each dispute alike', () => {
    const [first, ...rest] = nameUsers();
    expect(first?.name).toBe('United Nations');
    expect(rest.map(({ name }) => name)).toEqual(
      rest.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en')),
    );
    expect(isNameUser('country:AM') && isNameUser('country:AZ')).toBe(true);
    expect([isNameUser('country:ZZ'), isNameUser(null), isNameUser('')]).toEqual([false, false, false]);
    expect(disputedNameViews().find(({ id }) => id === 'place:stepanakert')?.names).toEqual([
      { name: 'Stepanakert', by: ['Armenia', 'Artsakh'] },
      { name: 'Khankendi', by: ['Azerbaijan', 'United Nations'] },
    ]);
  });
});
