import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import { isWide } from './unlisted-places.ts';

const ofWar = new Set(['attack', 'clash', 'capture', 'deployment', 'withdrawal']);
/** An article that names its region so often is about the war there: for its attacks, and for the war itself. */
const often = 3;
const twice = 2;

/** "The fighting has killed hundreds": the region that the article keeps naming, as it was named last before. */
export function regionOfWar(candidate: Candidate, story: Story): Candidate['where'] {
  const { line } = candidate;
  if (!ofWar.has(candidate.type)) return null;
  const most = regionNamedMost(story);
  const region = most && most.times >= (candidate.type === 'attack' ? often : twice) ? most.id : null;
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

interface Region {
  id: string;
  times: number;
}

const mostNamed = new WeakMap<Story, { region: Region | null }>();

function regionNamedMost(story: Story): Region | null {
  const known = mostNamed.get(story);
  if (known) return known.region;
  const named = new Map<string, number>();
  for (const line of story.document.lines)
    for (const { place } of line.places)
      if (place.level === 'region' && place.countryCode !== undefined)
        named.set(place.id, (named.get(place.id) ?? 0) + 1);
  const [first] = [...named].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const region = first ? { id: first[0], times: first[1] } : null;
  mostNamed.set(story, { region });
  return region;
}
