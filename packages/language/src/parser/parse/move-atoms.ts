import type { Configuration } from './configuration.ts';
import { between, type SentenceInput } from './sentence-input.ts';

/**
 * What a move template can name. `s0` is the top of the stack, `s1` and `s2` lie below; `b0` is the next token.
 * w word, t tag, p part of speech, c and k clusters; l, l2, r, r2 the outermost children; d label; v number of children;
 * set which labels; case the child that marks case or clause; g what the guide says of the head.
 */
export const moveAtoms = [
  's0w',
  's0t',
  's0c',
  's0k',
  's1w',
  's1t',
  's1c',
  's1k',
  's2w',
  's2t',
  's2c',
  's2k',
  'b0w',
  'b0t',
  'b0c',
  'b0k',
  'b1w',
  'b1t',
  'b1c',
  'b1k',
  'b2w',
  'b2t',
  'b2c',
  'b2k',
  's0p',
  's1p',
  'b0p',
  'b1p',
  'b2p',
  'b3t',
  's0lw',
  's0lt',
  's0ld',
  's0l2t',
  's0l2d',
  's0rw',
  's0rt',
  's0rd',
  's0r2t',
  's0r2d',
  's1lt',
  's1ld',
  's1rw',
  's1rt',
  's1rd',
  's1r2d',
  'b0lw',
  'b0lt',
  'b0ld',
  'b0l2t',
  'b0l2d',
  's2rd',
  's2rt',
  's0rlw',
  's0rlt',
  's0vl',
  's0vr',
  's1vl',
  's1vr',
  'b0vl',
  's0sl',
  's0sr',
  's1sl',
  's1sr',
  'b0sl',
  'dist',
  'dist1',
  'btw',
  'btw1',
  'btwP',
  's0case',
  's1case',
  'b0case',
  's0rcase',
  's1rcase',
  'top',
  'left',
  'q',
  'verbs',
  'before',
  'gs0',
  'gs0l',
  'gb0',
  'gb0l',
  'gs1',
  'gs1l',
  'gb1',
  'gs0h',
  'gb0h',
] as const;
type MoveAtom = (typeof moveAtoms)[number];
const atom = Object.fromEntries(moveAtoms.map((name, i) => [name, i])) as Record<MoveAtom, number>;

export const none = 0x7fffffff;
export const rootWord = 7;
export const rootTag = 997;

/** Distances in eight steps. */
export function distanceStep(distance: number): number {
  return distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : 7;
}

/** The word of the child that marks case or clause: prepositions and subordinators stand outermost. */
export function markerOf(
  state: Configuration,
  input: SentenceInput,
  markers: [number, number],
  i: number,
): number {
  if (i < 0 || i >= input.count) return none;
  const isMarker = (child: number) =>
    child >= 0 && (state.label[child] === markers[0] || state.label[child] === markers[1]);
  for (const links of [state.left1, state.left2, state.right1]) {
    const child = links[i] as number;
    if (isMarker(child)) return input.words.lower[child] as number;
  }
  return none - 1;
}

