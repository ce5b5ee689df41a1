/** Columns that a product works on at once; a second factor is laid out in panels of so many columns. */
export const panel = 8;
/** Activations are multiples of 1/512, kept in 16 bits: between −64 and 64. */
export const steps = 512;

/** A matrix of k rows and n columns in the order in which `product` reads it: eight columns at a time, rows two by two. */
export function inPanels(rows: ArrayLike<number>, k: number, n: number, into: Int16Array): void {
  let at = 0;
  for (let column = 0; column < n; column += panel)
    for (let row = 0; row < k; row += 2)
      for (let c = column; c < column + panel; c++) {
        into[at++] = rows[row * n + c] as number;
        into[at++] = rows[(row + 1) * n + c] as number;
      }
}
