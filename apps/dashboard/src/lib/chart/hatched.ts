import type { AxisValue } from './story.ts';

const hatched = new Set<AxisValue>([
  'announced',
  'scheduled',
  'called_for',
  'unclear',
  'no_reports',
  'violations_alleged_one_side',
]);

/** Whether a stretch of this status is drawn with stripes: what is open, unknown or said by one side. */
export function isHatched(value: AxisValue): boolean {
  return hatched.has(value);
}
