/** Whole numbers from −31 to 31 in six bits each, four of them in three bytes: what a table of word vectors is kept in. */
export const largestSix = 31;

/** @param values their number is a multiple of four */
export function packSix(values: Int8Array): Uint8Array {
  const bytes = new Uint8Array((values.length / 4) * 3);
  for (let i = 0, at = 0; i < values.length; i += 4, at += 3) {
    let bits = 0;
    for (let k = 0; k < 4; k++) bits = (bits << 6) | ((values[i + k] as number) + 32);
    bytes[at] = bits >>> 16;
    bytes[at + 1] = bits >>> 8;
    bytes[at + 2] = bits;
  }
  return bytes;
}

/** Adds row `row` of a table with as many columns as `scale`, times the columns' scales, to `into` from `at` on. */
export function addSix(
  table: Uint8Array,
  row: number,
  scale: Float32Array,
  into: Float32Array,
  at: number,
): void {
  const columns = scale.length;
  let from = (row * columns * 3) / 4;
  for (let c = 0; c < columns; c += 4, from += 3) {
    const bits =
      ((table[from] as number) << 16) | ((table[from + 1] as number) << 8) | (table[from + 2] as number);
    for (let k = 0; k < 4; k++) {
      const value = ((bits >>> (18 - 6 * k)) & 63) - 32;
      into[at + c + k] = (into[at + c + k] as number) + value * (scale[c + k] as number);
    }
  }
}
