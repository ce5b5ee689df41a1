import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { truceMentions } from './truce-mentions.ts';

/** Whether the sentence or one of those before it, up to so many, names a truce. */
export function speaksOfTruce(line: Line, story: Story, reach: number): boolean {
  for (let i = line.index; i >= Math.max(0, line.index - reach); i--) {
    const near = story.document.lines[i];
    if (near && truceMentions(near).length > 0) return true;
  }
  return false;
}
