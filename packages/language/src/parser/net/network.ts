import type { Parts } from '../model/model-file.ts';
import { openKernels } from './kernels.ts';
import { inPanels, panel, steps } from './layout.ts';
import { distanceOf, gates, roles, shape, width } from './shape.ts';
import { bestTree } from './spanning-tree.ts';
import type { WordVectors } from './word-vectors.ts';

/** What the network says of one sentence: numbers of tags and relations, heads (−1 for the root). */
export interface Reading {
  tags: Int32Array;
  heads: Int32Array;
  relations: Int32Array;
}

/** A layer as it is multiplied: 16-bit panels, and scale and bias of each column as floats; addresses in bytes. */
interface Layer {
  weights: number;
  scale: number;
  bias: number;
  rows: number;
  columns: number;
}

/** Sentences are read together until they have so many words: enough for the kernels, and all of it stays in the cache. */
const wordsAtOnce = 192;
/** The longest sentence; what is longer is read in pieces (see `Network.read`). */
const longestSentence = 160;
const room = wordsAtOnce + longestSentence;
/** Words whose first layer is remembered: 3 kB each. News repeats its words. */
const remembered = 12_000;

/**
 * Tags and parses sentences: three bidirectional recurrent layers over word vectors, then for each word a tag, a score
 * for each possible head (Dozat and Manning 2017), and the relation to the chosen head.
 */
export class Network {
  private readonly kernels = openKernels(
    (remembered + room) * (width + gates) * 4 + room * (width * 14 + gates * 4 + 8192) + (12 << 20),
  );
  private readonly floats = new Float32Array(this.kernels.buffer);
  private readonly shorts = new Int16Array(this.kernels.buffer);
  private readonly pairs = new Int32Array(this.kernels.buffer);
  private used = 1024;

  private readonly vectors: WordVectors;
  private readonly layers: Layer[];
  private readonly output: Layer;
  private readonly arc: Layer;
  private readonly relation: Layer;
  private readonly tagCount: number;
  private readonly relationCount: number;
  /** The root as the head of an arc, made whole: two numbers a place. */
  private readonly rootHead: Int32Array;
  private readonly rootRelation: number;
  /** What the distance of a head alone says for it; the middle is distance 0. */
  private readonly bias: Float32Array;
  private readonly distanceRelation: number;

  /** Where the first layer of a word is remembered, by its form; and the numbers of the words that are read now. */
  private slots = new Map<string, number>();
  private readonly knownInput = this.reserve((remembered + room) * width * 4);
  private readonly knownGates = this.reserve((remembered + room) * gates * 4);
  private readonly places = this.reserve(room * 4);
  private readonly input = this.reserve(room * width * 4);
  private readonly result = this.reserve(room * width * 4);
  private readonly gated = this.reserve(room * gates * 4);
  private readonly whole = this.reserve(room * width * 2);
  private readonly out: number;
  private readonly dependents = this.reserve(room * shape.arc * 4);
  private readonly narrow = this.reserve(room * shape.arc * 2);
  private readonly heads = this.reserve((longestSentence + panel) * shape.arc * 2);
  private readonly scores = this.reserve(room * (longestSentence + panel) * 4);
  private readonly ones: number;
  private readonly zeros = this.reserve((longestSentence + panel) * 4);
  private readonly relationScores: number;
  private readonly tops = this.reserve(room * 32);

  constructor(parts: Parts, vectors: WordVectors, tagCount: number, relationCount: number) {
    this.vectors = vectors;
    this.tagCount = tagCount;
    this.relationCount = relationCount;
    this.layers = Array.from({ length: shape.layers }, (_, i) => this.layer(parts, `layer${i}`, width));
    this.output = this.layer(parts, 'output', width);
    this.arc = this.layer(parts, 'arc', shape.arc);
    this.relation = this.layer(parts, 'relation', shape.relation);
    this.rootHead = inPairs(parts.rootHead as Float32Array);
    this.rootRelation = this.keep(parts.rootRelation as Float32Array);
    const distanceScore = parts.distanceScore as Float32Array;
    this.bias = Float32Array.from(
      { length: 2 * longestSentence + 1 },
      (_, at) => distanceScore[distanceOf(longestSentence, at)] as number,
    );
    this.distanceRelation = this.keep(parts.distanceRelation as Float32Array);
    this.out = this.reserve(room * this.output.columns * 4);
    this.relationScores = this.reserve(room * this.relation.columns * 4);
    this.ones = this.reserve((longestSentence + panel) * 4);
    this.floats.fill(1 / (steps * steps), this.ones >> 2, (this.ones >> 2) + longestSentence + panel);
  }

  private reserve(bytes: number): number {
    const at = this.used;
    this.used += (bytes + 63) & ~63;
    return at;
  }

  private keep(values: Float32Array): number {
    const at = this.reserve(values.length * 4);
    this.floats.set(values, at >> 2);
    return at;
  }

