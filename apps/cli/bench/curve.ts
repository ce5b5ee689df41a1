import { cpuTime, median } from './measure.ts';
import { remark, row } from './report.ts';
import { targets } from './targets.ts';

/**
 * Times work on inputs of doubling size, the smallest first, and says by what the time grows from one to the next.
 * @returns the time of the largest, in milliseconds
 */
export function curve(
  unit: string,
  sizes: readonly number[],
  inputOf: (size: number) => () => unknown,
): number {
  const times = sizes.map((size) => {
    const work = inputOf(size);
    return median([work, work, work].map(cpuTime));
  });
  sizes.forEach((size, i) => {
    const time = times[i] as number;
    remark(
      `${size.toLocaleString('en-GB').padStart(10)} ${unit}  ${time.toFixed(1).padStart(9)} ms  ${((time / size) * 1_000).toFixed(2).padStart(8)} µs each`,
    );
  });
  const first = times[0] as number;
  const last = times.at(-1) as number;
  row(
    'growth at each doubling, on average',
    (last / first) ** (1 / (sizes.length - 1)),
    '×',
    targets.doubling,
  );
  return last;
}
