import type { Document } from '../document.ts';
import type { Story } from '../story.ts';
import { toMoment } from './moment-of-time.ts';

/** A warning for each pair of expressions that should give one instant ("8 a.m. (0400 GMT)") and do not. */
export function disagreeingTimes(document: Document, story: Story): string[] {
  const warnings: string[] = [];
  for (const line of document.lines) {
    for (const [index, time] of line.times.entries()) {
      const twin = time.twin !== undefined && time.twin > index ? line.times[time.twin] : undefined;
      if (!twin) continue;
      const first = toMoment(time, line, story, 'time');
      const second = toMoment(twin, line, story, 'time');
      if (first && second && first.earliest !== second.earliest) {
        warnings.push(
          `"${time.text}" and "${twin.text}" should be one instant, but are ${new Date(first.earliest).toISOString()} and ${new Date(second.earliest).toISOString()}`,
        );
      }
    }
  }
  return warnings;
}
