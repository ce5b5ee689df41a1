import type { Clause, Token } from '@trucewatch/language';
import { linkTwins } from './link-twins.ts';
import { isCapital, type Piece, wordAt } from './piece.ts';
import { namesAnchor } from './read-anchored.ts';
import { scanTimes } from './scan-times.ts';
import type { TimeMention } from './time-mention.ts';
import { zoneAfter } from './zones.ts';

interface Sentence {
  source: string;
  start: number;
  end: number;
  tokens: readonly Token[];
  clauses: readonly Clause[];
}

/** The time expressions of one sentence, in order. Offsets are those of the source. Time is linear in its length. */
export function findTimes(sentence: Sentence): TimeMention[] {
  const found = scanTimes(sentence.tokens);
  if (found.length === 0) return [];
  const zoned: Piece[] = [];
  for (const piece of found) zoned.push(withZone(sentence, piece));
  const mentions: TimeMention[] = [];
  for (const piece of joined(sentence.tokens, zoned)) {
    const mention = mentionOf(sentence, piece);
    if (mention) mentions.push(mention);
  }
  linkTwins(sentence.source, mentions);
  shareDay(mentions);
  return mentions;
}

/** A clock time with the zone that stands after it: "noon Moscow time", "4 p.m. ET". */
function withZone({ source, end, tokens }: Sentence, piece: Piece): Piece {
  if (!piece.clock) return piece;
  const from = tokens[piece.last]?.end ?? 0;
  const zone = zoneAfter(source.slice(from, Math.min(end, from + 40)));
  if (!zone) return piece;
  let { last } = piece;
  while ((tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < from + zone.length) last++;
  const { clockTo } = piece;
  return {
    ...piece,
    last,
    clock: { ...piece.clock, zone: zone.zone },
    ...(clockTo ? { clockTo: { ...clockTo, zone: zone.zone } } : {}),
  };
}

const connectors = new Set(
  ', of on at in the from around about starting beginning - – local time hours'.split(' '),
);

/** Joins "the early hours of" + "Saturday", "noon Moscow time" + "on" + "10 October" into one expression. */
function joined(tokens: readonly Token[], pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && isClose(tokens, last.last, piece.first) && !isRivalled(last, piece))
      whole[whole.length - 1] = both(last, piece);
    else whole.push(piece);
  }
  return whole;
}

function isClose(tokens: readonly Token[], last: number, first: number): boolean {
  if (first - last > 4) return false;
  for (let i = last + 1; i < first; i++) if (!connectors.has(wordAt(tokens, i))) return false;
  return true;
}

/** Two dates or two clock times are two expressions, but "Sunday, 27 September" is one. */
function isRivalled(last: Piece, piece: Piece): boolean {
  if (last.clock && piece.clock) return true;
  if (last.aside || piece.aside) return true;
  if (
    last.part &&
    piece.part &&
    (last.date || (last.part !== 'early' && last.part !== 'late' && last.part !== 'early_hours'))
  )
    return true;
  if (!last.date || !piece.date) return false;
  const kinds = `${last.date.kind} ${piece.date.kind}`;
  return (
    kinds !== 'weekday day' &&
    kinds !== 'range range' &&
    kinds !== 'day weekday' &&
    kinds !== 'relative_day weekday' &&
    !isOfYear(last, piece)
  );
}

/** "23 October last year", "May of this year". */
function isOfYear(last: Piece, piece: Piece): boolean {
  const { date } = last;
  return (
    (date?.kind === 'day' || date?.kind === 'month') &&
    date.year === undefined &&
    piece.date?.kind === 'calendar' &&
    piece.date.unit === 'year' &&
    !piece.date.part &&
    piece.first - last.last <= 2
  );
}

function both(last: Piece, piece: Piece): Piece {
  const [weekday, day] = last.date?.kind === 'weekday' ? [last.date, piece.date] : [piece.date, last.date];
  const date =
    weekday?.kind === 'weekday' && day?.kind === 'day'
      ? { ...day, weekday: weekday.weekday }
      : (last.date?.kind === 'day' || last.date?.kind === 'month') && piece.date?.kind === 'calendar'
        ? { ...last.date, yearShift: piece.date.shift }
        : last.date?.kind === 'range'
          ? (piece.date ?? last.date)
          : (last.date ?? piece.date);
  // "the early hours of Saturday morning" are early hours.
  const part = last.part === 'early_hours' ? last.part : (piece.part ?? last.part);
  return {
    first: last.first,
    last: piece.last,
    ...(date ? { date } : {}),
    ...((last.clock ?? piece.clock) ? { clock: last.clock ?? piece.clock } : {}),
    ...((last.clockTo ?? piece.clockTo) ? { clockTo: last.clockTo ?? piece.clockTo } : {}),
    ...(part ? { part } : {}),
    ...((last.ahead ?? piece.ahead) ? { ahead: true } : {}),
  } as Piece;
}