  private layer(parts: Parts, name: string, rows: number): Layer {
    const stored = parts[`${name}.weights`] as Int8Array;
    const scale = parts[`${name}.scale`] as Float32Array;
    const columns = scale.length;
    const layer = {
      weights: this.reserve(rows * columns * 2),
      scale: this.reserve(columns * 4),
      bias: this.reserve(columns * 4),
      rows,
      columns,
    };
    inPanels(stored, rows, columns, this.shorts.subarray(layer.weights >> 1));
    for (let c = 0; c < columns; c++) this.floats[(layer.scale >> 2) + c] = (scale[c] as number) / steps;
    this.floats.set(parts[`${name}.bias`] as Float32Array, layer.bias >> 2);
    return layer;
  }

  /** `into` = rows of floats at `from`, made whole, times a layer. */
  private multiply(layer: Layer, from: number, into: number, count: number): void {
    this.kernels.quantise(from, this.whole, count, layer.rows, layer.rows * 4);
    this.multiplyWhole(layer, this.whole, into, count);
  }

  private multiplyWhole(layer: Layer, whole: number, into: number, count: number): void {
    const { weights, scale, bias, rows, columns } = layer;
    this.kernels.product(whole, weights, into, count, rows, columns, scale, bias);
  }

  /**
   * Reads sentences given as their forms; the readings come in the same order. A sentence longer than `longestSentence`
   * is read in pieces: the top word of each later piece hangs on the top of the first as `parataxis`, given by its number.
   */
  read(sentences: readonly (readonly string[])[], parataxis: number): Reading[] {
    const pieces: { forms: readonly string[]; sentence: number }[] = [];
    sentences.forEach((forms, sentence) => {
      for (let from = 0; from < forms.length; from += longestSentence)
        pieces.push({
          forms: forms.length <= longestSentence ? forms : forms.slice(from, from + longestSentence),
          sentence,
        });
    });
    const readings: Reading[][] = sentences.map(() => []);
    for (let first = 0; first < pieces.length; ) {
      let words = 0;
      let last = first;
      while (last < pieces.length && words < wordsAtOnce) words += pieces[last++]?.forms.length ?? 0;
      const batch: (readonly string[])[] = [];
      for (let i = first; i < last; i++) batch.push(pieces[i]?.forms ?? []);
      for (const reading of this.readBatch(batch))
        readings[pieces[first++]?.sentence as number]?.push(reading);
    }
    return readings.map((found) => joined(found, parataxis));
  }

  private readBatch(batch: (readonly string[])[]): Reading[] {
    const count = this.readWords(batch);
    this.encode(batch, count);
    this.multiply(this.output, this.input, this.out, count);
    const stride = this.output.columns * 4;
    this.kernels.rectify(this.out, count, roles, stride);
    this.kernels.quantise(this.out, this.narrow, count, shape.arc, stride);
    this.multiplyWhole(this.arc, this.narrow, this.dependents, count);
    this.kernels.quantise(this.dependents, this.narrow, count, shape.arc, shape.arc * 4);
    const heads = new Int32Array(count);
    let first = 0;
    for (const { length } of batch) {
      const own = heads.subarray(first, first + length);
      this.findHeads(first, own);
      this.joinRoles(first, own);
      first += length;
    }
    this.multiplyWhole(this.relation, this.whole, this.relationScores, count);
    const numbers = this.best(this.out + roles * 4, count, this.tagCount, stride);
    const kinds = this.best(this.relationScores, count, this.relationCount, this.relation.columns * 4);
    first = 0;
    return batch.map(({ length }) => {
      const last = first + length;
      const reading = {
        tags: numbers.subarray(first, last),
        heads: heads.subarray(first, last),
        relations: kinds.subarray(first, last),
      };
      first = last;
      return reading;
    });
  }

  /** Input and gates of the first layer for each word: they depend on its form alone. Returns how many words there are. */
  private readWords(batch: (readonly string[])[]): number {
    const { floats, pairs } = this;
    if (this.slots.size > remembered) this.slots = new Map();
    const { slots } = this;
    const known = slots.size;
    let word = this.places >> 2;
    for (const forms of batch) {
      for (const form of forms) {
        let slot = slots.get(form);
        if (slot === undefined) {
          slot = slots.size;
          slots.set(form, slot);
          this.vectors.fill(form, floats, (this.knownInput >> 2) + slot * width);
        }
        pairs[word++] = slot;
      }
    }
    const fresh = slots.size - known;
    if (fresh > 0)
      this.multiply(
        this.layers[0] as Layer,
        this.knownInput + known * width * 4,
        this.knownGates + known * gates * 4,
        fresh,
      );
    const count = word - (this.places >> 2);
    this.kernels.gather(this.places, this.knownInput, this.input, count, width * 4);
    this.kernels.gather(this.places, this.knownGates, this.gated, count, gates * 4);
    return count;
  }

