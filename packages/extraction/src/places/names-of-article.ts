import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { PlaceMention } from './find-places.ts';
import { unlistedMention, unlistedPlaces } from './unlisted-places.ts';

const known = new WeakMap<Story, Map<Line, PlaceMention[]>>();
const none: readonly PlaceMention[] = [];
/** No sentence names more such places; a hostile one costs no more. */
const most = 40;

/**
 * The places of a sentence that no table knows. A name that one sentence uses as a place ("in Brod") is one in the others
 * too ("Brod was shelled").
 */
export function unlistedIn(line: Line, story: Story): readonly PlaceMention[] {
  let all = known.get(story);
  if (!all) {
    all = overArticle(story.document.lines);
    known.set(story, all);
  }
  return all.get(line) ?? none;
}

function overArticle(lines: readonly Line[]): Map<Line, PlaceMention[]> {
  const found = new Map<Line, PlaceMention[]>();
  const levels = new Map<string, PlaceMention>();
  for (const line of lines) {
    const own = unlistedPlaces(line);
    if (own.length > 0) found.set(line, own);
    for (const mention of own) if (isOneWord(mention.name)) levels.set(mention.name, mention);
  }
  if (levels.size === 0) return found;
  for (const line of lines) {
    const own = found.get(line) ?? [];
    for (const token of line.tokens) {
      if (own.length >= most) break;
      const same = levels.get(token.text);
      if (same && !isCovered(token.start, line, own))
        own.push(unlistedMention(line, token, token, same.place.level));
    }
    if (own.length > 0) found.set(line, own);
  }
  return found;
}

function isOneWord(name: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}$/u.test(name);
}

function isCovered(at: number, line: Line, own: readonly PlaceMention[]): boolean {
  return [line.places, line.actors, line.times, own].some((list) =>
    list.some(({ start, end }) => start <= at && at < end),
  );
}