const fillers = new Set(
  'the on at from early late least and then only sunset sundown sunrise dawn dusk nightfall midday'.split(
    ' ',
  ),
);
/** So many of them may stand between "starting" and a time: "starting at sunset on Monday". */
const mostFillers = 4;
const aheadWords = new Set('by until till next starting beginning effective from'.split(' '));

function mentionOf(sentence: Sentence, piece: Piece): TimeMention | null {
  const { source, tokens } = sentence;
  const start = tokens[piece.first]?.start ?? sentence.start;
  const end = tokens[piece.last]?.end ?? sentence.end;
  let before = piece.first - 1;
  for (
    let i = 0;
    i < mostFillers && fillers.has(wordAt(tokens, before)) && wordAt(tokens, before) !== 'from';
    i++
  )
    before--;
  const opener = wordAt(tokens, before);
  const from = opener === 'from' || wordAt(tokens, before + 1) === 'from';
  const ahead =
    piece.ahead ??
    (((opener === 'by' || opener === 'until') && isOver(sentence, start, opener)) === true
      ? false
      : (aheadWords.has(opener) && (opener !== 'from' || wordAt(tokens, before - 1) === 'as')) ||
        (opener === 'of' && wordAt(tokens, before - 1) === 'as') ||
        isAhead(sentence, start));
  if (piece.isOnlyAhead && !ahead) return null;
  const { date, clock, clockTo, part } = piece;
  const since = opener === 'since' && !namesAnchor(tokens, piece.last);
  const compared = since ? isCompared(tokens, before) : isYardstick(tokens, before, date);
  return {
    start,
    end,
    text: source.slice(start, end),
    ...(date ? { date } : {}),
    ...(clock ? { clock } : {}),
    ...(clockTo ? { clockTo } : {}),
    ...(part ? { part } : {}),
    since: since && !compared,
    ahead,
    ...(clock?.word === 'midnight' && from ? { nightAfter: true as const } : {}),
    ...(clock?.word === 'midnight' && (closing.has(opener) || isEnd(sentence, start))
      ? { closes: true as const }
      : {}),
    ...(piece.aside || compared ? { aside: true as const } : {}),
    ...(isDateline(sentence, piece.first, end) ? { dateline: true as const } : {}),
  };
}

const pledging = new Set(
  'promise pledge agree vow demand order ask urge want need give set schedule expect plan require tell call commit extend declare announce propose'.split(
    ' ',
  ),
);
const lasting = new Set('last hold continue rage stay remain go'.split(' '));

/** "By Monday the army had taken it", "the lull lasted until Friday": told in the past, and not as agreed or demanded. */
function isOver({ tokens, clauses }: Sentence, offset: number, opener: string): boolean {
  const verb = lastClause(tokens, clauses, offset)?.verb;
  if (verb?.form !== 'finite' || verb.tense !== 'past' || verb.modal) return false;
  return opener === 'by' ? !pledging.has(verb.lemma) : lasting.has(verb.lemma);
}

const closing = new Set('until till through by before to'.split(' '));
const ending = new Set('expire end lapse finish conclude terminate'.split(' '));

/** "expired at midnight on 7 January", "is to run out at midnight on 7 January". */
function isEnd({ tokens, clauses }: Sentence, offset: number): boolean {
  const verb = lastClause(tokens, clauses, offset)?.verb;
  if (!verb) return false;
  return ending.has(verb.lemma) || (verb.lemma === 'run' && wordAt(tokens, verb.last + 1) === 'out');
}

/** "the heaviest fighting since 1994", "the first since Sunday". */
function isCompared(tokens: readonly Token[], since: number): boolean {
  for (let i = since - 1; i >= Math.max(0, since - 6); i--)
    if (/^(?:most|worst|first|biggest|\p{L}{3,}est)$/u.test(wordAt(tokens, i))) return true;
  return false;
}

/** So many words may stand between "than" and the time of what something is compared with. */
const farFromThan = 14;

