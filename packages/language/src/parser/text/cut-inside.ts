import { isApostrophe, isDigit, isHyphen, isLetter, isLower, isUpper } from './characters.ts';
import { fusedWords, hyphenPrefixes, units } from './special-words.ts';
import type { Push } from './tokenise.ts';

/** Marks that are tokens of their own wherever they stand. */
const cutters = new Set('–—…"“”()[];→«»*=+<>×−%');

/** Cuts a stretch without marks at its ends: at hyphens, slashes, dashes and brackets, and where sentences are glued. */
export function cutInside(text: string, start: number, end: number, push: Push): void {
  let from = start;
  /** Ends the word before `at`, and makes the mark up to `to` a token. */
  const cut = (at: number, to: number) => {
    cutWord(text, from, at, push);
    push(at, to);
    from = to;
  };
  let at = start;
  while (at < end) {
    if (isPlain(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const mark = text[at] as string;
    const run = runLength(text, at, end);
    if (isMark(text, from, at, end, mark, run)) {
      cut(at, at + run);
      at += run;
      continue;
    }
    if ('$€£'.includes(mark)) {
      if (at > from && !isLetter(text.charCodeAt(at - 1))) {
        cutWord(text, from, at, push);
        from = at;
      }
      if (isDigit(text.charCodeAt(at + 1))) {
        push(from, at + 1);
        from = at + 1;
      }
    }
    at++;
  }
  cutWord(text, from, end, push);
}

/** A letter or figure of ASCII: never a mark. */
const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** How many equal dots or hyphens, or ! and ?, stand here; 1 for any other mark. */
function runLength(text: string, at: number, end: number): number {
  const mark = text[at] as string;
  const same = mark === '!' || mark === '?' ? '!?' : mark === '.' || mark === '-' ? mark : '';
  let to = at + 1;
  while (to < end && same !== '' && same.includes(text[to] as string)) to++;
  return to - at;
}

function isMark(text: string, from: number, at: number, end: number, mark: string, run: number): boolean {
  const before = at > from ? text.charCodeAt(at - 1) : 0;
  const after = at + run < end ? text.charCodeAt(at + run) : 0;
  const inNumber = isDigit(before) && isDigit(after);
  if (cutters.has(mark) || mark === '!' || mark === '?') return true;
  if (isHyphen(mark.charCodeAt(0)))
    return run > 1 || (at > from && after !== 0 && hyphenCuts(text, from, at, end));
  switch (mark) {
    case '/':
    case ':':
      return !inNumber;
    case ',':
      return !inNumber || !thousandsFollow(text, at, end);
    // AT&T and R&D are names.
    case '&':
      return !(before && after && at - from <= 2 && end - at <= 3);
    case '.':
      return run > 1 || gluesSentences(text, from, at, end);
    default:
      return false;
  }
}

function thousandsFollow(text: string, at: number, end: number): boolean {
  const digit = (offset: number) => at + offset < end && isDigit(text.charCodeAt(at + offset));
  return digit(2) && digit(3) && !digit(4);
}

/** "fell.The": two lower-case letters, a full stop, and a word with a capital. */
function gluesSentences(text: string, from: number, at: number, end: number): boolean {
  if (at - from < 2 || at + 2 >= end) return false;
  const code = (offset: number) => text.charCodeAt(at + offset);
  return isLower(code(-2)) && isLower(code(-1)) && isUpper(code(1)) && isLower(code(2));
}

function hyphenCuts(text: string, from: number, at: number, end: number): boolean {
  if (hyphenPrefixes.has(text.slice(Math.max(from, at - 8), at).toLowerCase())) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (isDigit(before) && isDigit(after)) {
    // A range of numbers is cut; a telephone number or a code, with more hyphens, is not.
    for (let other = from; other < end; other++)
      if (other !== at && isHyphen(text.charCodeAt(other))) return false;
    return true;
  }
  // MiG-29 is one word, post-2015 two.
  return !(isUpper(before) && at - from <= 4 && isDigit(after));
}

const clitics = new Set(['s', 'm', 'd', 're', 've', 'll']);

/** The last cuts: units off numbers, clitics off words, and words that the treebanks cut in two. */
function cutWord(text: string, start: number, end: number, push: Push): void {
  if (end <= start) return;
  if (isDigit(text.charCodeAt(start)) && !isDigit(text.charCodeAt(end - 1))) {
    let at = start;
    while (at < end && (isDigit(text.charCodeAt(at)) || '.,:'.includes(text[at] as string))) at++;
    if (end - at <= 4 && units.has(text.slice(at, end).toLowerCase())) {
      push(start, at);
      push(at, end);
      return;
    }
  }
  for (let at = end - 1; at >= Math.max(start, end - 3); at--) {
    if (!isApostrophe(text.charCodeAt(at))) continue;
    const tail = text.slice(at + 1, end).toLowerCase();
    if (tail === 't' && at > start && text[at - 1]?.toLowerCase() === 'n') {
      push(start, at - 1);
      push(at - 1, end);
      return;
    }
    if (at > start && clitics.has(tail)) {
      cutWord(text, start, at, push);
      push(at, end);
      return;
    }
    break;
  }
  const pieces = mayBeFused(text, start, end)
    ? fusedWords.get(text.slice(start, end).toLowerCase())
    : undefined;
  if (!pieces) {
    push(start, end);
    return;
  }
  let from = start;
  for (const length of pieces) {
    push(from, from + length);
    from += length;
  }
}

/** The letters that fused words begin and end with, in lower case: most other words differ in one of the two. */
const fusedEnds = new Set([...fusedWords.keys()].map((word) => endsOf(word, 0, word.length)));

function mayBeFused(text: string, start: number, end: number): boolean {
  return end - start < 8 && fusedEnds.has(endsOf(text, start, end));
}

function endsOf(text: string, start: number, end: number): number {
  return ((text.charCodeAt(start) | 32) << 16) | (text.charCodeAt(end - 1) | 32);
}
