/** Line breaks of every kind: CRLF, CR, NEL, and the Unicode line and paragraph separators. */
const lineBreaks = /\r\n|[\r\u0085\u2028\u2029]/g;
/** Controls other than tab and line feed, byte order marks, zero-width spaces and joins, soft hyphens: nobody reads them. */
const unseen = /[\p{Cc}\uFEFF\u200B\u2060\u00AD]/gu;

/**
 * The text as a reader sees it: one kind of line break, no characters without a face, no spaces at the ends of
 * lines, no more than one empty line between paragraphs. Words, case and quotation marks stay as they are; half
 * characters (lone surrogates) become U+FFFD, because neither PostgreSQL nor UTF-8 can hold them.
 */
export function cleanText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(lineBreaks, '\n')
    .replace(unseen, (character) => (character === '\n' || character === '\t' ? character : ''))
    .split('\n')
    .map((line) => line.trimEnd());
  const kept = lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
  return kept.join('\n').trim();
}

/** A field of one line: as the text, with every run of whitespace made one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