/** "higher than the 200 recorded during the last flare-up in 2016": the year is that of the yardstick. */
function isYardstick(tokens: readonly Token[], before: number, date: Piece['date']): boolean {
  if (date?.kind !== 'year' && date?.kind !== 'month') return false;
  for (let i = before; i >= Math.max(1, before - farFromThan); i--) {
    const word = wordAt(tokens, i);
    if (/^[,;:]$/u.test(word) || word === 'and' || word === 'but') return false;
    if (word !== 'than') continue;
    const next = tokens[i + 1];
    return next?.upos === 'DET' || next?.upos === 'ADP' || next?.upos === 'ADJ';
  }
  return false;
}

const datelineEnd = /^\s*(?:\([^()]{2,60}\)\s*|\/[^/]{2,20}\/\s*)?(?:[-–—]|\. ?\/)/u;

/** "BAKU, Oct 10 (Reuters) -", "MOSCOW, November 10. /TASS/". */
function isDateline({ source, start, tokens }: Sentence, first: number, end: number): boolean {
  if (first > 10 || end - start > 60) return false;
  const opening = tokens[0]?.text ?? '';
  if (opening.length < 2 || opening !== opening.toUpperCase() || !isCapital(tokens[0])) return false;
  return datelineEnd.test(source.slice(end, end + 40));
}

const scheduling = new Set('set due scheduled expected is are supposed planned agreed ready'.split(' '));

/** "will … on Monday", "set to start at", "due to begin": the verb before the time looks ahead. */
function isAhead({ tokens, clauses }: Sentence, offset: number): boolean {
  const nearest = lastClause(tokens, clauses, offset);
  if (!nearest) return false;
  if (nearest.verb.tense === 'future' || isTimetable(tokens, nearest)) return true;
  // "said its fighters would observe the truce from Thursday": what was to come when it was said.
  if (nearest.verb.modal === 'would' && !nearest.verb.perfect) return true;
  if (nearest.verb.form !== 'infinitive') return false;
  const { first } = nearest.verb;
  const perfect = wordAt(tokens, first) === 'have' || wordAt(tokens, first + 1) === 'have';
  return (
    !perfect &&
    (isStartOfTruce(tokens, nearest) ||
      scheduling.has(wordAt(tokens, first - 1)) ||
      (tokens[first - 1]?.upos === 'ADV' && scheduling.has(wordAt(tokens, first - 2))))
  );
}

const starts = new Set('begin start take come go enter commence'.split(' '));
const haltNouns = new Set(
  'truce ceasefire cease-fire cessation pause halt lull armistice hostilities fire fighting deal agreement accord pact'.split(
    ' ',
  ),
);

/** "agreed to a truce to begin on Friday", "declared a ceasefire, to start at midnight". */
function isStartOfTruce(tokens: readonly Token[], { verb }: Clause): boolean {
  if (!starts.has(verb.lemma)) return false;
  const to = wordAt(tokens, verb.first) === 'to' ? verb.first : verb.first - 1;
  const before = wordAt(tokens, to - 1);
  return haltNouns.has(before) || (before === ',' && haltNouns.has(nounBefore(tokens, to - 2)));
}

/** The last noun of up to seven words: "a ceasefire on Thursday". */
function nounBefore(tokens: readonly Token[], from: number): string {
  for (let at = from; at > from - 7; at--) if (haltNouns.has(wordAt(tokens, at))) return wordAt(tokens, at);
  return '';
}

/** The last clause whose verb begins before the offset, else the first; clauses are in order. */
function lastClause(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  offset: number,
): Clause | undefined {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[clauses[middle]?.verb.first ?? 0]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return clauses[Math.max(0, low - 1)];
}

const timetable = new Set('take begin start enter come expire end resume meet open'.split(' '));

/** "takes effect on Monday", "is to meet him on Thursday": the present tense of what is arranged. */
function isTimetable(tokens: readonly Token[], { verb }: Clause): boolean {
  if (verb.tense !== 'present' || verb.perfect || verb.passive) return false;
  if (timetable.has(verb.lemma) && verb.form === 'finite') return true;
  for (let i = verb.first; i < verb.last; i++)
    if (/^(?:is|are)$/u.test(wordAt(tokens, i)) && wordAt(tokens, i + 1) === 'to') return true;
  return false;
}

/** "on Saturday, after attacks earlier in the day": the day is that of the sentence's other time. */
function shareDay(mentions: readonly TimeMention[]): void {
  const day = mentions.find(
    ({ date, aside }) => date && date.kind !== 'year' && date.kind !== 'anchored' && !aside,
  )?.date;
  if (!day) return;
  for (const mention of mentions)
    if (!mention.date && (mention.part === 'earlier' || mention.part === 'late')) mention.date = day;
}
