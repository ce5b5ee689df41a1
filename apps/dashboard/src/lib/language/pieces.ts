import type { MessagePart } from '#lib/paraglide/runtime.js';

/** A stretch of a sentence; with a name it is what stands between the markup of that name. */
export interface Piece {
  name: string | null;
  words: string;
}

/** The sentence's stretches in order. Markup inside markup is not used here: it counts as the outer one's words. */
export function pieces(parts: MessagePart[]): Piece[] {
  const made: Piece[] = [];
  let open: Piece | null = null;
  for (const part of parts) {
    if (part.type === 'text') {
      if (open) open.words += part.value;
      else made.push({ name: null, words: part.value });
    } else if (part.type === 'markup-standalone') {
      made.push({ name: part.name, words: '' });
    } else if (part.type === 'markup-start' && !open) {
      open = { name: part.name, words: '' };
      made.push(open);
    } else if (part.type === 'markup-end' && part.name === open?.name) {
      open = null;
    }
  }
  return made;
}