/** Fills the atoms of one configuration. */
export function fillMoveAtoms(
  atoms: Int32Array,
  state: Configuration,
  input: SentenceInput,
  markers: [number, number],
): void {
  const { count, words, tags, upos } = input;
  const s0 = state.onStack(0);
  const s1 = state.onStack(1);
  const s2 = state.onStack(2);
  const b0 = state.next;
  const b1 = b0 + 1 <= count ? b0 + 1 : -1;
  const b2 = b0 + 2 <= count ? b0 + 2 : -1;
  const b3 = b0 + 3 <= count ? b0 + 3 : -1;
  const lower = words.lower;
  const put = (place: number, i: number) => {
    const real = i >= 0 && i < count;
    atoms[place] = real ? (lower[i] as number) : i < 0 ? none : rootWord;
    atoms[place + 1] = real ? (tags[i] as number) : i < 0 ? none : rootTag;
    atoms[place + 2] = real ? (words.cluster[i] as number) : i < 0 ? none : 996;
    atoms[place + 3] = real ? (words.coarse[i] as number) : i < 0 ? none : 995;
  };
  put(atom.s0w, s0);
  put(atom.s1w, s1);
  put(atom.s2w, s2);
  put(atom.b0w, b0);
  put(atom.b1w, b1);
  put(atom.b2w, b2);
  const speech = (i: number) => (i < 0 ? none : i >= count ? 990 : (upos[i] as number));
  atoms[atom.s0p] = speech(s0);
  atoms[atom.s1p] = speech(s1);
  atoms[atom.b0p] = speech(b0);
  atoms[atom.b1p] = speech(b1);
  atoms[atom.b2p] = speech(b2);
  atoms[atom.b3t] = b3 < 0 ? none : b3 === count ? rootTag : (tags[b3] as number);

  const wordOf = (i: number) => (i < 0 ? none : (lower[i] as number));
  const tagOf = (i: number) => (i < 0 ? none : (tags[i] as number));
  const labelOf = (i: number) => (i < 0 ? none : (state.label[i] as number));
  const link = (links: Int32Array, i: number) => (i < 0 ? -1 : (links[i] as number));
  const s0l = link(state.left1, s0);
  const s0l2 = link(state.left2, s0);
  const s0r = link(state.right1, s0);
  const s0r2 = link(state.right2, s0);
  const s1l = link(state.left1, s1);
  const s1r = link(state.right1, s1);
  const s1r2 = link(state.right2, s1);
  const b0l = link(state.left1, b0);
  const b0l2 = link(state.left2, b0);
  const s2r = link(state.right1, s2);
  const s0rl = link(state.left1, s0r);
  atoms[atom.s0lw] = wordOf(s0l);
  atoms[atom.s0lt] = tagOf(s0l);
  atoms[atom.s0ld] = labelOf(s0l);
  atoms[atom.s0l2t] = tagOf(s0l2);
  atoms[atom.s0l2d] = labelOf(s0l2);
  atoms[atom.s0rw] = wordOf(s0r);
  atoms[atom.s0rt] = tagOf(s0r);
  atoms[atom.s0rd] = labelOf(s0r);
  atoms[atom.s0r2t] = tagOf(s0r2);
  atoms[atom.s0r2d] = labelOf(s0r2);
  atoms[atom.s1lt] = tagOf(s1l);
  atoms[atom.s1ld] = labelOf(s1l);
  atoms[atom.s1rw] = wordOf(s1r);
  atoms[atom.s1rt] = tagOf(s1r);
  atoms[atom.s1rd] = labelOf(s1r);
  atoms[atom.s1r2d] = labelOf(s1r2);
  atoms[atom.b0lw] = wordOf(b0l);
  atoms[atom.b0lt] = tagOf(b0l);
  atoms[atom.b0ld] = labelOf(b0l);
  atoms[atom.b0l2t] = tagOf(b0l2);
  atoms[atom.b0l2d] = labelOf(b0l2);
  atoms[atom.s2rd] = labelOf(s2r);
  atoms[atom.s2rt] = tagOf(s2r);
  atoms[atom.s0rlw] = wordOf(s0rl);
  atoms[atom.s0rlt] = tagOf(s0rl);

  const sum = (sums: Int32Array | Uint32Array, i: number) => (i < 0 ? none : (sums[i] as number));
  atoms[atom.s0vl] = sum(state.leftCount, s0);
  atoms[atom.s0vr] = sum(state.rightCount, s0);
  atoms[atom.s1vl] = sum(state.leftCount, s1);
  atoms[atom.s1vr] = sum(state.rightCount, s1);
  atoms[atom.b0vl] = sum(state.leftCount, b0);
  atoms[atom.s0sl] = sum(state.leftLabels, s0);
  atoms[atom.s0sr] = sum(state.rightLabels, s0);
  atoms[atom.s1sl] = sum(state.leftLabels, s1);
  atoms[atom.s1sr] = sum(state.rightLabels, s1);
  atoms[atom.b0sl] = sum(state.leftLabels, b0);

  atoms[atom.dist] = s0 < 0 ? none : distanceStep(b0 - s0);
  atoms[atom.dist1] = s1 < 0 ? none : distanceStep(s0 - s1);
  const inside = (low: number, high: number) =>
    low < 0
      ? none
      : between(input.verbs, low, high, 3) * 16 +
        between(input.commas, low, high, 3) * 4 +
        between(input.conjunctions, low, high, 3);
  atoms[atom.btw] = inside(s0, b0);
  atoms[atom.btw1] = inside(s1, s0);
  atoms[atom.btwP] =
    s0 < 0 ? none : between(input.marks, s0, b0, 3) + (s1 < 0 ? 0 : 4 * between(input.marks, s1, s0, 3));
  atoms[atom.s0case] = markerOf(state, input, markers, s0);
  atoms[atom.s1case] = markerOf(state, input, markers, s1);
  atoms[atom.b0case] = markerOf(state, input, markers, b0);
  atoms[atom.s0rcase] = markerOf(state, input, markers, s0r);
  atoms[atom.s1rcase] = markerOf(state, input, markers, s1r);
  atoms[atom.top] = Math.min(state.top + 1, 4);
  atoms[atom.left] = Math.min(count - b0, 3);
  atoms[atom.q] = s0 < 0 ? 9 : (input.inQuotes[b0] as number) * 2 + (input.inQuotes[s0] as number);
  atoms[atom.verbs] = Math.min((input.verbs[count] as number) - (input.verbs[b0] as number), 3);
  atoms[atom.before] = b0 > 0 ? (tags[b0 - 1] as number) : none;

  const { guide } = input;
  if (!guide) return;
  const { head, label } = guide;
  const where = (i: number) => {
    if (i < 0 || i >= count) return 0;
    const h = head[i] as number;
    return h === count
      ? 1
      : h === s0
        ? 2
        : h === s1
          ? 3
          : h === s2
            ? 4
            : h === b0
              ? 5
              : h === b1
                ? 6
                : h > b0
                  ? 7
                  : 8;
  };
  const guessed = (i: number) => (i < 0 || i >= count ? none : (label[i] as number));
  const headTag = (i: number) =>
    i < 0 || i >= count ? none : head[i] === count ? rootTag : (tags[head[i] as number] as number);
  atoms[atom.gs0] = where(s0);
  atoms[atom.gb0] = where(b0);
  atoms[atom.gs1] = where(s1);
  atoms[atom.gb1] = where(b1);
  atoms[atom.gs0l] = guessed(s0);
  atoms[atom.gb0l] = guessed(b0);
  atoms[atom.gs1l] = guessed(s1);
  atoms[atom.gs0h] = headTag(s0);
  atoms[atom.gb0h] = headTag(b0);
}
