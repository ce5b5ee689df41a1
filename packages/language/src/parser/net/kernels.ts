import {
  add,
  addF,
  addI,
  assemble,
  atMost,
  type Code,
  divF,
  dot,
  float,
  get,
  increase,
  int,
  type Kernel,
  load,
  loadSplat,
  maxF,
  mul,
  mulF,
  narrow,
  nearest,
  rootF,
  set,
  store,
  subF,
  toFloat,
  toInt,
  whileTrue,
  zero,
} from './assemble.ts';
import { panel, steps } from './layout.ts';
import { gather, greatest, join, layColumns } from './row-kernels.ts';
import { leak } from './shape.ts';

/** Pairs of rows of the second factor that one turn of the inner loop takes; with one, products take about a fifth longer (measured). */
const pairsAtOnce = 4;

/** The product of rows `row … row + rows` with one panel of columns; then goes on by so many rows. */
function productOfRows(rows: number): Code {
  const [a, b, c, , k, n, scale, bias] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [column, row, count, pb, pc] = [8, 9, 10, 11, 12] as const;
  const pa = (r: number) => 13 + r;
  const sum = (r: number, half: number) => 17 + r * 2 + half;
  const right = [25, 26] as const;
  const left = 27;
  const each = (code: (r: number) => Code): Code => Array.from({ length: rows }, (_, r) => code(r)).flat();
  const atColumn = (list: number) => add(get(list), mul(get(column), int(4)));
  const scaled = (r: number, half: 0 | 1): Code =>
    addF(mulF(toFloat(get(sum(r, half))), load(atColumn(scale), half * 16)), load(atColumn(bias), half * 16));
  return [
    ...set(pa(0), add(get(a), mul(mul(get(row), get(k)), int(2)))),
    ...each((r) => (r === 0 ? [] : set(pa(r), add(get(pa(r - 1)), mul(get(k), int(2)))))),
    ...set(pb, add(get(b), mul(mul(get(column), get(k)), int(2)))),
    ...set(pc, add(get(c), mul(add(mul(get(row), get(n)), get(column)), int(4)))),
    ...each((r) => [...set(sum(r, 0), zero), ...set(sum(r, 1), zero)]),
    ...set(count, get(k)),
    ...whileTrue(get(count), [
      ...Array.from({ length: pairsAtOnce }, (_, pair) => [
        ...set(right[0], load(get(pb), pair * 32)),
        ...set(right[1], load(get(pb), pair * 32 + 16)),
        ...each((r) => [
          ...set(left, loadSplat(get(pa(r)), pair * 4)),
          ...set(sum(r, 0), addI(get(sum(r, 0)), dot(get(left), get(right[0])))),
          ...set(sum(r, 1), addI(get(sum(r, 1)), dot(get(left), get(right[1])))),
        ]),
      ]).flat(),
      ...each((r) => increase(pa(r), int(4 * pairsAtOnce))),
      ...increase(pb, int(32 * pairsAtOnce)),
      ...increase(count, int(-2 * pairsAtOnce)),
    ]),
    ...each((r) => [
      ...store(get(pc), scaled(r, 0)),
      ...store(get(pc), scaled(r, 1), 16),
      ...(r === rows - 1 ? [] : increase(pc, mul(get(n), int(4)))),
    ]),
    ...increase(row, int(rows)),
  ];
}

/**
 * c[m×n] = a[m×k] · b[k×n] · scale + bias. a and b are 16-bit numbers, k a multiple of eight, b in panels (see `inPanels`), n a multiple
 * of eight; c, and scale and bias of each column, are floats.
 */
const product: Kernel = {
  name: 'product',
  parameters: 8,
  integers: 9,
  vectors: 11,
  body: [
    ...set(8, int(0)),
    ...whileTrue(atMost(add(get(8), int(panel)), get(5)), [
      ...set(9, int(0)),
      ...whileTrue(atMost(add(get(9), int(4)), get(3)), productOfRows(4)),
      ...whileTrue(atMost(add(get(9), int(1)), get(3)), productOfRows(1)),
      ...increase(8, int(panel)),
    ]),
  ],
};

