import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openKernels } from './kernels.ts';
import { inPanels, steps } from './layout.ts';
import { addSix, largestSix, packSix } from './six-bits.ts';

test('a product with scale and bias is what the definition says', () => {
  const [m, k, n] = [5, 16, 24];
  const kernels = openKernels(1 << 20);
  const floats = new Float32Array(kernels.buffer);
  const shorts = new Int16Array(kernels.buffer);
  const place = { a: 1024, whole: 8192, b: 16_384, c: 32_768, scale: 65_536, bias: 66_560 };
  const a = Float32Array.from({ length: m * k }, (_, i) => Math.sin(i) * 3);
  const b = Int16Array.from({ length: k * n }, (_, i) => Math.round(Math.cos(i) * 127));
  floats.set(a, place.a / 4);
  inPanels(b, k, n, shorts.subarray(place.b / 2, place.b / 2 + k * n));
  for (let c = 0; c < n; c++) {
    floats[place.scale / 4 + c] = (c + 1) / steps;
    floats[place.bias / 4 + c] = c;
  }
  kernels.quantise(place.a, place.whole, m, k, k * 4);
  kernels.product(place.whole, place.b, place.c, m, k, n, place.scale, place.bias);
  for (let i = 0; i < m; i++)
    for (let c = 0; c < n; c++) {
      let sum = 0;
      for (let r = 0; r < k; r++)
        sum += Math.round((a[i * k + r] as number) * steps) * (b[r * n + c] as number);
      expect(floats[place.c / 4 + i * n + c]).toBeCloseTo((sum / steps) * (c + 1) + c, 1);
    }
});

test('a recurrence forwards is the recurrence of the reversed words backwards', () => {
  const [words, width] = [7, 8];
  const kernels = openKernels(1 << 20);
  const floats = new Float32Array(kernels.buffer);
  const gates = 3 * width;
  const [u, x, h] = [4096, 16_384, 32_768];
  const fill = (reversed: boolean) => {
    for (let t = 0; t < words; t++) {
      const from = reversed ? words - 1 - t : t;
      for (let c = 0; c < gates; c++) floats[u / 4 + t * gates + c] = Math.sin(from * 31 + c);
      for (let c = 0; c < width; c++) floats[x / 4 + t * width + c] = Math.cos(from * 17 + c);
    }
  };
  fill(false);
  kernels.recurrence(u, x, h, words, width, gates * 4, width * 4);
  const forwards = floats.slice(h / 4, h / 4 + words * width);
  fill(true);
  const last = words - 1;
  kernels.recurrence(
    u + last * gates * 4,
    x + last * width * 4,
    h + last * width * 4,
    words,
    width,
    -gates * 4,
    -width * 4,
  );
  for (let t = 0; t < words; t++)
    for (let c = 0; c < width; c++)
      expect(floats[h / 4 + (last - t) * width + c]).toBe(forwards[t * width + c]);
});

test('the greatest of a row is the first among equals', () => {
  const kernels = openKernels(1 << 16);
  const floats = new Float32Array(kernels.buffer, 1024, 8);
  floats.set([1, 5, 2, 5, 0, 3, 7, 7]);
  kernels.greatest(1024, 2048, 1, 2, 32);
  expect([...new Float32Array(kernels.buffer, 2048, 4)]).toEqual([1, 5, 7, 7]);
  expect([...new Int32Array(kernels.buffer, 2064, 4)]).toEqual([0, 0, 1, 1]);
});

test('rows laid as columns are the panel of their transpose, halves rounded up', () => {
  const [rows, columns] = [3, 8];
  const kernels = openKernels(1 << 16);
  const values = Float32Array.from({ length: rows * columns }, (_, i) => (i - 12.5) / steps);
  new Float32Array(kernels.buffer, 1024, values.length).set(values);
  kernels.layColumns(1024, 4096, rows, columns, columns * 4);
  const transposed = Array.from({ length: columns * 8 }, (_, i) => {
    const [k, c] = [i >> 3, i & 7];
    return c < rows ? Math.round((values[c * columns + k] as number) * steps) : 0;
  });
  const expected = new Int16Array(columns * 8);
  inPanels(transposed, columns, 8, expected);
  expect([...new Int16Array(kernels.buffer, 4096, expected.length)]).toEqual([...expected]);
});

test('roles are joined in doubles, halves rounded up', () => {
  const kernels = openKernels(1 << 16);
  const rows = [0, 1, 2].map((row) =>
    Float32Array.from({ length: 8 }, (_, c) => (c * 37 - 130 - row) / 1024),
  );
  rows.forEach((row, i) => {
    new Float32Array(kernels.buffer, 1024 + 32 * i, 8).set(row);
  });
  kernels.join(1024, 1056, 1088, 4096, 8);
  const expected = Array.from({ length: 8 }, (_, c) => {
    const sum = rows.reduce((total, row) => total + (row[c] as number), 0);
    return Math.round((sum < 0 ? sum * 0.1 : sum) * steps) + 0;
  });
  expect([...new Int16Array(kernels.buffer, 4096, 8)]).toEqual(expected);
});

test('numbers in six bits come back', () => {
  const numbers = fc.array(fc.integer({ min: -largestSix, max: largestSix }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(numbers, (values) => {
      const table = packSix(Int8Array.from([...values, ...values]));
      const row = new Float32Array(8);
      addSix(table, 1, new Float32Array(8).fill(1), row, 0);
      expect([...row].map((value) => value + 0)).toEqual(values.map((value) => value + 0));
    }),
  );
});
