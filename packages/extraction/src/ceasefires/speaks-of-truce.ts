import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import { haltsFighting } from './halts-fighting.ts';
import { truceMentions } from './truce-mentions.ts';
import { pledging } from './truce-verbs.ts';

/** Whether the sentence or one of those before it, up to so many, names a truce or tells of a halt to the fighting. */
export function speaksOfTruce(line: Line, story: Story, reach: number): boolean {
  for (let i = line.index; i >= Math.max(0, line.index - reach); i--) {
    const near = story.document.lines[i];
    if (near && (truceMentions(near).length > 0 || stopsFighting(near))) return true;
  }
  return false;
}

const known = new WeakMap<Line, boolean>();

/** "said it would cease all activities", "agreed to stop firing". Several rules ask for it: each line is read once. */
export function stopsFighting(line: Line): boolean {
  let stops = known.get(line);
  if (stops === undefined) {
    stops = line.clauses.some((clause) => haltsFighting(clause, line) && isOwn(clause, line));
    known.set(line, stops);
  }
  return stops;
}

/** Who agrees, promises or says it stops; "help to end the fighting" is what somebody hopes for. */
function isOwn(clause: Clause, line: Line): boolean {
  const above = governor(clause, line)?.verb.lemma;
  if (clause.verb.lemma === 'end') return false;
  return above
    ? pledging.has(above) || /^(?:say|announce|declare|order|tell)$/u.test(above)
    : clause.verb.form === 'finite';
}
