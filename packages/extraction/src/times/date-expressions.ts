import { en, type ParsedResult } from 'chrono-node';
import type { Piece } from './pieces.ts';

const reference = new Date('2001-01-03T12:00:00Z');
const hint = /\d/u;

/**
 * Calendar dates and clock times that chrono-node finds. Only what the text itself gives is taken
 * (its known values), never what chrono would imply: the day is resolved later, with a place and a tense.
 */
export function calendarPieces(sentence: string): Piece[] {
  if (!hint.test(sentence)) return [];
  const pieces: Piece[] = [];
  for (let from = 0; from < sentence.length; from += 900) {
    const window = sentence.slice(from, from + 1000);
    if (!hint.test(window)) continue;
    for (const result of en.strict.parse(window, reference)) {
      const piece = pieceOf(result, from);
      if (piece && !pieces.some((other) => other.start < piece.end && piece.start < other.end))
        pieces.push(...piece.all);
    }
  }
  return pieces;
}

function pieceOf(result: ParsedResult, offset: number): { start: number; end: number; all: Piece[] } | null {
  const { start } = result;
  const known = (component: Parameters<typeof start.isCertain>[0]): number | undefined =>
    start.isCertain(component) ? (start.get(component) ?? undefined) : undefined;
  if (
    /\b(?:ago|later|earlier|before|after|next|last|this|in the|days?|weeks?|hours?|months?|minutes?|years?)\b/iu.test(
      result.text,
    )
  )
    return null;
  const begin = offset + result.index;
  // chrono takes the bracket after a zone along: "12 a.m. EDT)".
  const text = result.text.replace(/[)\s]+$/u, '');
  const end = begin + text.length;
  const piece: Piece = { start: begin, end, text };
  const day = known('day');
  const month = known('month');
  const year = /\d{4}/u.test(result.text) ? known('year') : undefined;
  if (day && month && day >= 1 && !/^\d{1,2}[./]\d{1,2}$/u.test(result.text.trim())) {
    piece.date = { kind: 'day', day, month, ...(year ? { year } : {}) };
  }
  const hour = known('hour');
  if (hour !== undefined && !isPlainNumber(result.text)) {
    const zoned = start.isCertain('timezoneOffset');
    piece.clock = {
      hour,
      minute: known('minute') ?? 0,
      zone: zoned ? 'named' : null,
      hasMinute: /:\d\d|\d\.\d\d/u.test(result.text),
    };
  }
  if (!piece.date && !piece.clock) return null;
  return { start: begin, end, all: [piece] };
}

/** "at 12", "from 20": a number that chrono reads as an hour though the text names no clock. */
function isPlainNumber(text: string): boolean {
  return !/[ap]\.?m\b|:\d\d|noon|midnight|o'clock|\bhours\b/iu.test(text) && !/\d\.\d\d/u.test(text);
}
