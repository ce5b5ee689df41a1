import type { Count, Moment } from '@trucewatch/schema';
import { acting, fated } from './counts/fate-words.ts';
import { groupNamed, isThing, namesPeople } from './counts/groups.ts';
import { numberAt, sharedScale } from './counts/number-words.ts';
import type { Line } from './document.ts';
import { dayMs, weekdayOf } from './times/calendar.ts';
import { months, undotted, weekdays } from './times/time-words.ts';

/** The sentence in which a count's quote stands. */
export type Around = Pick<Line, 'source' | 'start' | 'end' | 'times'>;

const hedged: Readonly<Record<Count['qualifier'], RegExp>> = {
  exact: /./su,
  at_least: /at ?least|no fewer|not fewer|no less|not less|minimum|or more|\+/iu,
  more_than: /more than|over|upwards?|excess|exceed|higher|greater|above/iu,
  up_to: /up to|as many as|at most|no more|not more|maximum|fewer|less|under/iu,
  about: /about|around|some|nearly|almost|approx|rough|estimate|close|circa|to|-|–|between|or|and/iu,
  vague: /./su,
};

/** So many characters on either side of a quote are read again. */
const nearby = 160;

/**
 * Whether the text bears a count out. Quote and surroundings are read again from scratch: the number as a whole ("3" is
 * not proved by "13", nor by "13 km", "3-year-old", "13 October"), the hedge that it claims, people or their fate beside
 * it, a word for that fate, and no negation before it. Constant time for each count.
 */
export function proveCount(count: Count, around: Around): boolean {
  const { quote, start, end } = count.span;
  if (!hedged[count.qualifier].test(quote) || !isWhole(around, start, end)) return false;
  const words = wordsOf(quote);
  const read = firstNumber(words, around, count);
  if (!read) return false;
  const [at, to] = placeIn(quote, read);
  if (isInTime(around, start + at) || isCompound(around, start + to)) return false;
  const before = wordsOf(around.source.slice(Math.max(around.start, start - nearby), start));
  const after = wordsOf(around.source.slice(end, Math.min(around.end, end + nearby)));
  const all = [...before, ...words, ...after];
  return (
    bounds(count, read.value, read.second) &&
    !isMeasure([...words, ...after], read.last) &&
    !isNegated(before) &&
    isBesidePeople(all, before.length + read.first, before.length + read.last) &&
    hasFate(all, count.of)
  );
}

/** The group that the quote names, or `unknown` where it names none of that kind. */
export function provedGroup(count: Count): Count['group'] {
  return count.group === 'unknown' ||
    wordsOf(count.span.quote).some((word) => groupNamed(word) === count.group)
    ? count.group
    : 'unknown';
}

const totals =
  /\b(?:since|so far|to date|toll|total|overall|altogether|until now|war|conflict|fighting|insurgency|uprising|violence)\b/iu;

/** Whether words near the quote speak of a sum over time. */
export function isSummedUp({ span }: Count, { source, start, end }: Around): boolean {
  return totals.test(source.slice(Math.max(start, span.start - nearby), Math.min(end, span.end + nearby)));
}

