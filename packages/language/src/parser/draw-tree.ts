import { textWidth } from './text-width.ts';
import type { Sentence } from './tree.ts';

/** A word under the arcs. Lengths are in pixels, y from the top, at the sizes of type of the drawing. */
export interface DrawnWord {
  index: number;
  form: string;
  upos: string;
  /** The middle of the word. */
  x: number;
}

/** From a head to a word that hangs on it; the root's comes from above and has no head. */
export interface DrawnArc {
  /** The word it leads to, and the one it comes from; -1 for the root. */
  dependent: number;
  head: number;
  relation: string;
  /** How many arcs lie beneath each other up to this one, from 1. */
  level: number;
  /** `d` of the line, and of the arrowhead at its end. */
  line: string;
  arrow: string;
  /** The middle of the label. */
  label: { x: number; y: number };
}

export interface TreeDrawing {
  width: number;
  height: number;
  /** Base lines of the words and of the tags beneath them. */
  wordY: number;
  tagY: number;
  /** Sizes of type for which there is room. */
  sizes: { word: number; label: number; tag: number };
  words: DrawnWord[];
  arcs: DrawnArc[];
}

const sizes = { word: 16, label: 12, tag: 11 } as const;
const between = 18;
const margin = 16;
const levelHeight = 27;
const corner = 7;
/** Space between the ends of arcs at one word, and between the outermost two. */
const endGap = 6;
const mostSpread = 20;
/** Space that a label needs beside it for the corners and the ends of its arc. */
const labelRoom = 2 * corner + mostSpread + 4;

/**
 * Where to draw the words and arcs of a sentence: words in a row, arcs above them, the longer the higher, each with room
 * for its label. Pure; the time grows with the words and the lengths of the arcs, with the square of the words at worst.
 */
export function drawTree(sentence: Sentence): TreeDrawing {
  const { tokens } = sentence;
  const levels = levelsOf(sentence);
  const xs = placesOf(sentence);
  const ends = endsOf(sentence, levels, xs);
  const top = Math.max(1, ...levels);
  const floor = margin + sizes.label + top * levelHeight;
  const arcs = tokens.map(({ index, head, relation }): DrawnArc => {
    const level = levels[index] as number;
    const y = floor - level * levelHeight;
    const to = ends.incoming[index] as number;
    const arrow = `M${to} ${floor}l-3.5 -7h7Z`;
    const common = { dependent: index, head, relation, level, arrow };
    if (head < 0) return { ...common, line: `M${to} ${y}V${floor - 6}`, label: { x: to, y: y - 6 } };
    const from = ends.outgoing[index] as number;
    const turn = to > from ? corner : -corner;
    const line = `M${from} ${floor}V${y + corner}Q${from} ${y} ${from + turn} ${y}H${to - turn}Q${to} ${y} ${to} ${y + corner}V${floor - 6}`;
    return { ...common, line, label: { x: round((from + to) / 2), y } };
  });
  const last = tokens.length - 1;
  return {
    width: last < 0 ? 0 : round((xs[last] as number) + half(sentence, last) + margin),
    height: floor + 52,
    wordY: floor + 20,
    tagY: floor + 38,
    sizes,
    words: tokens.map(({ index, text, upos }) => ({ index, form: text, upos, x: xs[index] as number })),
    arcs,
  };
}

/** Level of the arc to each word: one above everything that is beneath it. */
function levelsOf({ tokens }: Sentence): number[] {
  const levels = tokens.map(() => 1);
  // Height of what is drawn between each word and the next.
  const heights = new Int32Array(tokens.length + 1);
  const reach = (index: number) => Math.abs(index - (tokens[index]?.head ?? index));
  const inside = tokens.filter(({ head }) => head >= 0).sort((a, b) => reach(a.index) - reach(b.index));
  for (const { index, head } of inside) {
    const from = Math.min(index, head);
    const to = Math.max(index, head);
    let level = 1;
    for (let gap = from; gap < to; gap++) level = Math.max(level, (heights[gap] as number) + 1);
    heights.fill(level, from, to);
    levels[index] = level;
  }
  for (const { index, head } of tokens)
    if (head < 0) levels[index] = 1 + Math.max(heights[index - 1] ?? 0, heights[index] as number);
  return levels;
}

/** The middle of each word: the words apart, and under every arc room for its label. */
function placesOf(sentence: Sentence): number[] {
  const { tokens } = sentence;
  const arcsTo: { from: number; room: number }[][] = tokens.map(() => []);
  for (const { index, head, relation } of tokens) {
    if (head < 0) continue;
    const room = textWidth(relation, sizes.label) + labelRoom;
    arcsTo[Math.max(index, head)]?.push({ from: Math.min(index, head), room });
  }
  const xs: number[] = [];
  for (const { index } of tokens) {
    const before = xs[index - 1];
    let x = margin + half(sentence, index);
    if (before !== undefined) x = before + half(sentence, index - 1) + between + half(sentence, index);
    for (const { from, room } of arcsTo[index] ?? []) x = Math.max(x, (xs[from] as number) + room);
    xs.push(round(x));
  }
  return xs;
}

/**
 * Where each arc leaves its head and meets its word. At one word the ends stand side by side, the arcs to the left from
 * the lowest to the highest, then those to the right from the highest to the lowest: so none crosses its neighbour.
 */
function endsOf({ tokens }: Sentence, levels: readonly number[], xs: readonly number[]) {
  const atWord: { dependent: number; isIncoming: boolean; order: number }[][] = tokens.map(() => []);
  const longest = tokens.length + 1;
  for (const { index, head } of tokens) {
    const level = levels[index] as number;
    const side = Math.sign(head - index) * (longest - level);
    atWord[index]?.push({ dependent: index, isIncoming: true, order: head < 0 ? 0 : side });
    atWord[head]?.push({ dependent: index, isIncoming: false, order: -side });
  }
  const incoming: number[] = [];
  const outgoing: number[] = [];
  atWord.forEach((list, word) => {
    list.sort((a, b) => a.order - b.order);
    const gap = Math.min(endGap, mostSpread / Math.max(1, list.length - 1));
    list.forEach(({ dependent, isIncoming }, place) => {
      const x = round((xs[word] as number) + (place - (list.length - 1) / 2) * gap);
      if (isIncoming) incoming[dependent] = x;
      else outgoing[dependent] = x;
    });
  });
  return { incoming, outgoing };
}

function half({ tokens }: Sentence, index: number): number {
  const { text: form = '', upos = '' } = tokens[index] ?? {};
  return Math.max(textWidth(form, sizes.word), textWidth(upos, sizes.tag)) / 2;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
