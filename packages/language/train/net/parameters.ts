import { distances, gates, roles, shape, width } from '../../src/parser/net/shape.ts';
import type { FloatMemory } from './float-product.ts';

export interface Matrix {
  name: string;
  rows: number;
  columns: number;
  /** How far first values lie from nought, on average. */
  spread: number;
  /** Place among all parameters. */
  at: number;
}

const whole = (count: number) => Math.ceil(count / 8) * 8;

/** All matrices of the network, biases as matrices of one row. */
function matricesFor(tags: number, relations: number): Matrix[] {
  const matrices: Matrix[] = [];
  let at = 0;
  const put = (name: string, rows: number, columns: number, spread: number) => {
    matrices.push({ name, rows, columns, spread, at });
    at += rows * columns;
  };
  const layer = (name: string, rows: number, columns: number) => {
    put(name, rows, columns, Math.sqrt(1 / rows));
    put(`${name}.bias`, 1, columns, 0);
  };
  for (let l = 0; l < shape.layers; l++) layer(`layer${l}`, width, gates);
  layer('output', width, roles + whole(tags));
  layer('arc', shape.arc, shape.arc);
  layer('relation', shape.relation, whole(relations));
  put('rootHead', 1, shape.arc, 0.1);
  put('rootRelation', 1, shape.relation, 0.1);
  put('distanceScore', 1, distances, 0);
  put('distanceRelation', distances, shape.relation, 0.1);
  return matrices;
}

const decay = { mean: 0.9, square: 0.98 };
/** Longer gradients are shortened to this length. */
const longestGradient = 2;

/** The network's numbers with their gradients, moved by Adam (Kingma and Ba 2015). */
export class Parameters {
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly values: Float32Array;
  readonly gradients: Float32Array;
  /** Where values and gradients begin in the memory. */
  readonly first: { values: number; gradients: number };
  private readonly mean: Float32Array;
  private readonly square: Float32Array;
  private moves = 0;

  constructor(memory: FloatMemory, tags: number, relations: number, normal: () => number) {
    const list = matricesFor(tags, relations);
    const count = list.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    this.matrices = new Map(list.map((matrix) => [matrix.name, matrix]));
    this.first = { values: memory.reserve(count), gradients: memory.reserve(count) };
    this.values = memory.view(this.first.values, count);
    this.gradients = memory.view(this.first.gradients, count);
    this.mean = new Float32Array(count);
    this.square = new Float32Array(count);
    for (const { rows, columns, spread, at } of list)
      if (spread > 0) for (let i = at; i < at + rows * columns; i++) this.values[i] = normal() * spread;
  }

  of(name: string): Matrix {
    return this.matrices.get(name) as Matrix;
  }

  /** Values of one matrix, row by row. */
  valuesOf(name: string): Float32Array {
    const { at, rows, columns } = this.of(name);
    return this.values.subarray(at, at + rows * columns);
  }

  /** Moves everything against its gradient, the vectors of words too. */
  move(rate: number, vectors: TrainedVectors): void {
    let sum = 0;
    for (const gradient of this.gradients) sum += gradient * gradient;
    const length = Math.sqrt(sum);
    const shorten = length > longestGradient ? longestGradient / length : 1;
    this.moves++;
    const adam = { rate, shorten, moves: this.moves };
    moveAll(this.values, this.gradients, this.mean, this.square, 0, this.values.length, adam);
    vectors.move(adam);
    this.gradients.fill(0);
  }
}

interface Adam {
  rate: number;
  shorten: number;
  moves: number;
}

function moveAll(
  values: Float32Array,
  gradients: Float32Array,
  mean: Float32Array,
  square: Float32Array,
  from: number,
  to: number,
  { rate, shorten, moves }: Adam,
): void {
  const meanPart = 1 - decay.mean ** moves;
  const squarePart = 1 - decay.square ** moves;
  for (let i = from; i < to; i++) {
    const gradient = (gradients[i] as number) * shorten;
    const m = decay.mean * (mean[i] as number) + (1 - decay.mean) * gradient;
    const s = decay.square * (square[i] as number) + (1 - decay.square) * gradient * gradient;
    mean[i] = m;
    square[i] = s;
    values[i] = (values[i] as number) - (rate * (m / meanPart)) / (Math.sqrt(s / squarePart) + 1e-8);
  }
}

/** The table of trained vectors; only rows that a step has used are moved. */
export class TrainedVectors {
  readonly values: Float32Array;
  private readonly gradients: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;
  private readonly isUsed: Uint8Array;
  private used: number[] = [];

  constructor(rows: number, normal: () => number) {
    const count = rows * shape.trained;
    this.values = Float32Array.from({ length: count }, () => normal() * 0.2);
    this.gradients = new Float32Array(count);
    this.mean = new Float32Array(count);
    this.square = new Float32Array(count);
    this.isUsed = new Uint8Array(rows);
  }

  addTo(row: number, into: Float32Array, at: number): void {
    const from = row * shape.trained;
    for (let c = 0; c < shape.trained; c++)
      into[at + c] = (into[at + c] as number) + (this.values[from + c] as number);
  }

  /** Takes in the gradient of a row. */
  learn(row: number, gradients: Float32Array, at: number): void {
    const into = row * shape.trained;
    if (!this.isUsed[row]) {
      this.isUsed[row] = 1;
      this.used.push(row);
      this.gradients.fill(0, into, into + shape.trained);
    }
    for (let c = 0; c < shape.trained; c++)
      this.gradients[into + c] = (this.gradients[into + c] as number) + (gradients[at + c] as number);
  }

  move(adam: Adam): void {
    for (const row of this.used) {
      const from = row * shape.trained;
      moveAll(this.values, this.gradients, this.mean, this.square, from, from + shape.trained, adam);
      this.isUsed[row] = 0;
    }
    this.used = [];
  }
}
