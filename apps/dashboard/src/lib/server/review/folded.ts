import { Story as History } from '@trucewatch/status';
import type { Story } from '../stories.ts';

const made = new WeakMap<Story, History>();

/** The fold of a conflict's present story, made when it is first asked for and then kept with it. Leave it as you found it. */
export function foldedFrom(story: Story): History {
  let history = made.get(story);
  if (!history) {
    history = new History();
    history.decide(story.acts);
    history.add(story.reports.values());
    made.set(story, history);
  }
  return history;
}
