import type { Parts } from '../src/parser/model/model-file.ts';
import { shape } from '../src/parser/net/shape.ts';
import { largestSix, packSix } from '../src/parser/net/six-bits.ts';

/** Anything that gives the values of a matrix, row by row, by its name. */
export type ValuesOf = (name: string) => Float32Array;

const layers = [...Array.from({ length: shape.layers }, (_, i) => `layer${i}`), 'output', 'arc', 'relation'];
const lists = ['rootHead', 'rootRelation', 'distanceScore', 'distanceRelation'];

/** A trained network as the parser reads it: matrices in bytes with a scale for each column, vectors of words in six bits. */
export function networkParts(valuesOf: ValuesOf, vectors: Float32Array, words: Uint32Array): Parts {
  const parts: Parts = {};
  for (const name of layers) {
    const bias = valuesOf(`${name}.bias`);
    Object.assign(parts, matrixParts(name, valuesOf(name), bias.length), {
      [`${name}.bias`]: Float32Array.from(bias),
    });
  }
  for (const name of lists) parts[name] = Float32Array.from(valuesOf(name));
  return { ...parts, ...vectorParts(vectors), 'trained.words': Uint32Array.from(words) };
}

function matrixParts(name: string, values: Float32Array, columns: number): Parts {
  const largest = new Float32Array(columns).fill(1e-6);
  values.forEach((value, i) => {
    const c = i % columns;
    if (Math.abs(value) > (largest[c] as number)) largest[c] = Math.abs(value);
  });
  const scale = largest.map((value) => value / 127);
  return {
    [`${name}.weights`]: Int8Array.from(values, (value, i) =>
      Math.round(value / (scale[i % columns] as number)),
    ),
    [`${name}.scale`]: scale,
  };
}

/** Values beyond so many standard deviations of their column are cut off. */
const widest = 4;

function vectorParts(vectors: Float32Array): Parts {
  const columns = shape.trained;
  const squares = new Float64Array(columns);
  vectors.forEach((value, i) => {
    squares[i % columns] = (squares[i % columns] as number) + value * value;
  });
  const scale = Float32Array.from(
    squares,
    (sum) => (Math.sqrt(sum / (vectors.length / columns)) * widest) / largestSix,
  );
  const whole = (value: number) => Math.max(-largestSix, Math.min(largestSix, Math.round(value)));
  return {
    'trained.rows': packSix(
      Int8Array.from(vectors, (value, i) => whole(value / (scale[i % columns] as number))),
    ),
    'trained.scale': scale,
  };
}
