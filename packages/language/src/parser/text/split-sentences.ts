import { isLetter, isLower, isUpper } from './characters.ts';
import { finalAbbreviations, sentenceStarters, unfinished } from './special-words.ts';
import type { TokenSpans } from './tokenise.ts';

const closers = new Set(['"', "'", '”', '’', ')', ']', '»', "''", '}', '›']);
/** More closing marks in a row are no end of a sentence. */
const mostClosers = 6;
const dashes = new Set(['-', '–', '—', '--']);

/** For each sentence the number of its first token; the last entry is the number of all tokens. */
export function splitSentences(text: string, tokens: TokenSpans): Int32Array {
  const { count } = tokens;
  const firsts = count > 0 ? [0] : [];
  const form = (i: number, most = 16) => {
    const start = tokens.start[i] as number;
    return text.slice(start, Math.min(tokens.end[i] as number, start + most));
  };
  let openBrackets = 0;
  let lineStart = 0;
  for (let i = 0; i + 1 < count; i++) {
    const token = form(i);
    const end = tokens.end[i] as number;
    const next = tokens.start[i + 1] as number;
    if (token === '(' || token === '[') openBrackets++;
    else if ((token === ')' || token === ']') && openBrackets > 0) openBrackets--;

    const breaks = lineBreaks(text, end, next);
    let cuts = false;
    if (breaks > 0) {
      const goesOn =
        isLower(text.charCodeAt(next)) ||
        token === ',' ||
        (end - lineStart > 30 && unfinished.has(token.toLowerCase()));
      cuts = breaks > 1 || !goesOn;
      lineStart = next;
      openBrackets = 0;
    }
    if (!cuts) cuts = endsSentence(i) && !isCitation(text, next);
    cuts ||=
      token === ']' &&
      i >= 3 &&
      isCitation(text, tokens.start[i - 2] as number) &&
      isTerminal(form(i - 3)) &&
      isUpper(text.charCodeAt(next));
    if (cuts) {
      firsts.push(i + 1);
      openBrackets = 0;
    }
  }
  firsts.push(count);
  return Int32Array.from(firsts);

  /** Whether a full stop or its like, perhaps with a quotation mark after it, ends a sentence at token `i`. */
  function endsSentence(i: number): boolean {
    let mark = i;
    const first = firsts.at(-1) as number;
    while (
      mark > Math.max(first, i - mostClosers) &&
      closers.has(form(mark)) &&
      tokens.end[mark - 1] === tokens.start[mark]
    )
      mark--;
    const terminal = form(mark);
    const next = tokens.start[i + 1] as number;
    const nextForm = form(i + 1);
    const nextCode = text.charCodeAt(next);
    const isGlued = next === tokens.end[i];
    if (openBrackets > 0) return false;
    if (isTerminal(terminal)) {
      if ((isGlued && closers.has(nextForm)) || isTerminal(nextForm)) return false;
      if (mark === i && isGlued && !isUpper(nextCode)) return false;
      if (isLower(nextCode) || nextForm === ',' || nextForm === ';' || nextForm === ')') return false;
      if (dashes.has(nextForm))
        return mark === i && isUpper(text.charCodeAt(tokens.start[Math.min(i + 2, count - 1)] as number));
      return true;
    }
    const isAbbreviation = mark === i && terminal.length > 1 && terminal.endsWith('.');
    return (
      isAbbreviation &&
      finalAbbreviations.has(terminal.toLowerCase()) &&
      isUpper(nextCode) &&
      sentenceStarters.has(nextForm.toLowerCase())
    );
  }
}

function isTerminal(form: string): boolean {
  if (form.length === 0 || isLetter(form.charCodeAt(0))) return false;
  for (const char of form) if (char !== '.' && char !== '!' && char !== '?' && char !== '…') return false;
  return true;
}

/** Line breaks between two tokens; a paragraph separator counts as two. */
function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x2028 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
    else if (code === 0x2029 || code === 0x85) breaks += 2;
  }
  return breaks;
}

/** "[12]" after a sentence belongs to it. */
function isCitation(text: string, at: number): boolean {
  if (text[at] !== '[') return false;
  let end = at + 1;
  while (end < at + 5 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end > at + 1 && text[end] === ']';
}
