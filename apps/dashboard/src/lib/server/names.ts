import { type DisputedName, disputedNames, nameOfUser } from '@trucewatch/extraction/names';

/**
 * What a place or an actor is called: by its id, where the reader chose whose names they see, else as it is written.
 * Quotes are never changed, and exports have ids.
 */
export type Names = (id: string | null | undefined, written: string) => string;

/** The default. */
export const asWritten: Names = (_, written) => written;

/** Whose names somebody may choose. */
export interface NameUser {
  id: string;
  name: string;
  /** Disputed names that it uses one of. */
  count: number;
}

const unitedNations = 'org:un';

const users = usersOf(disputedNames);
const chosen = new Map<string, Names>();

/** Those who use disputed names: the United Nations first, then by name. */
export function nameUsers(): readonly NameUser[] {
  return users;
}

/** Whether somebody's names can be chosen. */
export function isNameUser(id: unknown): id is string {
  return users.some((user) => user.id === id);
}

/** What somebody whose names can be chosen is called; null for nobody. */
export function userName(id: string | null): string | null {
  return users.find((user) => user.id === id)?.name ?? null;
}

/** The names that one of `nameUsers` uses; what it has no name for, and everything for null, stays as written. */
export function namesOf(user: string | null): Names {
  if (user === null) return asWritten;
  const known = chosen.get(user);
  if (known) return known;
  const own = new Map(
    disputedNames.flatMap(({ id, names, spellings }) => {
      const used = names.find(({ by }) => by.includes(user));
      const known = new Set(spellings.map((one) => one.toLowerCase()));
      return used ? [[id, { name: used.name, known }] as const] : [];
    }),
  );
  // "The Karabakh military" stands for more than a name: only what is a name of it gives way to another.
  const names: Names = (id, written) => {
    const other = id ? own.get(id) : undefined;
    return other?.known.has(written.toLowerCase()) ? other.name : written;
  };
  chosen.set(user, names);
  return names;
}

/** One disputed name with who uses which. */
export interface DisputedNameView {
  id: string;
  kind: DisputedName['kind'];
  names: { name: string; by: string[] }[];
}

/** All disputed names in the order of the data, which says nothing. */
export function disputedNameViews(): DisputedNameView[] {
  return disputedNames.map(({ id, kind, names }) => ({
    id,
    kind,
    names: names.map(({ name, by }) => ({ name, by: by.map((user) => nameOfUser(user) ?? user) })),
  }));
}

function usersOf(all: readonly DisputedName[]): NameUser[] {
  const counts = new Map<string, number>();
  for (const { names } of all) {
    for (const user of names.flatMap(({ by }) => by)) counts.set(user, (counts.get(user) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => ({ id, name: nameOfUser(id) ?? id, count }))
    .sort(
      (a, b) =>
        Number(b.id === unitedNations) - Number(a.id === unitedNations) || a.name.localeCompare(b.name, 'en'),
    );
}
