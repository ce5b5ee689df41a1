import type { Clause, Token } from '@trucewatch/language';
import { calendarPieces } from './date-expressions.ts';
import { type Piece, wordPieces } from './pieces.ts';
import type { TimeMention } from './time-mention.ts';
import { zoneAfter } from './zones.ts';

interface Sentence {
  source: string;
  start: number;
  end: number;
  tokens: readonly Token[];
  clauses: readonly Clause[];
  publishedAt: unknown;
}

const mayHoldTime =
  /\d|day\b|night|noon|dawn|hours|week|month|year|today|tomorrow|January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\./u;

/** The time expressions of one sentence, in order. Offsets are those of the source. */
export function findTimes(sentence: Sentence): TimeMention[] {
  const text = sentence.source.slice(sentence.start, sentence.end);
  if (!mayHoldTime.test(text)) return [];
  const pieces = wordPieces(text, calendarPieces(text));
  for (const piece of pieces) takeZone(text, piece);
  const mentions = join(text, pieces).map((piece) => mentionOf(sentence, text, piece));
  linkTwins(text, mentions, sentence.start);
  for (const mention of mentions) {
    if (mention.part !== 'earlier' || mention.date) continue;
    const other = mentions.find((candidate) => candidate.date);
    if (other?.date) mention.date = other.date;
  }
  return mentions;
}

function takeZone(text: string, piece: Piece): void {
  if (!piece.clock) return;
  const inside = /(?:GMT|UTC|ET|EDT|EST|CET|BST|MSK)\b/u.exec(piece.text)?.[0];
  const zone = inside ? zoneAfter(` ${inside}`) : zoneAfter(text.slice(piece.end));
  if (!zone) {
    piece.clock = { ...piece.clock, zone: null };
    return;
  }
  piece.clock = { ...piece.clock, zone: zone.zone };
  if (!inside) {
    piece.end += zone.length;
    piece.text = text.slice(piece.start, piece.end);
  }
}

/** Joins "the early hours of" + "Saturday morning", "noon Moscow time" + "on" + "10 October" into one expression. */
function join(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const gap = last ? text.slice(last.end, piece.start) : '';
    const fits =
      last &&
      piece.start >= last.end &&
      connects.test(gap) &&
      !(last.date && piece.date && !completes(last, piece)) &&
      !(last.clock && piece.clock);
    if (!last || !fits) {
      joined.push({ ...piece });
      continue;
    }
    if (last.date?.kind === 'day' && piece.date?.kind === 'year')
      last.date = { ...last.date, year: piece.date.from };
    else if (last.date?.kind === 'weekday' && piece.date?.kind === 'day') last.date = piece.date;
    else last.date = last.date ?? piece.date;
    last.clock = last.clock ?? piece.clock;
    last.part = last.part ?? piece.part;
    last.end = piece.end;
    last.text = text.slice(last.start, last.end);
  }
  return joined;
}

const connects =
  /^(?:[\s,]|\b(?:of|on|at|in|the|from|starting|beginning|around|about|early|late|local time|hours)\b){0,6}$/iu;

function completes(last: Piece, piece: Piece): boolean {
  if (last.date?.kind === 'weekday' && piece.date?.kind === 'day') return true;
  return last.date?.kind === 'day' && last.date.year === undefined && piece.date?.kind === 'year';
}

const sinceBefore = /\b(?:since|ever since)(?: the)?(?: early)? $/iu;
const aheadBefore =
  /\b(?:by|until|till|next|starting|beginning|effective|as of|as from)(?: on| from| at)? $/iu;

function mentionOf(sentence: Sentence, text: string, piece: Piece): TimeMention {
  const before = text.slice(Math.max(0, piece.start - 24), piece.start);
  const at = sentence.start + piece.start;
  const clause = nearestClause(sentence, at);
  const future = clause !== undefined && (clause.verb.tense === 'future' || isScheduled(sentence, clause));
  return {
    start: at,
    end: sentence.start + piece.end,
    text: piece.text,
    ...(piece.date ? { date: piece.date } : {}),
    ...(piece.clock ? { clock: piece.clock } : {}),
    ...(piece.part ? { part: piece.part } : {}),
    since: sinceBefore.test(before),
    ahead: piece.ahead ?? (aheadBefore.test(before) || future),
    ...(piece.clock?.word === 'midnight' && /^from/iu.test(piece.text) ? { nightAfter: true as const } : {}),
  };
}

/** "set to start at", "due to begin", "scheduled to take effect", "is to start". */
function isScheduled(sentence: Sentence, clause: Clause): boolean {
  if (clause.verb.form !== 'infinitive') return false;
  const before = sentence.tokens
    .slice(Math.max(0, clause.verb.first - 2), clause.verb.first)
    .map((token) => token.lower);
  const to = sentence.tokens[clause.verb.first]?.lower;
  return (
    ['set', 'due', 'scheduled', 'expected', 'is', 'are', 'supposed', 'planned', 'agreed'].some((word) =>
      before.includes(word),
    ) || to === 'is'
  );
}

function nearestClause(sentence: Sentence, offset: number): Clause | undefined {
  let nearest: Clause | undefined;
  for (const clause of sentence.clauses) {
    const start = sentence.tokens[clause.verb.first]?.start ?? 0;
    if (start < offset || !nearest) nearest = clause;
  }
  return nearest;
}

/** "at 8 a.m. (0400 GMT)": a clock time in brackets right after another gives the same instant; they share the date. */
function linkTwins(text: string, mentions: TimeMention[], offset: number): void {
  for (let i = 1; i < mentions.length; i++) {
    const first = mentions[i - 1] as TimeMention;
    const second = mentions[i] as TimeMention;
    const gap = text.slice(first.end - offset, second.start - offset);
    if (!first.clock || !second.clock || !/^\s?[(/,]\s?(?:or )?$|^\s?(?:or|--?|–)\s$/u.test(gap)) continue;
    first.twin = i;
    second.twin = i - 1;
    const next = mentions[i + 1];
    const shared =
      first.date ??
      second.date ??
      (next &&
      !next.clock &&
      /^\s?\)?[\s,]{1,2}(?:on )?$/u.test(text.slice(second.end - offset, next.start - offset))
        ? next.date
        : undefined);
    if (shared) {
      first.date = first.date ?? shared;
      second.date = second.date ?? shared;
    }
    const ahead = first.ahead || second.ahead;
    first.ahead = ahead;
    second.ahead = ahead;
  }
}
