import { distanceOf, gates, leak, roles, shape, width } from '../../src/parser/net/shape.ts';
import { featuresPerWord } from '../../src/parser/net/word-features.ts';
import type { Example } from './example.ts';
import { FloatMemory } from './float-product.ts';
import { Heads } from './heads.ts';
import { Linear } from './linear.ts';
import { Parameters, TrainedVectors } from './parameters.ts';
import { recurrentBackward, recurrentForward } from './recurrent.ts';

/** What part of the numbers between layers is left out at each step. 0.25 learned slower and ended lower in five rounds. */
const leftOut = 0.15;
/** A word of its own vector is taken as unknown with this chance when it was seen once, less when more often. */
const unknownWeight = 0.25;

/** A network being trained, and the room that a step needs for at most `most` words. */
export class LearningNetwork {
  readonly parameters: Parameters;
  readonly vectors: TrainedVectors;
  private readonly memory: FloatMemory;
  private readonly random: () => number;
  private readonly most: number;
  private readonly layers: Linear[];
  private readonly output: Linear;
  private readonly arc: Linear;
  private readonly relation: Linear;
  private readonly heads: Heads;
  private readonly tagCount: number;
  private readonly relationCount: number;
  private readonly places: Record<
    | 'out'
    | 'outGradient'
    | 'arcInput'
    | 'arcInputGradient'
    | 'dependents'
    | 'dependentGradient'
    | 'joined'
    | 'joinedGradient'
    | 'scores'
    | 'scoreGradient'
    | 'wordGradient'
    | 'passed'
    | 'gateGradient',
    number
  >;
  private readonly x: number[];
  private readonly thinned: number[];
  private readonly u: number[];
  private readonly states: Float32Array[];
  private readonly kept: Float32Array[];
  private readonly rolesKept: Float32Array;
  private readonly rows: Int32Array;

  constructor(
    sizes: { tags: number; relations: number; rows: number; most: number },
    random: () => number,
    normal: () => number,
  ) {
    const { tags, relations, rows, most } = sizes;
    const memory = new FloatMemory(256 << 20);
    this.memory = memory;
    this.random = random;
    this.most = most;
    this.tagCount = tags;
    this.relationCount = relations;
    this.parameters = new Parameters(memory, tags, relations, normal);
    this.vectors = new TrainedVectors(rows, normal);
    const linear = (name: string) => new Linear(memory, this.parameters, name, most);
    this.layers = Array.from({ length: shape.layers }, (_, i) => linear(`layer${i}`));
    this.output = linear('output');
    this.arc = linear('arc');
    this.relation = linear('relation');
    const reserve = (columns: number) => memory.reserve(most * columns);
    const columns = this.output.columns;
    this.places = {
      out: reserve(columns),
      outGradient: reserve(columns),
      arcInput: reserve(shape.arc),
      arcInputGradient: reserve(shape.arc),
      dependents: reserve(shape.arc),
      dependentGradient: reserve(shape.arc),
      joined: reserve(shape.relation),
      joinedGradient: reserve(shape.relation),
      scores: reserve(this.relation.columns),
      scoreGradient: reserve(this.relation.columns),
      wordGradient: reserve(width),
      passed: reserve(width),
      gateGradient: reserve(gates),
    };
    this.heads = new Heads(memory, this.parameters, {
      out: this.places.out,
      outGradient: this.places.outGradient,
      stride: columns,
      dependents: this.places.dependents,
      dependentGradient: this.places.dependentGradient,
    });
    const perLevel = <T>(make: () => T) => Array.from({ length: shape.layers + 1 }, make);
    this.x = perLevel(() => reserve(width));
    this.thinned = perLevel(() => reserve(width));
    this.u = perLevel(() => reserve(gates));
    this.states = perLevel(() => new Float32Array(most * width));
    this.kept = perLevel(() => new Float32Array(most * width));
    this.rolesKept = new Float32Array(most * roles);
    this.rows = new Int32Array(most * featuresPerWord);
  }

  /** One step: learns from a batch at a rate, and returns the mean loss of tags, heads and relations a word. */
  learn(batch: readonly Example[], rate: number): [number, number, number] {
    const count = batch.reduce((sum, { length }) => sum + length, 0);
    if (count > this.most) throw new Error(`A batch of ${count} words is more than ${this.most}.`);
    for (const layer of [...this.layers, this.output, this.arc, this.relation]) layer.refresh(true);
    this.forward(batch, count);
    const loss = this.learnOutput(batch, count);
    this.backward(batch, count);
    this.parameters.move(rate, this.vectors);
    return loss;
  }

