/** A stretch of text that some events rest on. Offsets are UTF-16 code units. */
export interface Marked {
  start: number;
  end: number;
  eventId: string;
}

/** A piece of text and the events that rest on it, in the order given; none for plain text. */
export interface Segment {
  start: number;
  text: string;
  eventIds: string[];
}

/**
 * Cuts a text at every edge of every mark, so that overlapping marks become neighbours that share events.
 * The pieces joined give the text back. Marks outside the text or empty are ignored. O((n + m) log m).
 */
export function segments(text: string, marks: readonly Marked[]): Segment[] {
  const sound = marks.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const edges = [...new Set([0, text.length, ...sound.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const opening = new Map<number, string[]>();
  const closing = new Map<number, string[]>();
  for (const { start, end, eventId } of sound) {
    opening.set(start, [...(opening.get(start) ?? []), eventId]);
    closing.set(end, [...(closing.get(end) ?? []), eventId]);
  }
  const open = new Map<string, number>();
  const pieces: Segment[] = [];
  for (const [index, start] of edges.slice(0, -1).entries()) {
    for (const id of closing.get(start) ?? []) {
      const left = (open.get(id) ?? 1) - 1;
      if (left === 0) open.delete(id);
      else open.set(id, left);
    }
    for (const id of opening.get(start) ?? []) open.set(id, (open.get(id) ?? 0) + 1);
    pieces.push({ start, text: text.slice(start, edges[index + 1]), eventIds: [...open.keys()] });
  }
  return pieces;
}

/** Splits segments into paragraphs at line breaks; blank lines vanish, offsets stay those of the whole text. */
export function paragraphs(pieces: readonly Segment[]): Segment[][] {
  const found: Segment[][] = [[]];
  for (const piece of pieces) {
    let start = piece.start;
    for (const [index, line] of piece.text.split('\n').entries()) {
      if (index > 0) found.push([]);
      if (line) found.at(-1)?.push({ ...piece, start, text: line });
      start += line.length + 1;
    }
  }
  return found.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''));
}
