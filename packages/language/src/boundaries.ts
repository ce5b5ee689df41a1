import { abbreviations, sentenceStarters } from './abbreviations.ts';

/** A stretch of the text that is one sentence, before it is tokenised. */
export interface Stretch {
  start: number;
  end: number;
  paragraph: number;
}

/** No sentence is longer: text without any boundary is cut, so that every later pass stays linear. */
const longestSentence = 4_000;

/** A line of wrapped text of at most so many characters is its paragraph's last. */
const shortLine = 50;

const terminators = new Set(['.', '!', '?', '…']);
const closers = new Set(['"', '”', '’', "'", ')', ']', '»', '“']);
const isSpace = (c: string): boolean => /\s|[\u200b\ufeff]/u.test(c);
const isUpper = (c: string): boolean => /\p{Lu}/u.test(c);
const isLower = (c: string): boolean => /\p{Ll}/u.test(c);
const isDigit = (c: string): boolean => c >= '0' && c <= '9';

/**
 * Cuts a text into sentences. Paragraph breaks always end one; a single line break does unless the
 * line is merely wrapped; "region.The" is two sentences, "Gen. Petrov", "4 p.m. ET" and "U.S. forces" are not.
 * A dateline ("(CNN)", "BAKU, Oct 17 (Reuters) -") is a stretch of its own.
 */
export function findSentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  const wrapped = isHardWrapped(text);
  let paragraph = 0;
  let start = 0;
  const close = (end: number): void => {
    addTrimmed(found, text, start, end, paragraph);
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\n' || c === '\r' || c === '\u2028' || c === '\u2029') {
      if (breaksParagraph(text, i, wrapped)) {
        close(i);
        paragraph++;
        while (i + 1 < text.length && isSpace(text.charAt(i + 1))) i++;
      }
    } else if (terminators.has(c)) {
      const end = endOfSentence(text, i, start);
      if (end > 0) {
        close(end);
        i = end - 1;
      }
    }
  }
  close(text.length);
  return found;
}

function addTrimmed(found: Stretch[], text: string, from: number, to: number, paragraph: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  if (start === end || !/[\p{L}\p{N}]/u.test(text.slice(start, end))) return;
  const opensParagraph = found.at(-1)?.paragraph !== paragraph;
  const dateline = opensParagraph ? datelineLength(text.slice(start, Math.min(end, start + 120))) : 0;
  if (dateline > 0 && start + dateline < end) {
    found.push({ start, end: start + dateline, paragraph });
    addTrimmed(found, text, start + dateline, end, paragraph);
    return;
  }
  while (end - start > longestSentence) {
    const cut = cutPoint(text, start);
    found.push({ start, end: cut, paragraph });
    start = cut;
    while (start < end && isSpace(text.charAt(start))) start++;
  }
  const semicolon = opensParagraph ? headlineBreak(text, start, end) : 0;
  if (semicolon > 0) {
    found.push({ start, end: semicolon, paragraph });
    addTrimmed(found, text, semicolon, end, paragraph);
    return;
  }
  if (start < end) found.push({ start, end, paragraph });
}

/** Lines longer than this are no headlines. */
const longestHeadline = 160;

/** "Pakistan jets pound hideouts; Kabul vows revenge": the parts of a headline, a line without a full stop, are sentences. */
function headlineBreak(text: string, start: number, end: number): number {
  if (end - start > longestHeadline || !isUpper(text.charAt(start))) return 0;
  const last = text.charAt(end - 1);
  if (terminators.has(last) || closers.has(last) || last === ':' || last === ',' || last === ';') return 0;
  const line = text.slice(start, end);
  const at = line.indexOf('; ');
  if (at < 0 || line.split(' ').length < 6 || !/ .* /u.test(line.slice(0, at))) return 0;
  return start + at + 1;
}

/** The last space before the limit, else the limit itself, never between two halves of a surrogate pair. */
function cutPoint(text: string, start: number): number {
  const limit = start + longestSentence;
  for (let i = limit; i > limit - 400; i--) if (isSpace(text.charAt(i))) return i;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit;
}