  /** Leaves the words in their sentences' light in `input`. */
  private encode(batch: (readonly string[])[], count: number): void {
    const { kernels, gated } = this;
    const strideGates = gates * 4;
    const strideWord = width * 4;
    const half = strideWord / 2;
    let from = this.input;
    let into = this.result;
    for (let l = 0; l < this.layers.length; l++) {
      if (l > 0) this.multiply(this.layers[l] as Layer, from, gated, count);
      let first = 0;
      for (const { length } of batch) {
        const last = first + length - 1;
        kernels.recurrence(
          gated + first * strideGates,
          from + first * strideWord,
          into + first * strideWord,
          length,
          shape.channels,
          strideGates,
          strideWord,
        );
        kernels.recurrence(
          gated + last * strideGates + strideGates / 2,
          from + last * strideWord + half,
          into + last * strideWord + half,
          length,
          shape.channels,
          -strideGates,
          -strideWord,
        );
        first += length;
      }
      [from, into] = [into, from];
    }
    if (from !== this.input) this.floats.copyWithin(this.input >> 2, from >> 2, (from >> 2) + count * width);
  }

  private findHeads(first: number, heads: Int32Array): void {
    const { floats, pairs } = this;
    const count = heads.length;
    const stride = (count + 1 + panel - 1) & ~(panel - 1);
    const half = shape.arc / 2;
    // As heads, the words of the sentence are the columns of a product; after them comes the root.
    const rowBytes = this.output.columns * 4;
    for (let j = 0; j < count; j += panel)
      this.kernels.layColumns(
        this.out + (first + j) * rowBytes + shape.arc * 4,
        this.heads + j * shape.arc * 2,
        Math.min(panel, count - j),
        shape.arc,
        rowBytes,
      );
    const root = (this.heads >> 2) + (count & ~(panel - 1)) * half + (count & (panel - 1));
    for (let k = 0; k < half; k++) pairs[root + k * panel] = this.rootHead[k] as number;
    const from = this.narrow + first * shape.arc * 2;
    this.kernels.product(from, this.heads, this.scores, count, shape.arc, stride, this.ones, this.zeros);
    const scores = floats.subarray(this.scores >> 2, (this.scores >> 2) + count * stride);
    const { bias } = this;
    for (let i = 0; i < count; i++) {
      const row = i * stride;
      const middle = longestSentence - i;
      for (let j = 0; j < count; j++)
        scores[row + j] = (scores[row + j] as number) + (bias[middle + j] as number);
    }
    bestTree(scores, count, stride, heads);
  }

  /** What each word and its head are to one another, made whole, as the input of the last layer. */
  private joinRoles(first: number, heads: Int32Array): void {
    const columns = shape.relation;
    const stride = this.output.columns * 4;
    const dependents = this.out + first * stride + 2 * shape.arc * 4;
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i] as number;
      this.kernels.join(
        dependents + i * stride,
        head < 0 ? this.rootRelation : dependents + head * stride + columns * 4,
        this.distanceRelation + (head < 0 ? 0 : distanceOf(i, head)) * columns * 4,
        this.whole + (first + i) * columns * 2,
        columns,
      );
    }
  }

  /** The number of the greatest of the first `columns` floats of each row, the first among equals. */
  private best(from: number, rows: number, columns: number, stride: number): Int32Array {
    const { floats, pairs } = this;
    const whole = columns & ~3;
    this.kernels.greatest(from, this.tops, rows, whole / 4, stride);
    const found = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const at = (this.tops >> 2) + row * 8;
      let top = columns;
      let most = Number.NEGATIVE_INFINITY;
      for (let lane = 0; lane < 4; lane++) {
        const value = floats[at + lane] as number;
        const column = (pairs[at + 4 + lane] as number) * 4 + lane;
        if (value < most || (value === most && column > top)) continue;
        most = value;
        top = column;
      }
      for (let column = whole; column < columns; column++) {
        const value = floats[((from + row * stride) >> 2) + column] as number;
        if (value <= most) continue;
        most = value;
        top = column;
      }
      found[row] = top;
    }
    return found;
  }
}

/** Floats made whole, two and two in one number, as products take them. */
function inPairs(values: Float32Array): Int32Array {
  return Int32Array.from(
    { length: values.length / 2 },
    (_, k) => (inSteps(values[2 * k] as number) & 0xffff) | (inSteps(values[2 * k + 1] as number) << 16),
  );
}

function inSteps(value: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value * steps)));
}

function joined(pieces: Reading[], parataxis: number): Reading {
  if (pieces.length === 1) return pieces[0] as Reading;
  const count = pieces.reduce((sum, { tags }) => sum + tags.length, 0);
  const whole = {
    tags: new Int32Array(count),
    heads: new Int32Array(count),
    relations: new Int32Array(count),
  };
  let first = 0;
  let top = -1;
  for (const { tags, heads, relations } of pieces) {
    whole.tags.set(tags, first);
    whole.relations.set(relations, first);
    heads.forEach((head, i) => {
      whole.heads[first + i] = head < 0 ? top : first + head;
      if (head < 0 && top >= 0) whole.relations[first + i] = parataxis;
    });
    if (top < 0) top = heads.indexOf(-1);
    first += tags.length;
  }
  return whole;
}
