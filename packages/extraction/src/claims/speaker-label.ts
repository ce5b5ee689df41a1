import type { ActorRef } from '../actors/actor-ref.ts';
import { reference } from '../actors/actors-of-phrase.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { Attribution } from './attributions.ts';

/** "Maria Petrova: …", "Governor: …": what follows the name is what she says. */
export function speakerLabel(line: Line): Attribution | null {
  const head = line.source.slice(line.start, Math.min(line.end, line.start + 130));
  const label =
    /^(\p{Lu}[\p{L}.’'-]{1,30}(?: \p{Lu}[\p{L}.’'-]{1,30}){1,3}):\s/u.exec(head)?.[1] ?? oneWord(line, head);
  if (!label) return null;
  const end = line.start + label.length;
  // "NEW YORK: …" says where, not who.
  if (line.places.some((place) => place.start === line.start && place.end >= end)) return null;
  const range = { start: line.start, end };
  return said(reference(line, range), range, { from: end, to: line.end });
}

/** "Governor: …", "Zelensky: …": one word only where it is an office or somebody known. */
function oneWord(line: Line, head: string): string | undefined {
  const word = /^(\p{Lu}[\p{L}-]{1,30}):\s/u.exec(head)?.[1];
  if (!word) return undefined;
  const isKnown = line.actors.some(
    ({ start, end, kind }) => start === line.start && end === line.start + word.length && kind !== 'seat',
  );
  return isKnown || isOffice(word.toLowerCase()) ? word : undefined;
}

/** "Six soldiers killed in ambush: ministry", "… - police": a headline ends with who says so. */
export function speakerBehind(line: Line): Attribution | null {
  const text = line.source.slice(line.start, line.end).trimEnd();
  const found = /(?:: | [-–—] )(\p{L}[^:–—.!?"]{1,60})$/u.exec(text.slice(-90));
  const name = found?.[1];
  if (!found || !name || name.split(' ').length > 6) return null;
  const end = line.start + text.length;
  const range = { start: end - name.length, end };
  const words = line.tokens.filter(({ start }) => start >= range.start);
  if (words.some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'NUM')) return null;
  const actor = line.actors.find((known) => known.end === end && known.start >= range.start);
  if (!actor && !isOffice(name.toLowerCase())) return null;
  const by = { ...reference(line, range), ...(actor ? { id: actor.id } : {}) };
  return said(by, range, { from: line.start, to: range.start });
}

function said(
  by: ActorRef,
  range: { start: number; end: number },
  scope: { from: number; to: number },
): Attribution {
  return { by, polarity: 'asserts', ...range, ...scope, clause: null, accused: [] };
}

const offices =
  /(?:ministry|minister|officials?|sources?|police|media|tv|agency|governor|mayor|hq|headquarters|army|command|commander|military|government|report|witness(?:es)?|spokes\w+|medics|rescuers|doctors?|monitors?|group|residents|president|chief|authorities|office|council|envoy)$/u;

function isOffice(words: string): boolean {
  return offices.test(words);
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
