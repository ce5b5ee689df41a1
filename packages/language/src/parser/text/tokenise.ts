import { isApostrophe, isDigit, isHyphen, isLetter, isSpace } from './characters.ts';
import { cutInside } from './cut-inside.ts';
import { abbreviations, topLevelDomains } from './special-words.ts';

/** Tokens of a text: offsets in UTF-16 code units, in order, apart. */
export interface TokenSpans {
  start: number[];
  end: number[];
  count: number;
}

/** Takes in one token. */
export type Push = (start: number, end: number) => void;

/**
 * Tokens by the conventions of the English UD treebanks: clitics and most hyphens apart; numbers, dates, addresses and
 * abbreviations whole. One pass over the text; each white-space-free stretch is looked at a bounded number of times.
 */
export function tokenise(text: string): TokenSpans {
  const spans: TokenSpans = { start: [], end: [], count: 0 };
  const push: Push = (start, end) => {
    if (end <= start) return;
    spans.start.push(start);
    spans.end.push(end);
    spans.count++;
  };
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    const isWhole =
      isDashes(text, at, end) ||
      isSmiley(text, at, end) ||
      (beginsLine(text, at) && isListNumber(text, at, end));
    if (isWhole) push(at, end);
    else cutStretch(text, at, end, push);
    at = end;
  }
  return spans;
}

const openers = new Set('"\'“‘„«»([{<`¿¡$€£¥#*•·–—‹…~=+|\\^_§→←■●▪\u200b');
const closers = new Set('"\'”’“»«)]}>,;:!?%…`*–—›°™®\u200b|~=+→');
/** Marks of which several in a row are one token. */
const repeating = new Set('.-!?*=~_—–`');

/** A stretch without white space: marks come off at both ends, and what is left is cut inside. */
function cutStretch(text: string, start: number, end: number, push: Push): void {
  if (isAddress(text, start, end)) {
    let from = start;
    let to = end;
    while (to > from + 1 && '.,;:!?)"\'”’]>'.includes(text[to - 1] as string)) to--;
    if ('(<["'.includes(text[from] as string)) push(from, ++from);
    push(from, to);
    pushMarks(text, to, end, push);
    return;
  }
  let from = start;
  while (from < end && openers.has(text[from] as string)) {
    const code = text.charCodeAt(from);
    if (isApostrophe(code) && beginsWithApostrophe(text, from, end)) break;
    if (code === 35 && from + 1 < end && isLetter(text.charCodeAt(from + 1))) break;
    let after = from + 1;
    if (!'"([{$\''.includes(text[from] as string)) while (after < end && text[after] === text[from]) after++;
    push(from, after);
    from = after;
  }
  let to = end;
  while (to > from && comesOff(text, from, to)) to--;
  if (to > from) cutInside(text, from, to, push);
  pushMarks(text, Math.max(from, to), end, push);
}

/** Whether the last character of a stretch is a mark of its own. */
function comesOff(text: string, from: number, to: number): boolean {
  const last = text[to - 1] as string;
  if (closers.has(last)) return true;
  if (last === '.') return text[to - 2] === '.' || !dotBelongs(text, from, to);
  return isHyphen(text.charCodeAt(to - 1)) && to - 1 > from;
}

function pushMarks(text: string, from: number, to: number, push: Push): void {
  let at = from;
  while (at < to) {
    const mark = text[at] as string;
    let end = at + 1;
    if (repeating.has(mark)) {
      const same = mark === '!' || mark === '?' ? '!?' : mark;
      while (end < to && same.includes(text[end] as string)) end++;
    } else if (mark === "'" && text[end] === "'" && end < to) end++;
    push(at, end);
    at = end;
  }
}

const apostropheWords = new Set(['s', 'm', 're', 've', 'll', 'd', 'em', 'cause', 'til', 'tis', 'twas', 'n']);

/** "'em", "'s", "'90": the apostrophe is part of the word. */
function beginsWithApostrophe(text: string, from: number, end: number): boolean {
  const digits = (at: number) => at < end && isDigit(text.charCodeAt(at));
  if (digits(from + 1) && digits(from + 2) && !digits(from + 3)) return true;
  let to = from + 1;
  while (to < end && to < from + 7 && isLetter(text.charCodeAt(to))) to++;
  return apostropheWords.has(text.slice(from + 1, to).toLowerCase());
}

/** Whether the full stop at the end belongs to the word: an abbreviation, an initial, a dotted acronym. */
function dotBelongs(text: string, from: number, to: number): boolean {
  let start = from;
  // The longest abbreviation is short: no need to look further back.
  for (let at = to - 2; at >= from; at--) {
    if (to - at > 12) return false;
    const code = text.charCodeAt(at);
    if (isHyphen(code) || code === 47 || code === 40 || code === 0x2013 || code === 0x2014) {
      start = at + 1;
      break;
    }
  }
  const word = text.slice(start, to - 1).toLowerCase();
  if (word.length === 1 && isLetter(word.charCodeAt(0))) return text[start] !== word || 'pvc'.includes(word);
  if (abbreviations.has(word)) return true;
  if (word.length === 0 || (to - start) % 2 !== 0) return false;
  for (let at = start; at < to; at += 2)
    if (!isLetter(text.charCodeAt(at)) || text[at + 1] !== '.') return false;
  return true;
}

function isAddress(text: string, start: number, end: number): boolean {
  if (end - start < 5 || !hasMarkOfAddress(text, start, end)) return false;
  const stretch = text.slice(start, Math.min(end, start + 300));
  if (stretch.includes('://') || stretch.toLowerCase().startsWith('www.')) return true;
  const at = stretch.lastIndexOf('@');
  if (at > 0 && stretch.indexOf('.', at) > 0 && at < stretch.length - 3) return true;
  const tail = text.slice(Math.max(start + 2, end - 8), end);
  const dot = tail.lastIndexOf('.', tail.length - 3);
  if (dot < 0 || !isLetter(tail.charCodeAt(dot - 1))) return false;
  let to = dot + 1;
  while (to < tail.length && tail.charCodeAt(to) >= 97 && tail.charCodeAt(to) <= 122) to++;
  return topLevelDomains.has(tail.slice(dot + 1, to));
}

/** A full stop, a colon or an at sign before the last character: most words have none. */
function hasMarkOfAddress(text: string, start: number, end: number): boolean {
  for (let at = start; at < end - 1; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 || code === 58 || code === 64) return true;
  }
  return false;
}

function isSmiley(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 3 || !':;=8'.includes(text[start] as string)) return false;
  return (
    ')(DPpO/\\|'.includes(text[end - 1] as string) &&
    (end - start === 2 || "'-".includes(text[start + 1] as string))
  );
}

function isDashes(text: string, start: number, end: number): boolean {
  return end - start <= 8 && text.slice(start, end) === '-'.repeat(end - start);
}

function beginsLine(text: string, start: number): boolean {
  return start === 0 || text[start - 1] === '\n' || (text[start - 2] === '\n' && text[start - 1] === ' ');
}

/** "1." and "2.3." before a heading or an item. */
function isListNumber(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 6 || text[end - 1] !== '.' || !isDigit(text.charCodeAt(start)))
    return false;
  for (let at = start; at < end - 1; at++)
    if (!isDigit(text.charCodeAt(at)) && text[at] !== '.') return false;
  return true;
}
