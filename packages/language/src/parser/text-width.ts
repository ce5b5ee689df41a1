const narrow = new Set("iljtfrI.,:;!|'’‘()[] ");
const wide = new Set('mwMW—…%@');

/** About how wide a text stands, in pixels, at a size of type in pixels: nothing here can measure a font. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (narrow.has(char)) width += 0.34;
    else if (wide.has(char)) width += 0.92;
    else if (code >= 0x1100) width += 1.05;
    else if ((code >= 65 && code <= 90) || code > 0x24f) width += 0.7;
    else width += 0.58;
  }
  return width * size;
}
