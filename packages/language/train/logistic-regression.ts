/** Learns to tell true from false examples by gradient descent; returns what it learned. Nothing in it is random. */
export function logisticRegression(
  examples: readonly { vector: Float32Array; isTrue: boolean }[],
): (vector: Float32Array) => boolean {
  const size = examples[0]?.vector.length ?? 0;
  const weights = new Float64Array(size + 1);
  const score = (vector: Float32Array) => {
    let sum = weights[size] as number;
    for (let c = 0; c < size; c++) sum += (vector[c] as number) * (weights[c] as number);
    return sum;
  };
  for (let round = 0; round < 150; round++) {
    const gradient = new Float64Array(size + 1);
    for (const { vector, isTrue } of examples) {
      const error = 1 / (1 + Math.exp(-score(vector))) - (isTrue ? 1 : 0);
      for (let c = 0; c < size; c++) gradient[c] = (gradient[c] as number) + error * (vector[c] as number);
      gradient[size] = (gradient[size] as number) + error;
    }
    for (let c = 0; c <= size; c++)
      weights[c] = (weights[c] as number) - (4 * (gradient[c] as number)) / examples.length;
  }
  return (vector) => score(vector) > 0;
}
