import type { StoredModel } from '../src/parser/model/linear-model.ts';

/** Counts features, then gives each that was seen often enough a row of weights. */
export class FeatureRows {
  private keys: Uint32Array;
  private values: Int32Array;
  private mask: number;
  size = 0;

  constructor(bits: number) {
    this.keys = new Uint32Array(1 << bits);
    this.values = new Int32Array(1 << bits);
    this.mask = (1 << bits) - 1;
  }

  count(features: Int32Array, number: number): void {
    for (let i = 0; i < number; i++) {
      const key = (features[i] as number) >>> 0 || 1;
      const slot = this.slot(key);
      if (this.keys[slot] === 0) {
        if (this.size > this.mask * 0.9)
          throw new Error('More features than the table has room for: raise its bits');
        this.keys[slot] = key;
        this.size++;
      }
      this.values[slot] = (this.values[slot] as number) + 1;
    }
  }

  /** The features seen at least `times`, numbered in the order of the table, which is the same in every run. */
  seenAtLeast(times: number): FeatureRows {
    const kept = [...this.keys].filter((key, slot) => key !== 0 && (this.values[slot] as number) >= times);
    const rows = new FeatureRows(Math.ceil(Math.log2(kept.length * 1.7)));
    for (const key of kept) {
      const slot = rows.slot(key);
      rows.keys[slot] = key;
      rows.values[slot] = rows.size++;
    }
    return rows;
  }

  row(feature: number): number {
    const slot = this.slot(feature >>> 0 || 1);
    return this.keys[slot] === 0 ? -1 : (this.values[slot] as number);
  }

  *entries(): Generator<[key: number, row: number]> {
    for (let slot = 0; slot <= this.mask; slot++) {
      if (this.keys[slot] !== 0) yield [this.keys[slot] as number, this.values[slot] as number];
    }
  }

  private slot(key: number): number {
    let slot = (key ^ (key >>> 15)) & this.mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** Averaged perceptron (Collins 2002), the average kept as Daumé's two sums. */
export class Perceptron {
  readonly scores: Float32Array;
  private readonly weights: Float32Array;
  private readonly sums: Float32Array;
  private readonly active = new Int32Array(1024);
  private activeCount = 0;
  private time = 1;
  private readonly rows: FeatureRows;
  private readonly classes: number;

  constructor(rows: FeatureRows, classes: number) {
    this.rows = rows;
    this.classes = classes;
    this.scores = new Float32Array(classes);
    this.weights = new Float32Array(rows.size * classes);
    this.sums = new Float32Array(rows.size * classes);
  }

  score(features: Int32Array, count: number): Float32Array {
    const { scores, classes, weights, active } = this;
    scores.fill(0);
    let number = 0;
    for (let i = 0; i < count; i++) {
      const row = this.rows.row(features[i] as number);
      if (row < 0) continue;
      active[number++] = row;
      const from = row * classes;
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[from + c] as number);
    }
    this.activeCount = number;
    return scores;
  }

  /** Learns from the last `score`: `good` should have won over `bad`. */
  learn(good: number, bad: number): void {
    this.time++;
    if (good === bad) return;
    for (let i = 0; i < this.activeCount; i++) {
      const from = (this.active[i] as number) * this.classes;
      this.add(from + good, 1);
      this.add(from + bad, -1);
    }
  }

  private add(place: number, amount: number): void {
    this.weights[place] = (this.weights[place] as number) + amount;
    this.sums[place] = (this.sums[place] as number) + amount * this.time;
  }

  average(): void {
    for (let i = 0; i < this.weights.length; i++) {
      this.weights[i] = (this.weights[i] as number) - (this.sums[i] as number) / this.time;
    }
  }

  /** The model as a file holds it: the `keep` features with the largest weights, and of those the weights that are not small. */
  stored(keep: number): StoredModel {
    const { classes, weights } = this;
    const largest = new Float32Array(this.rows.size);
    let scale = 0;
    for (let row = 0; row < this.rows.size; row++) {
      for (let c = 0; c < classes; c++) {
        const size = Math.abs(weights[row * classes + c] as number);
        if (size > (largest[row] as number)) largest[row] = size;
      }
      scale = Math.max(scale, largest[row] as number);
    }
    const floor = keep < largest.length ? (largest.toSorted().at(-keep) as number) : 0;
    const kept = [...this.rows.entries()].filter(
      ([, row]) => (largest[row] as number) >= Math.max(floor, scale / 16129),
    );
    kept.sort(([a], [b]) => a - b);
    const sizes = new Uint8Array(kept.length);
    const classOf: number[] = [];
    const bytes: number[] = [];
    kept.forEach(([, row], i) => {
      for (let c = 0; c < classes; c++) {
        const weight = weights[row * classes + c] as number;
        const byte = Math.round(Math.sqrt(Math.abs(weight) / scale) * 127) * Math.sign(weight);
        if (byte === 0 || Math.abs(weight) < (largest[row] as number) / 12) continue;
        sizes[i] = (sizes[i] as number) + 1;
        classOf.push(c);
        bytes.push(byte);
      }
    });
    return {
      classes,
      scale,
      keys: Uint32Array.from(kept, ([key]) => key),
      sizes,
      classOf: Uint8Array.from(classOf),
      weights: Int8Array.from(bytes),
    };
  }
}
