/** Advance widths in Inter, in parts of the size of type, somewhat on the safe side. */
function advance(character: string): number {
  if (/[iljtfrI1.,:;'’!|()[\] ]/.test(character)) return 0.34;
  if (/[mwMW@%—…]/.test(character)) return 0.9;
  if (/[A-Z0-9_$&#]/.test(character)) return 0.67;
  return character.charCodeAt(0) < 0x1100 ? 0.58 : 1;
}

/** How wide a line of text is, in pixels, about: pictures are drawn without a browser to ask. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + advance(character), 0) * size;
}

/** A text cut to a width in pixels, with an ellipsis where something is missing. */
export function fitted(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let room = width - widthOf('…', size);
  let end = 0;
  for (const character of text) {
    room -= widthOf(character, size);
    if (room < 0) break;
    end += character.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A text in lines of a width in pixels, the last of `most` cut. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  const words = text.split(' ').filter((word) => word !== '');
  while (words.length > 0 && lines.length < most - 1) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && widthOf(`${line} ${words[0]}`, size) <= width)
      line += ` ${words.shift()}`;
    lines.push(fitted(line, size, width));
  }
  if (words.length > 0) lines.push(fitted(words.join(' '), size, width));
  return lines;
}

/** What the fonts of a picture have letters for: the scripts of Europe, Arabic, and marks. The rest would be empty boxes. */
export function drawable(text: string): string {
  const kept = text
    .replaceAll(
      /[^\u{20}-\u{7e}\u{a0}-\u{24f}\u{370}-\u{3ff}\u{400}-\u{4ff}\u{600}-\u{6ff}\u{750}-\u{77f}\u{1e00}-\u{1eff}\u{2010}-\u{2027}]+/gu,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
  return kept === '' ? '…' : kept;
}