/** "(CNN)", "BAKU (AP) —", "MOSCOW, Oct 17 (Reuters) -", "STEPANAKERT, Oct. 17. /TASS/." at a paragraph's start. */
function datelineLength(opening: string): number {
  const agency =
    /^(?:[A-Z][^()\n]{0,60})?\([A-Z][A-Za-z .]{1,24}\)\s{0,3}[-–—:]{0,2}\s{0,3}(?=[A-Z"“‘'])/u.exec(opening);
  if (
    agency &&
    (agency[0].startsWith('(') || !/[a-z]{3,}[^()]*[a-z]{3,}.*[a-z]{3,}/u.test(agency[0].split('(')[0] ?? ''))
  ) {
    return agency[0].trimEnd().length;
  }
  const slashed = /^[A-Z][A-Z .,'-]{2,40},[^/\n]{0,24}\/[A-Z][A-Za-z ]{1,20}\/\.?\s{0,3}[-–—]?/u.exec(
    opening,
  );
  return slashed ? slashed[0].trimEnd().length : 0;
}

function endOfSentence(text: string, at: number, start: number): number {
  let end = at + 1;
  while (end < text.length && terminators.has(text.charAt(end))) end++;
  const afterStop = end;
  while (end < text.length && closers.has(text.charAt(end))) {
    if (text.charAt(end) === '“') break;
    end++;
  }
  if (end >= text.length) return text.length;
  const next = text.charAt(end);
  const stop = text.charAt(at);
  if (!isSpace(next)) return isGlued(text, at, afterStop, end, start) ? end : 0;
  let after = end;
  while (after < text.length && isSpace(text.charAt(after))) after++;
  if (after >= text.length) return end;
  const opening = text.charAt(after);
  if (stop !== '.' || afterStop - at > 1) return isLower(opening) ? 0 : end;
  if (isLower(opening) || opening === ',' || opening === ';') return 0;
  return isAbbreviation(text, at, after, start) ? 0 : end;
}

/** "area.The": a word of two small letters or a closing mark, the stop, then a capital and a small letter; no web address. */
function isGlued(text: string, at: number, afterStop: number, end: number, start: number): boolean {
  const next = text.charAt(end);
  const opensQuote = next === '"' || next === '“' || next === '‘';
  const capital = opensQuote ? text.charAt(end + 1) : next;
  if (!isUpper(capital)) return false;
  if (afterStop !== end) return true;
  const before = text.slice(Math.max(start, at - 2), at);
  if (!/[\p{Ll}\d)”"’]$/u.test(before) || /[.]/u.test(before)) return false;
  const word =
    text
      .slice(Math.max(start, at - 40), at)
      .split(/\s/u)
      .at(-1) ?? '';
  if (/^(?:www|https?:|.*\/\/|.*@)/u.test(word) || abbreviations.has(word.toLowerCase())) return false;
  const following = text.charAt(end + 1);
  return opensQuote || isLower(following) || isSpace(following) || isUpper(following);
}

function isAbbreviation(text: string, at: number, after: number, start: number): boolean {
  let from = at;
  while (
    from > start &&
    at - from < 24 &&
    !isSpace(text.charAt(from - 1)) &&
    !/["“(]/u.test(text.charAt(from - 1))
  )
    from--;
  const word = text.slice(from, at);
  const next = /^[\p{L}’']{1,20}/u.exec(text.slice(after, after + 20))?.[0] ?? '';
  // "AT 4:00 A.M. ON SATURDAY": in capitals only a word that hardly goes on opens a sentence.
  const inCapitals = next.length > 1 && next === next.toUpperCase() && /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
  const startsSentence =
    sentenceStarters.has(next.toLowerCase()) && !(inCapitals && goesOn.test(next.toLowerCase()));
  if (/^\p{Lu}$/u.test(word)) return !startsSentence || next.length === 1;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !startsSentence;
  const known = abbreviations.get(word.toLowerCase());
  if (known === 'title') return true;
  if (known === 'number') return isDigit(text.charAt(after));
  return known === 'word' && !startsSentence;
}

const goesOn = /^(?:on|in|at|and|or|as|after|before|when|while|if|for|from|since|under|over|with|by|to)$/u;

function breaksParagraph(text: string, at: number, wrapped: boolean): boolean {
  let next = at + 1;
  let lines = 1;
  while (next < text.length && isSpace(text.charAt(next))) {
    if (text.charAt(next) === '\n') lines++;
    next++;
  }
  if (lines > 1 && !(lines === 2 && text.charAt(at) === '\r' && text.charAt(at + 1) === '\n')) return true;
  let before = at - 1;
  while (before >= 0 && isSpace(text.charAt(before))) before--;
  const last = text.charAt(before);
  // In wrapped text a full line may end after "U.S." or a bracket in mid-sentence: only a short one ends a paragraph.
  if (wrapped && before - text.lastIndexOf('\n', before) > shortLine) return false;
  if (terminators.has(last) || closers.has(last) || last === ':') return true;
  return !(wrapped || isLower(text.charAt(next)) || last === ',');
}

/** Wrapped text has mostly lines of 40 to 100 characters that stop in mid-sentence. */
function isHardWrapped(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 0);
  if (lines.length < 4) return false;
  const open = lines.filter((line) => line.length >= 40 && line.length <= 100 && !/[.!?…"”:]$/u.test(line));
  return open.length >= lines.length * 0.6;
}