/** Floats as 16-bit multiples of 1/512: rows of `columns` floats (a multiple of eight) that lie `stride` bytes apart. */
const quantise: Kernel = (() => {
  const [from, into, rows, columns, stride, at, count] = [0, 1, 2, 3, 4, 5, 6] as const;
  const half = (offset: number) => toInt(nearest(mulF(load(get(at), offset), float(steps))));
  return {
    name: 'quantise',
    parameters: 5,
    integers: 2,
    vectors: 0,
    body: whileTrue(get(rows), [
      ...set(at, get(from)),
      ...set(count, get(columns)),
      ...whileTrue(get(count), [
        ...store(get(into), narrow(half(0), half(16))),
        ...increase(at, int(32)),
        ...increase(into, int(16)),
        ...increase(count, int(-8)),
      ]),
      ...increase(from, get(stride)),
      ...increase(rows, int(-1)),
    ]),
  };
})();

/** The larger of each float and a part of it, in rows of `columns` floats that lie `stride` bytes apart. */
const rectify: Kernel = (() => {
  const [from, rows, columns, stride, at, count, value] = [0, 1, 2, 3, 4, 5, 6] as const;
  return {
    name: 'rectify',
    parameters: 4,
    integers: 2,
    vectors: 1,
    body: whileTrue(get(rows), [
      ...set(at, get(from)),
      ...set(count, get(columns)),
      ...whileTrue(get(count), [
        ...set(value, load(get(at))),
        ...store(get(at), maxF(get(value), mulF(get(value), float(leak)))),
        ...increase(at, int(16)),
        ...increase(count, int(-4)),
      ]),
      ...increase(from, get(stride)),
      ...increase(rows, int(-1)),
    ]),
  };
})();

/** (1 + u / √(1 + u²)) / 2: a gate between 0 and 1 out of operations that every processor rounds alike. */
const gate = (u: number): Code =>
  addF(float(0.5), mulF(float(0.5), divF(get(u), rootF(addF(float(1), mulF(get(u), get(u)))))));

/**
 * One direction of a simple recurrent unit (Lei et al. 2018) for `length` words. Memory: `u` has for each word the new
 * value, the forget gate and the output gate (each `width` floats), `x` the layer's input, `h` gets its output.
 * Strides are in bytes and negative for the way back.
 */
const recurrence: Kernel = (() => {
  const [u, x, h, length, width, strideU, strideX] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [channel, count, pu, px, ph] = [7, 8, 9, 10, 11] as const;
  const [state, fresh, forget, output, input] = [12, 13, 14, 15, 16] as const;
  const bytes = mul(get(width), int(4));
  return {
    name: 'recurrence',
    parameters: 7,
    integers: 5,
    vectors: 5,
    body: [
      ...set(channel, int(0)),
      ...whileTrue(atMost(add(get(channel), int(16)), bytes), [
        ...set(pu, add(get(u), get(channel))),
        ...set(px, add(get(x), get(channel))),
        ...set(ph, add(get(h), get(channel))),
        ...set(state, float(0)),
        ...set(count, get(length)),
        ...whileTrue(get(count), [
          ...set(fresh, load(get(pu))),
          ...set(forget, load(add(get(pu), bytes))),
          ...set(forget, gate(forget)),
          ...set(output, load(add(get(pu), mul(get(width), int(8))))),
          ...set(output, gate(output)),
          ...set(input, load(get(px))),
          ...set(state, addF(get(fresh), mulF(get(forget), subF(get(state), get(fresh))))),
          ...store(get(ph), addF(get(input), mulF(get(output), subF(get(state), get(input))))),
          ...increase(pu, get(strideU)),
          ...increase(px, get(strideX)),
          ...increase(ph, get(strideX)),
          ...increase(count, int(-1)),
        ]),
        ...increase(channel, int(16)),
      ]),
    ],
  };
})();

export interface Kernels {
  product(
    a: number,
    b: number,
    c: number,
    m: number,
    k: number,
    n: number,
    scale: number,
    bias: number,
  ): void;
  quantise(from: number, into: number, rows: number, columns: number, stride: number): void;
  rectify(from: number, rows: number, columns: number, stride: number): void;
  layColumns(from: number, into: number, rows: number, columns: number, stride: number): void;
  greatest(from: number, into: number, rows: number, quads: number, stride: number): void;
  join(first: number, second: number, third: number, into: number, columns: number): void;
  gather(list: number, table: number, into: number, rows: number, bytes: number): void;
  recurrence(
    u: number,
    x: number,
    h: number,
    length: number,
    width: number,
    strideU: number,
    strideX: number,
  ): void;
}

/** Kernels over a memory of so many bytes, its buffer with them; addresses are in bytes. */
export function openKernels(bytes: number): Kernels & { buffer: ArrayBuffer } {
  return assemble<Kernels>(
    [product, quantise, rectify, layColumns, greatest, gather, join, recurrence],
    bytes,
  );
}
