/** The sizes of the network. Chosen on GUM dev: with 64 channels a direction LAS is about 1.3 points lower. */
export const shape = {
  /** Channels of one direction of a recurrent layer. */
  channels: 96,
  layers: 3,
  /** Columns of the trained vectors of words and spellings. */
  trained: 112,
  /** Columns of the fixed vectors of words. */
  fixed: 80,
  /** Columns in which a word is compared with its head. */
  arc: 64,
  /** Columns from which the relation of a word and its head is read. */
  relation: 64,
} as const;

/** Columns of a word between layers. */
export const width = 2 * shape.channels;
/** New value, forget gate and output gate of both directions. */
export const gates = 3 * width;
/** As dependent and as head of an arc, as dependent and as head of a relation. */
export const roles = 2 * shape.arc + 2 * shape.relation;
/** Slope of the rectifier below zero. */
export const leak = 0.1;

/** Distances from a word to its head in 32 kinds: sixteen to the left, sixteen to the right. */
export const distances = 32;
export function distanceOf(word: number, head: number): number {
  const far = Math.abs(head - word);
  const kind = far <= 10 ? far : far <= 15 ? 11 : far <= 20 ? 12 : far <= 30 ? 13 : far <= 45 ? 14 : 15;
  return head > word ? kind + 16 : kind;
}
