import { randomFrom } from './random.ts';

/** The mean of vectors, and the directions in which they differ most, by power iteration. The same input gives the same result. */
export function principalDirections(
  vectors: readonly number[][],
  count: number,
): { mean: number[]; directions: number[][] } {
  const size = vectors[0]?.length ?? 0;
  const mean = Array.from({ length: size }, (_, i) =>
    vectors.reduce((sum, vector) => sum + (vector[i] as number) / vectors.length, 0),
  );
  const spread = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors)
    for (let i = 0; i < size; i++) {
      const row = spread[i] as Float64Array;
      const x = ((vector[i] as number) - (mean[i] as number)) / vectors.length;
      for (let j = 0; j < size; j++)
        row[j] = (row[j] as number) + x * ((vector[j] as number) - (mean[j] as number));
    }
  const random = randomFrom(3);
  const directions: number[][] = [];
  for (let c = 0; c < count; c++) {
    let direction = Array.from({ length: size }, () => random() - 0.5);
    let length = 0;
    for (let round = 0; round < 300; round++) {
      const next = spread.map((row) => direction.reduce((sum, x, j) => sum + x * (row[j] as number), 0));
      length = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0));
      direction = next.map((x) => x / length);
    }
    directions.push(direction);
    for (let i = 0; i < size; i++) {
      const row = spread[i] as Float64Array;
      for (let j = 0; j < size; j++)
        row[j] = (row[j] as number) - length * (direction[i] as number) * (direction[j] as number);
    }
  }
  return { mean, directions };
}
