import { actorRow } from '../actors/directory.ts';
import type { Line } from '../document.ts';
import type { PlaceMention } from '../places/find-places.ts';
import type { Story } from '../story.ts';

/**
 * Whether a place can be the one where a truce holds, apart from others of the same war. A whole country is the war's
 * own; a place in a country that does not fight is where the talks were held ("the Doha truce"); a capital's name before
 * the noun is its government's.
 */
export function isOfWar(mention: PlaceMention, line: Line, story: Story, isBehind = false): boolean {
  const { level, countryCode } = mention.place;
  if (mention.qualifies || level === 'country') return false;
  if (!isBehind && isSeat(mention, line)) return false;
  return countryCode === undefined || countriesOf(story).has(countryCode);
}

/** Whether a name is that of a capital, and may mean its government. */
function isSeat(mention: PlaceMention, line: Line): boolean {
  return line.actors.some(
    ({ kind, start, end }) => kind === 'seat' && start <= mention.start && mention.end <= end,
  );
}

const known = new WeakMap<Story, ReadonlySet<string>>();

/** Codes of the countries where the war of an article is: those of its sides, and that of the place it names most. */
function countriesOf(story: Story): ReadonlySet<string> {
  const before = known.get(story);
  if (before) return before;
  const codes = new Set<string>();
  for (const { id = '' } of story.pair ?? []) {
    const code = id.startsWith('country:') ? id.slice('country:'.length) : actorRow(id)?.country;
    if (code && !isOnlySeat(id, story)) codes.add(code);
  }
  const main = story.mainPlace;
  if (main?.countryCode && (codes.size === 0 || !isCapital(main.id, story))) codes.add(main.countryCode);
  known.set(story, codes);
  return codes;
}

/** "Talks in Pretoria": who is named by a capital alone may be the host. */
function isOnlySeat(id: string, { document }: Story): boolean {
  const named = document.lines.flatMap(({ actors }) => actors.filter((actor) => actor.id === id));
  return named.length > 0 && named.every(({ kind }) => kind === 'seat');
}

function isCapital(id: string, { document }: Story): boolean {
  return document.lines.some((line) =>
    line.places.some((mention) => mention.place.id === id && isSeat(mention, line)),
  );
}
