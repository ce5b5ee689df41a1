import type { Candidate } from '../candidate.ts';
import { type Line, tokenAt } from '../document.ts';
import type { Story } from '../story.ts';
import { amountOf, type Unit, units } from '../times/time-words.ts';
import { truceMentions } from './truce-mentions.ts';

/** How long a truce is to last, in whole units, and where it says so. */
export interface TruceLength {
  amount: number;
  unit: Unit;
  line: Line;
  start: number;
  end: number;
}

const wholes: ReadonlyMap<string, Unit> = new Map([
  ['daylong', 'day'],
  ['weeklong', 'week'],
  ['monthlong', 'month'],
  ['yearlong', 'year'],
]);
/** Words of a length that is no more than a limit or a guess. */
const vague = /^(?:least|most|to|about|around|some|roughly|nearly|than|almost|over|past|within)$/u;
const governing =
  /^(?:for|lasting|last|lasts|lasted|of|by|another|initial|further|additional|extra|first|period|term|-)$/u;
/** What makes the words a length of something else. */
const otherwise = /^(?:of|ago|old|later|earlier|after|before|in|into)$/u;

/** The length that the words of a truce, or the sentences right after them, give: "a 72-hour truce", "for ten days". */
export function truceLength(candidate: Candidate, { document }: Story): TruceLength | null {
  const { line } = candidate;
  const own =
    nameLength(candidate) ??
    adverbial(line, tokenAt(line, candidate.end - 1) + 1, candidate.step === 'extended');
  if (own) return own;
  for (let at = line.index + 1; at <= line.index + reach; at++) {
    const next = document.lines[at];
    const told = next?.part === line.part ? lasting(next) : null;
    if (told) return told;
  }
  return null;
}

/** So many sentences on, "it is to last ten days" still tells of the truce. */
const reach = 2;

/** "72-hour", "ten-day", "two-month", "week-long" before the noun. */
function nameLength({ line, start, end }: Candidate): TruceLength | null {
  for (const { first, head, start: from, end: to } of truceMentions(line)) {
    if (to <= start || from >= end) continue;
    for (let i = head - 1; i >= Math.max(0, first - 3); i--) {
      const token = line.tokens[i];
      if (!token || /^(?:VERB|AUX|ADP|SCONJ|PRON)$/u.test(token.upos)) break;
      const whole = wholes.get(token.lower);
      if (whole) return made(line, 1, whole, i, i);
      const found = lengthAt(line, i);
      if (found) return found;
    }
  }
  return null;
}

/** The length whose unit stands at a token: "72 - hour", "two months", "week - long". */
function lengthAt(line: Line, at: number): TruceLength | null {
  const word = (i: number): string => line.tokens[i]?.lower ?? '';
  const unit = units.get(word(at));
  if (!unit || unit === 'minute' || unit === 'decade') return null;
  const before = word(at - 1) === '-' || word(at - 1) === '–' ? at - 2 : at - 1;
  const amount = amountOf(word(before));
  const isLong = /^[-–]$/u.test(word(at + 1)) && word(at + 2) === 'long';
  if (isLong && (amount === null || before === at - 1)) return made(line, 1, unit, at, at + 2);
  if (amount === null || vague.test(word(before - 1))) return null;
  if (word(before - 1) === 'last' && /^(?:the|these|our)$/u.test(word(before - 2))) return null;
  if ((word(before) === 'a' || word(before) === 'an') && word(at) !== unit) return null;
  return made(line, amount, unit, before, isLong ? at + 2 : at);
}

function made(line: Line, amount: number, unit: Unit, first: number, last: number): TruceLength {
  return {
    amount,
    unit,
    line,
    start: line.tokens[first]?.start ?? line.start,
    end: line.tokens[last]?.end ?? line.end,
  };
}

/** So many words behind the truce its length is looked for. */
const farthest = 14;

/** "declared a truce for three months", "extended it by 72 hours", before the next verb or clause. */
function adverbial(line: Line, from: number, isExtended: boolean): TruceLength | null {
  for (let i = from; i < Math.min(line.tokens.length, from + farthest); i++) {
    const { lower, upos } = line.tokens[i] as Line['tokens'][number];
    if (/^(?:after|since|before|amid|during|following|because|;|:|that|which|who)$/u.test(lower)) return null;
    if (upos === 'VERB' && !/^(?:lasting|last|lasts|prolong|extend|extended)$/u.test(lower)) return null;
    if (!units.has(lower)) continue;
    const found = lengthAt(line, i);
    if (!found) continue;
    const opener = line.tokens[tokenAt(line, found.start) - 1]?.lower ?? '';
    const isBy = /^(?:by|another|further|additional|extra)$/u.test(opener);
    if (!governing.test(opener) || (isBy && !isExtended)) return null;
    return otherwise.test(line.tokens[i + 1]?.lower ?? '') ? null : found;
  }
  return null;
}

const opensWithTruce =
  /^(?:it|this|the (?:\p{L}+ ){0,2}(?:truce|cease-?fire|pause|deal|agreement|pact|lull|arrangement|cessation of hostilities))\b/iu;
const lasts = /^(?:last|hold|run|continue|stay|remain)$/u;
const ahead = /^(?:to|will|would|shall|should)$/u;

/** "It is to last 72 hours", "The truce will hold for ten days": read from the words, as the tree may take "last" for an adjective. */
function lasting(line: Line): TruceLength | null {
  if (!line.tokens.some(({ lower }) => units.has(lower))) return null;
  if (!opensWithTruce.test(line.source.slice(line.start, Math.min(line.end, line.start + 60)))) return null;
  const verb = line.tokens.findIndex(
    ({ lower }, at) => lasts.test(lower) && ahead.test(line.tokens[at - 1]?.lower ?? ''),
  );
  if (verb < 0 || verb > farthest) return null;
  for (let i = verb + 1; i < Math.min(line.tokens.length, verb + 9); i++) {
    const found = units.has(line.tokens[i]?.lower ?? '') ? lengthAt(line, i) : null;
    if (found) return found;
  }
  return null;
}
