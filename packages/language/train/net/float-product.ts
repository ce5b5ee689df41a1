import {
  add,
  addF,
  assemble,
  atMost,
  type Code,
  get,
  increase,
  int,
  type Kernel,
  load,
  loadSplat,
  mul,
  mulF,
  set,
  store,
  sub,
  whileTrue,
} from '../../src/parser/net/assemble.ts';

/** Columns that a product works on at once. */
const panel = 8;

/** Adds the product of `rows` rows with one panel of columns; then goes on by so many rows. */
function productOfRows(rows: number): Code {
  const [a, b, c, , k, n, column, row, count, pb, pc] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  const pa = (r: number) => 11 + r;
  const sum = (r: number, half: number) => 15 + r * 2 + half;
  const right = [23, 24] as const;
  const left = 25;
  const each = (code: (r: number) => Code): Code => Array.from({ length: rows }, (_, r) => code(r)).flat();
  return [
    ...set(pa(0), add(get(a), mul(mul(get(row), get(k)), int(4)))),
    ...each((r) => (r === 0 ? [] : set(pa(r), add(get(pa(r - 1)), mul(get(k), int(4)))))),
    ...set(pb, add(get(b), mul(mul(get(column), get(k)), int(4)))),
    ...set(pc, add(get(c), mul(add(mul(get(row), get(n)), get(column)), int(4)))),
    ...each((r) => [
      ...set(sum(r, 0), load(get(pc))),
      ...set(sum(r, 1), load(get(pc), 16)),
      ...(r === rows - 1 ? [] : increase(pc, mul(get(n), int(4)))),
    ]),
    ...set(count, get(k)),
    ...whileTrue(get(count), [
      ...set(right[0], load(get(pb))),
      ...set(right[1], load(get(pb), 16)),
      ...each((r) => [
        ...set(left, loadSplat(get(pa(r)))),
        ...set(sum(r, 0), addF(get(sum(r, 0)), mulF(get(left), get(right[0])))),
        ...set(sum(r, 1), addF(get(sum(r, 1)), mulF(get(left), get(right[1])))),
        ...increase(pa(r), int(4)),
      ]),
      ...increase(pb, int(32)),
      ...increase(count, int(-1)),
    ]),
    ...Array.from({ length: rows }, (_, i) => rows - 1 - i).flatMap((r) => [
      ...store(get(pc), get(sum(r, 0))),
      ...store(get(pc), get(sum(r, 1)), 16),
      ...(r === 0 ? [] : set(pc, sub(get(pc), mul(get(n), int(4))))),
    ]),
    ...increase(row, int(rows)),
  ];
}

/** c[m×n] += a[m×k] · b[k×n] in floats; b in panels, n a multiple of eight. */
const product: Kernel = {
  name: 'product',
  parameters: 6,
  integers: 9,
  vectors: 11,
  body: [
    ...set(6, int(0)),
    ...whileTrue(atMost(add(get(6), int(panel)), get(5)), [
      ...set(7, int(0)),
      ...whileTrue(atMost(add(get(7), int(4)), get(3)), productOfRows(4)),
      ...whileTrue(atMost(add(get(7), int(1)), get(3)), productOfRows(1)),
      ...increase(6, int(panel)),
    ]),
  ],
};

/**
 * Memory for training, and products in it. Places are numbers of floats, not bytes. The operations round alike on every
 * processor, so that training gives the same bytes everywhere.
 */
export class FloatMemory {
  readonly floats: Float32Array;
  private readonly run: (a: number, b: number, c: number, m: number, k: number, n: number) => void;
  private used = 64;

  constructor(bytes: number) {
    const { buffer, product: run } = assemble<{ product: FloatMemory['run'] }>([product], bytes);
    this.run = run;
    this.floats = new Float32Array(buffer);
  }

  reserve(count: number): number {
    const at = this.used;
    this.used += (count + 15) & ~15;
    return at;
  }

  view(at: number, count: number): Float32Array {
    return this.floats.subarray(at, at + count);
  }

  /** c[m×n] += a[m×k] · panels, where the panels were made by `inPanels`. */
  multiplyAdd(a: number, panels: number, c: number, m: number, k: number, n: number): void {
    this.run(a * 4, panels * 4, c * 4, m, k, n);
  }

  inPanels(rows: number, k: number, n: number, into: number): void {
    const { floats } = this;
    let at = into;
    for (let column = 0; column < n; column += panel)
      for (let row = 0; row < k; row++) {
        const from = rows + row * n + column;
        for (let c = 0; c < panel; c++) floats[at++] = floats[from + c] as number;
      }
  }

  transpose(rows: number, m: number, n: number, into: number): void {
    const { floats } = this;
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) floats[into + j * m + i] = floats[rows + i * n + j] as number;
  }
}