  private forward(batch: readonly Example[], count: number): void {
    const { floats } = this.memory;
    const lengths = batch.map(({ length }) => length);
    this.fillInput(batch);
    for (let l = 0; l <= shape.layers; l++) {
      this.thin(l, lengths);
      if (l === shape.layers) break;
      const [u, x, h] = [this.u[l], this.x[l], this.x[l + 1]] as [number, number, number];
      this.layers[l]?.forward(this.thinned[l] as number, u, count);
      recurrentForward(floats, { u, x, h, states: this.states[l] as Float32Array }, lengths);
    }
    const { out, arcInput, dependents } = this.places;
    const { columns } = this.output;
    this.output.forward(this.thinned[shape.layers] as number, out, count);
    for (let i = 0; i < count; i++) {
      for (let c = 0; c < roles; c++) {
        const value = floats[out + i * columns + c] as number;
        const kept = this.random() < leftOut ? 0 : 1 / (1 - leftOut);
        this.rolesKept[i * roles + c] = kept;
        floats[out + i * columns + c] = (value < 0 ? value * leak : value) * kept;
      }
      floats.copyWithin(arcInput + i * shape.arc, out + i * columns, out + i * columns + shape.arc);
    }
    this.arc.forward(arcInput, dependents, count);
  }

  private fillInput(batch: readonly Example[]): void {
    const { floats } = this.memory;
    let word = 0;
    for (const example of batch) {
      for (let i = 0; i < example.length; i++, word++) {
        const x = (this.x[0] as number) + word * width;
        floats.fill(0, x, x + width);
        for (let f = 0; f < featuresPerWord; f++) {
          let row = example.rows[i * featuresPerWord + f] as number;
          const seen = example.seen[i] as number;
          if (f === 0 && this.random() < 0.02 + unknownWeight / (unknownWeight + seen)) row = 0;
          this.rows[word * featuresPerWord + f] = row;
          this.vectors.addTo(row, floats, x);
        }
        if (this.random() < 0.03) continue;
        const from = i * shape.fixed;
        floats.set(example.fixed.subarray(from, from + shape.fixed), x + shape.trained);
      }
    }
  }

  /** Leaves out channels of a level's input, the same ones for all words of a sentence (Gal and Ghahramani 2016). */
  private thin(level: number, lengths: readonly number[]): void {
    const { floats } = this.memory;
    const kept = this.kept[level] as Float32Array;
    const from = this.x[level] as number;
    const into = this.thinned[level] as number;
    let at = 0;
    for (const length of lengths) {
      const channels = Float32Array.from({ length: width }, () =>
        this.random() < leftOut ? 0 : 1 / (1 - leftOut),
      );
      for (let i = 0; i < length; i++)
        for (let c = 0; c < width; c++, at++) {
          kept[at] = channels[c] as number;
          floats[into + at] = (floats[from + at] as number) * (channels[c] as number);
        }
    }
  }

  private learnOutput(batch: readonly Example[], count: number): [number, number, number] {
    const { memory, places } = this;
    const { columns } = this.output;
    const loss: [number, number, number] = [0, 0, 0];
    for (const [place, size] of [
      [places.outGradient, columns],
      [places.dependentGradient, shape.arc],
      [places.scoreGradient, this.relation.columns],
      [places.joinedGradient, shape.relation],
      [places.arcInputGradient, shape.arc],
    ] as const)
      memory.floats.fill(0, place, place + count * size);
    let first = 0;
    for (const { tags, heads, length } of batch) {
      for (let i = 0; i < length; i++) {
        const at = (first + i) * columns + roles;
        if ((tags[i] as number) >= 0)
          loss[0] += this.learnClass(
            places.out + at,
            this.tagCount,
            tags[i] as number,
            places.outGradient + at,
            count,
          );
      }
      loss[1] += this.heads.learn(first, heads, 1 / count);
      this.joinRoles(first, heads);
      first += length;
    }
    this.relation.forward(places.joined, places.scores, count);
    first = 0;
    for (const { relations, length } of batch) {
      for (let i = 0; i < length; i++) {
        const at = (first + i) * this.relation.columns;
        loss[2] += this.learnClass(
          places.scores + at,
          this.relationCount,
          relations[i] as number,
          places.scoreGradient + at,
          count,
        );
      }
      first += length;
    }
    this.relation.backward(places.joined, places.scoreGradient, count, places.joinedGradient);
    first = 0;
    for (const { heads, length } of batch) {
      this.partRoles(first, heads);
      first += length;
    }
    this.arc.backward(places.arcInput, places.dependentGradient, count, places.arcInputGradient);
    return loss;
  }

