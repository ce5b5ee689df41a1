/** A measured value and what it is to be. */
export interface Target {
  atLeast?: number;
  atMost?: number;
}

let missed = 0;

export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** One line: what was measured, the value, and the target where there is one. */
export function row(what: string, value: number, unit: string, { atLeast, atMost }: Target = {}): void {
  const met = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  const target =
    atLeast !== undefined ? `≥ ${written(atLeast)}` : atMost !== undefined ? `≤ ${written(atMost)}` : '';
  if (!met) missed += 1;
  const mark = target === '' ? ' ' : met ? '✓' : '✗';
  console.log(
    `${mark} ${what.padEnd(52)}${written(value).padStart(10)} ${unit.padEnd(16)}${target}`.trimEnd(),
  );
}

export function remark(text: string): void {
  console.log(`  ${text}`);
}

/** How many rows have missed their target so far. */
export function missedTargets(): number {
  return missed;
}

function written(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
}
