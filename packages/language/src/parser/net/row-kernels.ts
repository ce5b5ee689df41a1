import {
  aboveD,
  aboveF,
  add,
  addD,
  atLeastF,
  atMost,
  both,
  type Code,
  ceilD,
  choose,
  double,
  float,
  floor,
  get,
  increase,
  int,
  type Kernel,
  load,
  loadDoubles,
  loadInt,
  maxD,
  mul,
  mulD,
  mulF,
  narrow,
  set,
  splat,
  store,
  storeLane,
  subD,
  subF,
  subI,
  toInt,
  toInts,
  whileTrue,
  zero,
} from './assemble.ts';
import { panel, steps } from './layout.ts';
import { leak } from './shape.ts';

/**
 * Floats as 16-bit multiples of 1/512, halves rounded up: up to eight rows that lie `stride` bytes apart become columns
 * of a panel (see `inPanels`).
 */
export const layColumns: Kernel = (() => {
  const [from, into, rows, columns, stride, at, to, count] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [value, below, pairs] = [8, 9, 10] as const;
  const half = (offset: number): Code => [
    ...set(value, mulF(load(get(at), offset), float(steps))),
    ...set(below, floor(get(value))),
    // All bits set are −1.
    ...subI(toInt(get(below)), atLeastF(subF(get(value), get(below)), float(0.5))),
  ];
  return {
    name: 'layColumns',
    parameters: 5,
    integers: 3,
    vectors: 3,
    body: whileTrue(get(rows), [
      ...set(at, get(from)),
      ...set(to, get(into)),
      ...set(count, get(columns)),
      ...whileTrue(get(count), [
        ...set(pairs, narrow(half(0), half(16))),
        ...[0, 1, 2, 3].flatMap((lane) => storeLane(get(to), get(pairs), lane, lane * 4 * panel)),
        ...increase(at, int(32)),
        ...increase(to, int(16 * panel)),
        ...increase(count, int(-8)),
      ]),
      ...increase(from, get(stride)),
      ...increase(into, int(4)),
      ...increase(rows, int(-1)),
    ]),
  };
})();

/**
 * Of every fourth column of each row, four times: the greatest float and, as a whole number, which of its `quads` it is,
 * the first among equals. Rows lie `stride` bytes apart; `into` gets 32 bytes a row.
 */
export const greatest: Kernel = (() => {
  const [from, into, rows, quads, stride, at, quad] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [most, place, value, above] = [7, 8, 9, 10] as const;
  return {
    name: 'greatest',
    parameters: 5,
    integers: 2,
    vectors: 4,
    body: whileTrue(get(rows), [
      ...set(at, get(from)),
      ...set(most, load(get(at))),
      ...set(place, zero),
      ...set(quad, int(1)),
      ...whileTrue(atMost(add(get(quad), int(1)), get(quads)), [
        ...increase(at, int(16)),
        ...set(value, load(get(at))),
        ...set(above, aboveF(get(value), get(most))),
        ...set(most, choose(get(value), get(most), get(above))),
        ...set(place, choose(splat(get(quad)), get(place), get(above))),
        ...increase(quad, int(1)),
      ]),
      ...store(get(into), get(most)),
      ...store(get(into), get(place), 16),
      ...increase(into, int(32)),
      ...increase(from, get(stride)),
      ...increase(rows, int(-1)),
    ]),
  };
})();

/**
 * A leaky rectifier's values of the sums of three rows of floats, as 16-bit multiples of 1/512, halves rounded up;
 * summed in doubles. `columns` is a multiple of eight.
 */
export const join: Kernel = (() => {
  const [first, second, third, into, columns] = [0, 1, 2, 3, 4] as const;
  const [value, whole] = [5, 6] as const;
  const two = (offset: number): Code => [
    ...set(
      value,
      addD(
        addD(loadDoubles(get(first), offset), loadDoubles(get(second), offset)),
        loadDoubles(get(third), offset),
      ),
    ),
    ...set(value, mulD(maxD(get(value), mulD(get(value), double(leak))), double(steps))),
    ...set(whole, ceilD(get(value))),
    ...subD(get(whole), both(aboveD(subD(get(whole), double(0.5)), get(value)), double(1))),
  ];
  return {
    name: 'join',
    parameters: 5,
    integers: 0,
    vectors: 2,
    body: whileTrue(get(columns), [
      ...store(get(into), narrow(toInts(two(0), two(8)), toInts(two(16), two(24)))),
      ...[first, second, third].flatMap((row) => increase(row, int(32))),
      ...increase(into, int(16)),
      ...increase(columns, int(-8)),
    ]),
  };
})();

/** Copies rows of `bytes` bytes (a multiple of 64) out of a table, by their numbers in `list`. */
export const gather: Kernel = (() => {
  const [list, table, into, rows, bytes, at, count] = [0, 1, 2, 3, 4, 5, 6] as const;
  return {
    name: 'gather',
    parameters: 5,
    integers: 2,
    vectors: 0,
    body: whileTrue(get(rows), [
      ...set(at, add(get(table), mul(loadInt(get(list)), get(bytes)))),
      ...set(count, get(bytes)),
      ...whileTrue(get(count), [
        ...[0, 16, 32, 48].flatMap((offset) => store(get(into), load(get(at), offset), offset)),
        ...increase(at, int(64)),
        ...increase(into, int(64)),
        ...increase(count, int(-64)),
      ]),
      ...increase(list, int(4)),
      ...increase(rows, int(-1)),
    ]),
  };
})();
