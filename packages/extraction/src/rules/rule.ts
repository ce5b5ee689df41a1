import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';

/** A rule finds one kind of thing in one sentence. Rules are independent: none sees what another found. */
export interface Rule {
  name: string;
  find: (line: Line, story: Story) => Candidate[];
}
