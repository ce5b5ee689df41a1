/** Feasts and days that truces are called by, in lower case; the last three may be any of them. */
export const feasts: ReadonlySet<string> = new Set(
  'christmas xmas easter orthodox catholic epiphany pentecost lent ramadan eid fitr adha bayram al-fitr al-adha hajj arbaeen nowruz newroz passover hanukkah diwali vesak thadingyut songkran tet victory holiday feast festival'.split(
    ' ',
  ),
);

/** Words that are said of one and the same truce: a "maritime ceasefire" is the one "in the Black Sea". */
const families: readonly ReadonlySet<string>[] = [
  'maritime naval sea coastal shipping ships port ports gulf strait bay waters',
  'energy power electricity grid gas oil infrastructure',
  'prisoner prisoners hostage hostages captive captives exchange swap release',
  'earthquake quake',
  'nationwide countrywide national',
  'christmas xmas',
  'adha al-adha',
  'fitr al-fitr',
].map((list) => new Set(list.split(' ')));

/** Words that tell nothing by themselves: "North Kivu" and "North Darfur" share no name. */
const light: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western central new old city al el the and of'.split(' '),
);
const anyFeast: ReadonlySet<string> = new Set(['holiday', 'feast', 'festival']);
const ofSomePlace: ReadonlySet<string> = new Set(
  'local localised localized regional municipal provincial urban border'.split(' '),
);

/**
 * Whether two names of ceasefires, as `truceName.words` has them, may be those of one: they share a word or mean the
 * same kind of thing. "Energy" and "black sea" may not, "maritime" and "black sea", "holiday" and "easter", "local" and
 * "taiz" may. Symmetric.
 */
export function mayNameOneTruce(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (a === b || one.some((word) => other.includes(word))) return true;
  if (families.some((family) => one.some(isIn(family)) && other.some(isIn(family)))) return true;
  if (one.some(isIn(anyFeast)) || other.some(isIn(anyFeast)))
    return one.some(isIn(feasts)) && other.some(isIn(feasts));
  return (
    (one.every(isIn(ofSomePlace)) && isOfPart(other)) || (other.every(isIn(ofSomePlace)) && isOfPart(one))
  );
}

function wordsOf(name: string): string[] {
  return name.split(' ').filter((word) => !light.has(word));
}

function isIn(list: ReadonlySet<string>): (word: string) => boolean {
  return (word) => list.has(word);
}

/** A local truce is neither one of the whole country nor one for a feast. */
function isOfPart(words: readonly string[]): boolean {
  return !words.some(
    (word) => word === 'nationwide' || word === 'countrywide' || word === 'national' || feasts.has(word),
  );
}
