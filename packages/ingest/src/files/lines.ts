/** Above this many bytes a line is refused unread. The longest text allowed needs at most 12 MB as escaped JSON. */
const longestLine = 16 * 1024 * 1024;

export type Line =
  | { number: number; text: string }
  | { number: number; refused: 'line_too_long' | 'not_utf8' };

/**
 * Splits bytes into lines, counting from 1. It holds one line at a time, however long the input is.
 * LF alone ends a line (a CR before it is white space to JSON): Node's readline also cuts at U+2028, which JSON strings may hold.
 * Blank lines are passed over but counted. The last line may lack its ending.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array>,
  limit = longestLine,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;

  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  const finish = (): Line | null => {
    number += 1;
    const line = size > limit ? { number, refused: 'line_too_long' as const } : decoded(number);
    parts = [];
    size = 0;
    return line;
  };
  const decoded = (at: number): Line | null => {
    try {
      const [only] = parts;
      const text = decoder.decode(parts.length === 1 ? only : Buffer.concat(parts, size));
      return text.trim() === '' ? null : { number: at, text };
    } catch {
      return { number: at, refused: 'not_utf8' };
    }
  };

  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      const line = finish();
      if (line) yield line;
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  const last = size > 0 ? finish() : null;
  if (last) yield last;
}
