import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { PlaceMention } from './find-places.ts';
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
  return mentionOf(line, most?.mentions ?? []);
}

/** The mention last before a sentence's end, or else the first after it, in the same part of the article. */
function mentionOf(line: Line, mentions: readonly Named[]): Candidate['where'] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Named).line.index <= line.index) low = middle + 1;
    else high = middle;
  }
  const found = [mentions[low - 1], mentions[low]].find((named) => named?.line.part === line.part);
  return found ? { ...found, rule: 'region-of-the-war' } : null;
}

interface Named {
  line: Line;
  mention: PlaceMention;
}

interface Region {
  id: string;
  times: number;
  /** In the order of the article. */
  mentions: Named[];
}

const mostNamed = new WeakMap<Story, { region: Region | null }>();

function regionNamedMost(story: Story): Region | null {
  const known = mostNamed.get(story);
  if (known) return known.region;
  const named = new Map<string, Named[]>();
  for (const line of story.document.lines)
    for (const mention of line.places) {
      const { id, level, countryCode } = mention.place;
      if (level !== 'region' || countryCode === undefined) continue;
      const list = named.get(id);
      if (list) list.push({ line, mention });
      else named.set(id, [{ line, mention }]);
    }
  const [first] = [...named].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1));
  const region = first ? { id: first[0], times: first[1].length, mentions: first[1] } : null;
  mostNamed.set(story, { region });
  return region;
}
