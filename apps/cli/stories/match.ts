import type { Ceasefire, Conflict } from '@trucewatch/schema';
import type { ExpectedCeasefire, ExpectedConflict, Story } from './story.ts';
import { distance, stretches } from './times.ts';

/** Lower case, letters and figures only, with a space around: a name is found as whole words. */
function folded(text: string): string {
  return ` ${text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'.&/-]/gu, '')
    .replace(/[\s'.&/-]+/g, ' ')
    .trim()} `;
}

/** Whether one of the names, or the id, is that of the actor. */
export function isNamed(actor: { name: string; id?: string | undefined }, names: readonly string[]): boolean {
  const words = folded(actor.name);
  return names.some((name) => (name.includes(':') ? name === actor.id : words.includes(folded(name))));
}

/** The keys of the sides that a list of parties names. */
function sidesIn(parties: readonly string[], sides: ExpectedConflict['sides']): string[] {
  return Object.keys(sides).filter((key) => parties.some((name) => isNamed({ name }, sides[key] ?? [])));
}

/** Whether the names are those of all expected sides and of no other. */
export function arePartiesRight(
  expected: readonly string[],
  names: readonly string[],
  sides: ExpectedConflict['sides'],
): boolean {
  const found = sidesIn(names, sides);
  return (
    expected.every((key) => key.endsWith('?') || found.includes(key)) &&
    found.every((key) => expected.includes(key) || expected.includes(`${key}?`)) &&
    names.every((name) => sidesIn([name], sides).length > 0)
  );
}

/** The conflict between the expected sides; of several the one with most ceasefires. */
export function conflictLike(
  { sides }: ExpectedConflict,
  conflicts: readonly Conflict[],
): Conflict | undefined {
  return conflicts
    .filter(({ parties }) => sidesIn(parties, sides).length === Object.keys(sides).length)
    .toSorted((a, b) => b.ceasefires.length - a.ceasefires.length)[0];
}

const day = 86_400_000;
/** A find that begins further away than this is another truce. */
const farthest = 3 * day;

/** Each expected ceasefire with the one found that begins closest to it; each find answers once. */
export function matchCeasefires(
  { ceasefires, sides }: ExpectedConflict,
  found: readonly Ceasefire[],
  { zone }: Story,
): Map<ExpectedCeasefire, Ceasefire> {
  const candidates = ceasefires
    .flatMap((expected) => found.map((find) => ({ expected, find, cost: cost(expected, find, sides, zone) })))
    .filter(({ cost }) => cost <= farthest)
    .sort((a, b) => a.cost - b.cost);
  const pairs = new Map<ExpectedCeasefire, Ceasefire>();
  for (const { expected, find } of candidates) {
    if (!pairs.has(expected) && ![...pairs.values()].includes(find)) pairs.set(expected, find);
  }
  return pairs;
}

/** Days between the two in milliseconds; what else differs decides between truces of the same days. */
function cost(
  expected: ExpectedCeasefire,
  find: Ceasefire,
  sides: ExpectedConflict['sides'],
  zone: string,
): number {
  const times = [
    [expected.effectiveAt, find.effectiveAt],
    [expected.announcedAt, find.announcedAt],
    [expected.effectiveAt ?? expected.announcedAt, find.effectiveAt ?? find.announcedAt],
  ] as const;
  const gaps = times.flatMap(([time, moment]) =>
    time && moment ? [distance(moment, stretches(time, zone))] : [],
  );
  const differing =
    Number(Boolean(expected.effectiveAt) && find.effectiveAt === null) +
    Number(!expected.kind.includes(find.kind)) +
    Number(!arePartiesRight(expected.parties, find.parties, sides)) +
    expected.mediators.filter((names) => !find.mediators.some((name) => isNamed({ name }, names.split('|'))))
      .length;
  // Without any common time the two are as far apart as they may be, and still one rather than nothing;
  // but what need not be there is no excuse for a find that nothing dates.
  if (gaps.length === 0 && expected.minor) return Number.POSITIVE_INFINITY;
  return (gaps.length > 0 ? Math.min(...gaps) : farthest / 2) + (differing * day) / 4;
}
