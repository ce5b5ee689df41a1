import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import { isWide } from './unlisted-places.ts';

const ofWar = new Set(['attack', 'clash', 'capture', 'deployment']);
/** An article that names its region so often is about the war there. */
const often = 3;

/** "The fighting has killed hundreds": the region that the article keeps naming, as it was named last before. */
export function regionOfWar(candidate: Candidate, story: Story): Candidate['where'] {
  const { line } = candidate;
  if (!ofWar.has(candidate.type)) return null;
  const region = regionNamedMost(story);
  const elsewhere = line.places.some(
    (mention) => mention.place.id !== region && mention.place.level !== 'country' && !isWide(mention),
  );
  if (region === null || (elsewhere && candidate.type !== 'clash')) return null;
  let last: Candidate['where'] = null;
  for (const before of story.document.lines) {
    if (before.part !== line.part || (last !== null && before.index > line.index)) continue;
    const mention = before.places.findLast(({ place }) => place.id === region);
    if (mention) last = { line: before, mention, rule: 'region-of-the-war' };
  }
  return last;
}

const mostNamed = new WeakMap<Story, { region: string | null }>();

function regionNamedMost(story: Story): string | null {
  const known = mostNamed.get(story);
  if (known) return known.region;
  const times = new Map<string, number>();
  for (const line of story.document.lines)
    for (const { place } of line.places)
      if (place.level === 'region' && place.countryCode !== undefined)
        times.set(place.id, (times.get(place.id) ?? 0) + 1);
  const [first] = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const region = first && first[1] >= often ? first[0] : null;
  mostNamed.set(story, { region });
  return region;
}
