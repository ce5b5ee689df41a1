import { distanceOf, shape } from '../../src/parser/net/shape.ts';
import type { FloatMemory } from './float-product.ts';
import type { Parameters } from './parameters.ts';

/** Places of the numbers that arcs are scored from, and of their gradients. */
export interface ArcPlaces {
  /** Roles of each word, `stride` numbers a word. */
  out: number;
  outGradient: number;
  stride: number;
  /** Words as dependents after their own layer. */
  dependents: number;
  dependentGradient: number;
}

/** Smaller gradients of an arc are left out: nearly all are. */
const least = 1e-7;

/** Which word is the head of which: scores as the network makes them, loss and gradients against the true heads. */
export class Heads {
  private readonly memory: FloatMemory;
  private readonly parameters: Parameters;
  private readonly places: ArcPlaces;
  private readonly scores = new Float64Array(512);

  constructor(memory: FloatMemory, parameters: Parameters, places: ArcPlaces) {
    this.memory = memory;
    this.parameters = parameters;
    this.places = places;
  }

  /** Adds the gradients for a sentence whose first word is `first`, times `weight`, and returns its loss. */
  learn(first: number, heads: Int32Array, weight: number): number {
    let loss = 0;
    for (let i = 0; i < heads.length; i++) loss += this.learnWord(first, i, heads, weight);
    return loss * weight;
  }

  private learnWord(first: number, i: number, heads: Int32Array, weight: number): number {
    const { floats } = this.memory;
    const { out, outGradient, stride, dependents, dependentGradient } = this.places;
    const { values, gradients } = this.parameters;
    const count = heads.length;
    const root = this.parameters.of('rootHead').at;
    const distance = this.parameters.of('distanceScore').at;
    const dependent = dependents + (first + i) * shape.arc;
    const { scores } = this;
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j <= count; j++) {
      if (j === i) continue;
      let score = j === count ? 0 : (values[distance + distanceOf(i, j)] as number);
      const list = j === count ? values : floats;
      const head = j === count ? root : out + (first + j) * stride + shape.arc;
      for (let c = 0; c < shape.arc; c++)
        score += (floats[dependent + c] as number) * (list[head + c] as number);
      scores[j] = score;
      if (score > top) top = score;
    }
    let sum = 0;
    for (let j = 0; j <= count; j++) if (j !== i) sum += Math.exp((scores[j] as number) - top);
    const total = Math.log(sum) + top;
    const truth = (heads[i] as number) < 0 ? count : (heads[i] as number);
    const down = dependentGradient + (first + i) * shape.arc;
    for (let j = 0; j <= count; j++) {
      if (j === i) continue;
      const gradient = (Math.exp((scores[j] as number) - total) - (j === truth ? 1 : 0)) * weight;
      if (Math.abs(gradient) < least) continue;
      const list = j === count ? values : floats;
      const listGradient = j === count ? gradients : floats;
      const head = j === count ? root : out + (first + j) * stride + shape.arc;
      const headGradient = j === count ? root : outGradient + (first + j) * stride + shape.arc;
      for (let c = 0; c < shape.arc; c++) {
        floats[down + c] = (floats[down + c] as number) + gradient * (list[head + c] as number);
        listGradient[headGradient + c] =
          (listGradient[headGradient + c] as number) + gradient * (floats[dependent + c] as number);
      }
      if (j < count) {
        const at = distance + distanceOf(i, j);
        gradients[at] = (gradients[at] as number) + gradient;
      }
    }
    return total - (scores[truth] as number);
  }
}