  /** Soft-max over classes: its loss, and its gradient at `into`. */
  private learnClass(scores: number, classes: number, truth: number, into: number, count: number): number {
    const { floats } = this.memory;
    let top = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) top = Math.max(top, floats[scores + c] as number);
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp((floats[scores + c] as number) - top);
    const total = Math.log(sum) + top;
    for (let c = 0; c < classes; c++)
      floats[into + c] = (Math.exp((floats[scores + c] as number) - total) - (c === truth ? 1 : 0)) / count;
    return (total - (floats[scores + truth] as number)) / count;
  }

  private joinRoles(first: number, heads: Int32Array): void {
    const { floats } = this.memory;
    for (let i = 0; i < heads.length; i++) {
      const { joined, dependent, list, head, distance } = this.relationPlaces(first, i, heads[i] as number);
      for (let c = 0; c < shape.relation; c++) {
        const value =
          (floats[this.places.out + dependent + c] as number) +
          (list === null
            ? (floats[this.places.out + head + c] as number)
            : (this.parameters.values[list + c] as number)) +
          (this.parameters.values[distance + c] as number);
        floats[this.places.joined + joined + c] = value < 0 ? value * leak : value;
      }
    }
  }

  private partRoles(first: number, heads: Int32Array): void {
    const { floats } = this.memory;
    const { gradients } = this.parameters;
    const addTo = (numbers: Float32Array, at: number, gradient: number) => {
      numbers[at] = (numbers[at] as number) + gradient;
    };
    for (let i = 0; i < heads.length; i++) {
      const { joined, dependent, list, head, distance } = this.relationPlaces(first, i, heads[i] as number);
      for (let c = 0; c < shape.relation; c++) {
        let gradient = floats[this.places.joinedGradient + joined + c] as number;
        if ((floats[this.places.joined + joined + c] as number) < 0) gradient *= leak;
        addTo(floats, this.places.outGradient + dependent + c, gradient);
        if (list === null) addTo(floats, this.places.outGradient + head + c, gradient);
        else addTo(gradients, list + c, gradient);
        addTo(gradients, distance + c, gradient);
      }
    }
  }

  private relationPlaces(first: number, i: number, head: number) {
    const { columns } = this.output;
    return {
      joined: (first + i) * shape.relation,
      dependent: (first + i) * columns + 2 * shape.arc,
      head: (first + head) * columns + 2 * shape.arc + shape.relation,
      /** Where the root's numbers lie, when the root is the head. */
      list: head < 0 ? this.parameters.of('rootRelation').at : null,
      distance:
        this.parameters.of('distanceRelation').at + (head < 0 ? 0 : distanceOf(i, head)) * shape.relation,
    };
  }

  private backward(batch: readonly Example[], count: number): void {
    const { places } = this;
    const { floats } = this.memory;
    const { columns } = this.output;
    const lengths = batch.map(({ length }) => length);
    for (let i = 0; i < count; i++)
      for (let c = 0; c < roles; c++) {
        const at = i * columns + c;
        let gradient = floats[places.outGradient + at] as number;
        if (c < shape.arc) gradient += floats[places.arcInputGradient + i * shape.arc + c] as number;
        if ((floats[places.out + at] as number) < 0) gradient *= leak;
        floats[places.outGradient + at] = gradient * (this.rolesKept[i * roles + c] as number);
      }
    const { wordGradient, passed, gateGradient } = places;
    floats.fill(0, wordGradient, wordGradient + count * width);
    this.output.backward(this.thinned[shape.layers] as number, places.outGradient, count, wordGradient);
    this.keep(shape.layers, wordGradient, count);
    for (let l = shape.layers - 1; l >= 0; l--) {
      const layer = {
        u: this.u[l] as number,
        x: this.x[l] as number,
        states: this.states[l] as Float32Array,
      };
      recurrentBackward(floats, layer, lengths, { output: wordGradient, gated: gateGradient, passed });
      floats.fill(0, wordGradient, wordGradient + count * width);
      this.layers[l]?.backward(this.thinned[l] as number, gateGradient, count, wordGradient);
      this.keep(l, wordGradient, count);
      for (let i = 0; i < count * width; i++)
        floats[wordGradient + i] = (floats[wordGradient + i] as number) + (floats[passed + i] as number);
    }
    for (let word = 0; word < count; word++)
      for (let f = 0; f < featuresPerWord; f++)
        this.vectors.learn(
          this.rows[word * featuresPerWord + f] as number,
          floats,
          wordGradient + word * width,
        );
  }

  private keep(level: number, gradient: number, count: number): void {
    const { floats } = this.memory;
    const kept = this.kept[level] as Float32Array;
    for (let i = 0; i < count * width; i++)
      floats[gradient + i] = (floats[gradient + i] as number) * (kept[i] as number);
  }
}