const word = /\d[\d.,]*\d|[\p{L}\p{N}]+(?:['’]\p{L}+)?|[-–%$€£;.,]/gu;

/** Words in lower case, without a possessive's ending. */
function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map((found) =>
    found
      .toLowerCase()
      .replace(/['’]s$/u, '')
      .replace('’', "'"),
  );
}

/** Whether the quote begins and ends with whole words and whole numbers. */
function isWhole({ source }: Around, start: number, end: number): boolean {
  return !isSplit(source, start, source.charAt(start)) && !isSplit(source, end, source.charAt(end - 1));
}

/** "five-year-old", "13-metre": a hyphen without spaces goes on to a word. */
function isCompound({ source }: Around, end: number): boolean {
  return /^[-–]\p{L}/u.test(source.slice(end, end + 2));
}

function isSplit(source: string, border: number, edge: string): boolean {
  const [left, right] = [source.charAt(border - 1), source.charAt(border)];
  if (/[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right)) return true;
  if (!/\d/u.test(edge)) return false;
  return (
    (/[.,:/]/u.test(left) && /\d/u.test(source.charAt(border - 2)) && /\d/u.test(right)) ||
    (/\d/u.test(left) && /[.,:/]/u.test(right) && /\d/u.test(source.charAt(border + 1)))
  );
}

/** Where the words of a number begin and end in the quote. */
function placeIn(quote: string, { first, last }: NumberRead): [number, number] {
  let index = 0;
  let [from, to] = [0, 0];
  for (const match of quote.matchAll(word)) {
    if (index === first) from = match.index;
    if (index === last) to = match.index + match[0].length;
    index++;
  }
  return [from, to];
}

interface NumberRead {
  value: number;
  second: number | null;
  first: number;
  last: number;
}

/** The quote's first number and, of a range, the second; one person without a number is one. */
function firstNumber(words: string[], around: Around, count: Count): NumberRead | null {
  for (let i = 0; i < words.length; i++) {
    const found = numberAt(words, i);
    if (!found) continue;
    const last = i + found.length - 1;
    const joint = words[last + 1] ?? '';
    const second = /^(?:to|and|or|-|–)$/u.test(joint) ? numberAt(words, last + 2) : null;
    const value = second
      ? sharedScale(found.value, second.value, words[last + 1 + second.length] ?? '')
      : found.value;
    return { value, second: second?.value ?? null, first: i, last };
  }
  const one = words.findIndex((word) => /^(?:a|an|another)$/u.test(word));
  const people = words.findLastIndex(namesPeople);
  const preceding = around.source.slice(Math.max(around.start, count.span.start - 12), count.span.start);
  if (
    one < 0 &&
    (people < 0 ||
      /\b(?:no|any|every|each)\s$/iu.test(preceding) ||
      /(?:s|men|people|children)$/u.test(words[people] ?? ''))
  )
    return null;
  const at = one < 0 ? people : one;
  return { value: 1, second: null, first: at, last: at };
}

function bounds(count: Count, value: number, second: number | null): boolean {
  const below =
    /\b(?:fewer|less|under)\b(?!.*\bno\b)/iu.test(count.span.quote) && count.qualifier === 'up_to';
  if (count.qualifier === 'up_to') return count.high === (below ? value - 1 : value);
  const low = count.qualifier === 'more_than' ? value + 1 : value;
  return count.low === low && (count.high === null || count.high === value || count.high === second);
}

/** A date or a time of day is no toll. */
function isInTime({ times }: Around, at: number): boolean {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (times[low]?.start ?? at + 1) <= at;
}

/** "50 km", "five - year - old", "13 %", "$ 13". */
function isMeasure(words: readonly string[], last: number): boolean {
  const next = words[last + 1] ?? '';
  if (isThing(next)) return true;
  return (
    next !== '' &&
    !namesPeople(next) &&
    !fated.has(next) &&
    isThing(words[last + 2] ?? '') &&
    !/[,.;]/u.test(next)
  );
}

const negations = /^(?:no|not|never|without|neither|nor|none|nobody|didn't|wasn't|weren't)$/u;

function isNegated(before: readonly string[]): boolean {
  for (let i = before.length - 1; i >= Math.max(0, before.length - 4); i--) {
    const word = before[i] ?? '';
    if (/^[,;.]$/u.test(word) || word === 'and' || word === 'but') return false;
    if (negations.test(word))
      return (
        !/^(?:only|just|fewer|less|more)$/u.test(before[i + 1] ?? '') &&
        !(word === 'no' && i < before.length - 1)
      );
  }
  return false;
}

/** So many words from the number people or their fate stand. */
const beside = 8;

function isBesidePeople(words: readonly string[], first: number, last: number): boolean {
  for (let i = Math.max(0, first - beside); i < Math.min(words.length, last + beside); i++) {
    const word = words[i] ?? '';
    if (fated.has(word) || acting.has(word)) return true;
    if (i > last && namesPeople(word)) return true;
  }
  return words.some((word) => word === 'toll');
}

const alsoFate: Readonly<Record<Count['of'], RegExp>> = {
  killed:
    /^(?:lost|lose|losing|loses|loss|losses|lives|life|alive|fell|fallen|toll|martyrs?|shehids|casualties|killings?|gunned|mowed)$/u,
  wounded: /^(?:casualties|wound|treated|hospital|burns|injury)$/u,
  missing: /^(?:unaccounted|lost|missing)$/u,
  captured:
    /^(?:hostages?|prisoners?|captives?|captivity|held|taken|custody|detainees?|seized|pows?|carried|rounded)$/u,
  displaced:
    /^(?:homes?|refugees?|flee|shelter|leave|left|driven|moved|forced|headed|crossed|refuge|sought)$/u,
  bodies: /^(?:remains|body|dead)$/u,
};

function hasFate(words: readonly string[], of: Count['of']): boolean {
  return words.some((word) => fated.get(word) === of || acting.get(word) === of || alsoFate[of].test(word));
}

const clocks =
  /\d|noon|midnight|midday|hour|minute|o'clock|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve/iu;

/** Whether a moment's quote holds what it claims: a clock for minutes, a year for a stated year, its weekday, its day of the month. */
export function proveMoment(moment: Moment): boolean {
  const quote = moment.span?.quote ?? '';
  const earliest = Date.parse(moment.earliest);
  const latest = Date.parse(moment.latest);
  if (!(earliest <= latest) || quote.length === 0) return false;
  if ((moment.level === 'minute' || moment.level === 'hour') && !clocks.test(quote)) return false;
  if (
    moment.basis === 'stated' &&
    !(quote.match(/\d{4}/gu) ?? []).some((year) => isYearOf(Number(year), moment))
  )
    return false;
  return moment.level !== 'day' || latest - earliest > 1.2 * dayMs || isDayOf(quote, (earliest + latest) / 2);
}

/** A decade's or a range's year may lie within, or a zone may put the turn of the year on the other side. */
function isYearOf(year: number, moment: Moment): boolean {
  return year >= Number(moment.earliest.slice(0, 4)) - 1 && year <= Number(moment.latest.slice(0, 4)) + 1;
}

/** Where the words name one weekday, or one day of a month, the middle of the day has to lie on it. */
function isDayOf(quote: string, noon: number): boolean {
  const words = wordsOf(quote).map(undotted);
  const named = words.flatMap((word) => weekdays.get(word) ?? []);
  const day = Math.floor(noon / dayMs);
  if (
    named.length === 1 &&
    !/\b(?:after|before|later|earlier|into|night)\b/iu.test(quote) &&
    named[0] !== weekdayOf(day)
  )
    return false;
  const at = words.findIndex((word) => months.has(word));
  if (at < 0) return true;
  const numbers = words.flatMap((word) => /^([0-3]?\d)(?:st|nd|rd|th)?$/u.exec(word)?.[1] ?? []);
  if (numbers.length !== 1) return true;
  const date = new Date(noon);
  return date.getUTCDate() === Number(numbers[0]) && date.getUTCMonth() + 1 === months.get(words[at] ?? '');
}
