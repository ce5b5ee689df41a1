import type { Phrase, Token } from '@trucewatch/language';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { actorNouns, genericActors } from './actor-nouns.ts';
import type { ActorRef } from './actor-ref.ts';

/** What a people at feud is called by, beside its name: no list knows them all. */
const kinds = new Set(
  'tribe tribes clan clans subclan subclans tribesmen clansmen tribesman clansman subtribe'.split(' '),
);

interface Name {
  start: number;
  end: number;
}

/** The names that stand with one such word: both of "the Ambulin and Sikin tribes". */
interface Group {
  at: number;
  names: Name[];
}

const inLine = new WeakMap<Line, Group[]>();
const ofStory = new WeakMap<Story, ReadonlySet<string>>();

function groupsIn(line: Line): Group[] {
  const known = inLine.get(line);
  if (known) return known;
  const found: Group[] = [];
  line.tokens.forEach((token, at) => {
    if (!kinds.has(token.lower)) return;
    const names: Name[] = [];
    const isJoined = /(?:s|men)$/u.test(token.lower);
    for (let last = at - 1; isName(line.tokens[last]); ) {
      let first = last;
      while (isName(line.tokens[first - 1])) first--;
      names.unshift({ start: line.tokens[first]?.start ?? 0, end: line.tokens[last]?.end ?? 0 });
      last = isJoined && /^(?:and|,|&)$/u.test(line.tokens[first - 1]?.lower ?? '') ? first - 2 : -1;
    }
    if (names.length > 0) found.push({ at, names });
  });
  inLine.set(line, found);
  return found;
}

function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\p{Lu}\p{L}/u.test(token.text) &&
    !/^(?:the|a|an|two|both|rival)$/u.test(token.lower)
  );
}

/** Peoples of the whole article: once "the Ambulin tribe" is told of, "Ambulin leaders" are its own. */
function peoplesOf(story: Story): ReadonlySet<string> {
  const known = ofStory.get(story);
  if (known) return known;
  const names = new Set(
    story.document.lines.flatMap((line) =>
      groupsIn(line).flatMap((group) => group.names.map(({ start, end }) => line.source.slice(start, end))),
    ),
  );
  ofStory.set(story, names);
  return names;
}

/**
 * The peoples that a phrase names: "the Sikin tribe", "gunmen of the Sikin tribe", "leaders of the Ambulin and Sikin
 * tribes", "Ambulin leaders". Each is called by its name alone.
 */
export function peoplesIn(phrase: Phrase, line: Line, story: Story): ActorRef[] {
  const names = peoplesOf(story);
  const head = line.tokens[phrase.head]?.lower ?? '';
  if (names.size === 0 || !(kinds.has(head) || actorNouns.has(head) || genericActors.has(head))) return [];
  const last = Math.max(phrase.last, phrase.extent);
  const own = groupsIn(line).filter(({ at }) => at >= phrase.first && at <= last);
  const bare =
    own.length > 0
      ? own.flatMap((group) => group.names)
      : line.tokens.slice(phrase.first, last + 1).filter(({ text }) => names.has(text));
  return bare.map((name) => ({
    name: line.source.slice(name.start, name.end),
    part: line.part,
    start: name.start,
    end: name.end,
  }));
}
