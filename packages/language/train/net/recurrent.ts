import { gates, shape, width } from '../../src/parser/net/shape.ts';

/** Where a layer's numbers lie: gates `u`, input `x`, output `h`, and the inner states for the way back. */
export interface LayerPlaces {
  u: number;
  x: number;
  h: number;
  states: Float32Array;
}

/** Goes through the words of each sentence in the order of one direction: its channels and the words before. */
function eachStep(
  lengths: readonly number[],
  visit: (channel: number, gate: number, words: Int32Array) => void,
): void {
  let first = 0;
  for (const length of lengths) {
    for (const direction of [0, 1]) {
      const words = Int32Array.from({ length }, (_, i) => first + (direction ? length - 1 - i : i));
      for (let c = 0; c < shape.channels; c++)
        visit(direction * shape.channels + c, direction * 3 * shape.channels + c, words);
    }
    first += length;
  }
}

/** A layer of simple recurrent units as `recurrence` in the parser's kernels has it, in both directions. */
export function recurrentForward(
  floats: Float32Array,
  { u, x, h, states }: LayerPlaces,
  lengths: readonly number[],
): void {
  eachStep(lengths, (channel, gate, words) => {
    let state = 0;
    for (const word of words) {
      const at = u + word * gates + gate;
      const fresh = floats[at] as number;
      const forget = open(floats[at + shape.channels] as number);
      const output = open(floats[at + 2 * shape.channels] as number);
      state = fresh + forget * (state - fresh);
      states[word * width + channel] = state;
      const input = floats[x + word * width + channel] as number;
      floats[h + word * width + channel] = input + output * (state - input);
    }
  });
}

/**
 * The gradients of gates and of what the layer hands on unchanged, from those of its output.
 * @param output gradients of the output
 * @param gated gets the gradients of the gates
 * @param passed gets those of the input by the short cut
 */
export function recurrentBackward(
  floats: Float32Array,
  { u, x, states }: Omit<LayerPlaces, 'h'>,
  lengths: readonly number[],
  { output, gated, passed }: { output: number; gated: number; passed: number },
): void {
  eachStep(lengths, (channel, gate, words) => {
    let carried = 0;
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i] as number;
      const at = u + word * gates + gate;
      const cell = word * width + channel;
      const fresh = floats[at] as number;
      const rawForget = floats[at + shape.channels] as number;
      const rawOutput = floats[at + 2 * shape.channels] as number;
      const forget = open(rawForget);
      const opened = open(rawOutput);
      const state = states[cell] as number;
      const before = i > 0 ? (states[(words[i - 1] as number) * width + channel] as number) : 0;
      const gradient = floats[output + cell] as number;
      carried += gradient * opened;
      floats[passed + cell] = gradient * (1 - opened);
      const into = gated + word * gates + gate;
      floats[into] = carried * (1 - forget);
      floats[into + shape.channels] = carried * (before - fresh) * slope(rawForget);
      floats[into + 2 * shape.channels] =
        gradient * (state - (floats[x + cell] as number)) * slope(rawOutput);
      carried *= forget;
    }
  });
}

const open = (u: number) => 0.5 + (0.5 * u) / Math.sqrt(1 + u * u);

function slope(u: number): number {
  const root = 1 / Math.sqrt(1 + u * u);
  return 0.5 * root * root * root;
}
