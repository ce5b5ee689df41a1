import type { Configuration } from './configuration.ts';
import { distanceStep, markerOf, none, rootTag, rootWord } from './move-atoms.ts';
import { between, type SentenceInput } from './sentence-input.ts';

/** What a label template can name: `d` the dependent, `h` its head, `g` the next word on the stack or in the buffer. */
export const labelAtoms = [
  'dw',
  'dt',
  'dc',
  'dk',
  'hw',
  'ht',
  'hc',
  'hk',
  'dir',
  'dist',
  'dcase',
  'dsl',
  'dsr',
  'hsl',
  'hsr',
  'dlw',
  'dlt',
  'dld',
  'dl2d',
  'drt',
  'drd',
  'hrd',
  'hrt',
  'hld',
  'nt',
  'pt',
  'nw',
  'pw',
  'gt',
  'gw',
  'btw',
  'dvr',
  'hvl',
  'hvr',
  'hcase',
  'h1t',
  'guess',
  'agrees',
] as const;
const atom = Object.fromEntries(labelAtoms.map((name, i) => [name, i])) as Record<
  (typeof labelAtoms)[number],
  number
>;

/** Fills the atoms of the arc that is about to be made from `head` to `child`; all children of `child` are known by then. */
export function fillLabelAtoms(
  atoms: Int32Array,
  state: Configuration,
  input: SentenceInput,
  markers: [number, number],
  child: number,
  head: number,
): void {
  const { count, words, tags } = input;
  const isRoot = head === count;
  const lower = words.lower;
  atoms[atom.dw] = lower[child] as number;
  atoms[atom.dt] = tags[child] as number;
  atoms[atom.dc] = words.cluster[child] as number;
  atoms[atom.dk] = words.coarse[child] as number;
  atoms[atom.hw] = isRoot ? rootWord : (lower[head] as number);
  atoms[atom.ht] = isRoot ? rootTag : (tags[head] as number);
  atoms[atom.hc] = isRoot ? 996 : (words.cluster[head] as number);
  atoms[atom.hk] = isRoot ? 995 : (words.coarse[head] as number);
  atoms[atom.dir] = child < head ? 1 : 2;
  atoms[atom.dist] = (child < head ? 10 : 20) + distanceStep(Math.abs(head - child));
  atoms[atom.dcase] = markerOf(state, input, markers, child);
  atoms[atom.hcase] = markerOf(state, input, markers, head);
  atoms[atom.dsl] = state.leftLabels[child] as number;
  atoms[atom.dsr] = state.rightLabels[child] as number;
  atoms[atom.hsl] = state.leftLabels[head] as number;
  atoms[atom.hsr] = state.rightLabels[head] as number;
  const wordOf = (i: number) => (i < 0 ? none : (lower[i] as number));
  const tagOf = (i: number) => (i < 0 ? none : (tags[i] as number));
  const labelOf = (i: number) => (i < 0 ? none : (state.label[i] as number));
  const childLeft = state.left1[child] as number;
  const childRight = state.right1[child] as number;
  const headLeft = state.left1[head] as number;
  const headRight = state.right1[head] as number;
  atoms[atom.dlw] = wordOf(childLeft);
  atoms[atom.dlt] = tagOf(childLeft);
  atoms[atom.dld] = labelOf(childLeft);
  atoms[atom.dl2d] = labelOf(state.left2[child] as number);
  atoms[atom.drt] = tagOf(childRight);
  atoms[atom.drd] = labelOf(childRight);
  atoms[atom.hrd] = labelOf(headRight);
  atoms[atom.hrt] = tagOf(headRight);
  atoms[atom.hld] = labelOf(headLeft);
  atoms[atom.nt] = child + 1 < count ? (tags[child + 1] as number) : 998;
  atoms[atom.pt] = child > 0 ? (tags[child - 1] as number) : 999;
  atoms[atom.nw] = child + 1 < count ? (lower[child + 1] as number) : 998;
  atoms[atom.pw] = child > 0 ? (lower[child - 1] as number) : 999;
  atoms[atom.h1t] = head + 1 < count ? (tags[head + 1] as number) : 998;
  const beyond = child < head ? state.onStack(1) : state.next < count ? state.next : -1;
  atoms[atom.gt] = tagOf(beyond);
  atoms[atom.gw] = wordOf(beyond);
  const low = Math.min(child, head);
  const high = Math.max(child, head);
  atoms[atom.btw] =
    between(input.verbs, low, high, 2) * 16 +
    between(input.commas, low, high, 2) * 4 +
    between(input.conjunctions, low, high, 2);
  atoms[atom.dvr] = state.rightCount[child] as number;
  atoms[atom.hvl] = state.leftCount[head] as number;
  atoms[atom.hvr] = state.rightCount[head] as number;
  if (!input.guide) return;
  const guessed = input.guide.head[child] as number;
  atoms[atom.guess] = input.guide.label[child] as number;
  atoms[atom.agrees] = guessed === head ? 1 : guessed < child === head < child ? 2 : 3;
}
