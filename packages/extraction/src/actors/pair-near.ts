import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { ActorRef } from './actor-ref.ts';
import { findPair } from './pair-at-war.ts';

/** So many sentences before and after say whose war a sentence is about. */
const before = 4;
const after = 1;

const known = new WeakMap<Line, { pair: Story['pair'] }>();

/**
 * The two sides at war that a sentence is about: those of the article, unless the sentences around name neither of them
 * and show another pair. A round-up of the news tells of several wars.
 */
export function pairNear(line: Line, story: Story): [ActorRef, ActorRef] | null {
  const found = known.get(line);
  if (found) return found.pair;
  const pair = findNear(line, story);
  known.set(line, { pair });
  return pair;
}

function findNear(line: Line, story: Story): Story['pair'] {
  const { pair, document, mainPlace } = story;
  if (!pair) return null;
  const around = document.lines
    .slice(Math.max(0, line.index - before), line.index + after + 1)
    .filter(({ part }) => part === line.part);
  // What its own paragraph says goes before what the one above was about.
  for (const lines of [around.filter(({ paragraph }) => paragraph === line.paragraph), around]) {
    const named = new Set(lines.flatMap(({ actors }) => actors.map(({ id }) => id)));
    if (pair.some(({ id }) => id !== undefined && named.has(id))) return pair;
    const other = findPair(document, mainPlace, lines);
    if (other) return other;
  }
  return pair;
}
