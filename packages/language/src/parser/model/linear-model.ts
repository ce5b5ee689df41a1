/**
 * A trained linear model as it is used: features (32-bit hashes) to weights of classes.
 * Weights are bytes on a square-root scale, which costs no accuracy where a linear scale costs much (measured).
 */
export interface LinearModel {
  /** Adds up the weights of the first `count` features: scores, one a class. The array is used again at the next call. */
  score(features: Int32Array, count: number): Int32Array;
}

/** The stored form: features in rising order (unsigned), each with how many classes it has, then class and weight of each. */
export interface StoredModel {
  classes: number;
  scale: number;
  keys: Uint32Array;
  sizes: Uint8Array;
  classOf: Uint8Array;
  weights: Int8Array;
}

/** Scores are whole numbers: what the largest weight is worth. Sums of a few hundred stay far below 2^31. */
const largestWeight = 1 << 20;

const weightOf = new Int32Array(256);
for (let byte = -127; byte <= 127; byte++) {
  weightOf[byte & 255] = Math.sign(byte) * Math.round((byte / 127) ** 2 * largestWeight);
}

const scramble = (key: number) => Math.imul(key, 0x9e3779b1);

/** Which features the model knows at all: 16 bits a feature, small enough to stay near the processor. */
function knownBits(keys: Uint32Array): { bits: Int32Array; shift: number } {
  const log = Math.max(10, Math.ceil(Math.log2(keys.length * 10)));
  const bits = new Int32Array(1 << (log - 5));
  const shift = 32 - log;
  for (const key of keys) {
    const place = scramble(key | 0) >>> shift;
    bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
  }
  return { bits, shift };
}

export function linearModel(stored: StoredModel): LinearModel {
  const { classes, keys, sizes, classOf, weights } = stored;
  const { bits, shift } = knownBits(keys);
  const log = Math.max(4, Math.ceil(Math.log2(keys.length * 1.6)));
  const mask = (1 << log) - 1;
  const slotShift = 32 - log;
  // Two numbers a slot: the feature, and where its classes start with how many they are; few classes stand there themselves.
  const slots = new Int32Array((mask + 1) * 2);
  const isPacked = classes <= 3;
  let offset = 0;
  for (let i = 0; i < keys.length; i++) {
    const size = sizes[i] as number;
    let slot = scramble(keys[i] as number) >>> slotShift;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = keys[i] as number;
    let value = (offset << 7) | size;
    if (isPacked) {
      // The fourth byte says that the slot is taken.
      value = 1 << 24;
      for (let at = offset; at < offset + size; at++) {
        value |= ((weights[at] as number) & 255) << (8 * (classOf[at] as number));
      }
    }
    slots[slot * 2 + 1] = value;
    offset += size;
  }
  const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.length);
  const scores = new Int32Array(classes);
  const known = new Int32Array(1024);

  /** Keeps the features that the model knows and returns how many: most lookups end here, without a wait for memory. */
  function keepKnown(features: Int32Array, count: number): number {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const key = features[i] as number;
      const place = scramble(key) >>> shift;
      known[kept] = key;
      kept += ((bits[place >>> 5] as number) >>> (place & 31)) & 1;
    }
    return kept;
  }

  function lookUp(key: number): number {
    let slot = scramble(key) >>> slotShift;
    for (;;) {
      const value = slots[slot * 2 + 1] as number;
      if (value === 0 || slots[slot * 2] === key) return value;
      slot = (slot + 1) & mask;
    }
  }

  function scorePacked(features: Int32Array, count: number): Int32Array {
    const kept = keepKnown(features, count);
    let first = 0;
    let second = 0;
    let third = 0;
    for (let i = 0; i < kept; i++) {
      const value = lookUp(known[i] as number);
      first += weightOf[value & 255] as number;
      second += weightOf[(value >>> 8) & 255] as number;
      third += weightOf[(value >>> 16) & 255] as number;
    }
    scores[0] = first;
    if (classes > 1) scores[1] = second;
    if (classes > 2) scores[2] = third;
    return scores;
  }

  function score(features: Int32Array, count: number): Int32Array {
    scores.fill(0);
    const kept = keepKnown(features, count);
    for (let i = 0; i < kept; i++) {
      const value = lookUp(known[i] as number);
      let at = value >>> 7;
      const end = at + (value & 127);
      for (; at < end; at++) {
        const one = classOf[at] as number;
        scores[one] = (scores[one] as number) + (weightOf[bytes[at] as number] as number);
      }
    }
    return scores;
  }

  return { score: isPacked ? scorePacked : score };
}

/** The best class; of equals the first. */
export function best(scores: ArrayLike<number>): number {
  let top = 0;
  for (let one = 1; one < scores.length; one++)
    if ((scores[one] as number) > (scores[top] as number)) top = one;
  return top;
}
