import { reference } from '../actors/actors-of-phrase.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { Attribution } from './attributions.ts';

/** "Maria Petrova: …": what follows the name is what she says. */
export function speakerLabel(line: Line): Attribution | null {
  const label = /^(\p{Lu}[\p{L}.’'-]{1,30}(?: \p{Lu}[\p{L}.’'-]{1,30}){1,3}):\s/u.exec(
    line.source.slice(line.start, Math.min(line.end, line.start + 130)),
  );
  const name = label?.[1];
  if (!name) return null;
  const end = line.start + name.length;
  // "NEW YORK: …" says where, not who.
  if (line.places.some((place) => place.start === line.start && place.end >= end)) return null;
  return {
    by: reference(line, { start: line.start, end }),
    polarity: 'asserts',
    start: line.start,
    end,
    from: end,
    to: line.end,
    clause: null,
    accused: [],
  };
}

/** So many sentences an answer in an interview may go on. */
const longest = 40;
const asked = /^(?:Question|Q|Interviewer|Moderator|Reporter|Journalist)\s?:/u;

/** Who speaks a sentence of an interview: the label stands before the first sentence of what is said. */
export function labelledSpeaker(line: Line, story: Story): { line: Line; attribution: Attribution } | null {
  const { lines } = story.document;
  const first = lines.find(({ part }) => part === 'text');
  const isInterview = first !== undefined && (speakerLabel(first) !== null || isAsked(first));
  for (let at = line.index; at >= Math.max(0, line.index - longest); at--) {
    const before = lines[at] as Line;
    if (before.part !== line.part || isAsked(before)) return null;
    if (!isInterview && before.paragraph !== line.paragraph) return null;
    const attribution = speakerLabel(before);
    if (attribution) return { line: before, attribution };
  }
  return null;
}

function isAsked(line: Line): boolean {
  return asked.test(line.source.slice(line.start, Math.min(line.end, line.start + 20)));
}
