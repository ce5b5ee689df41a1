/** Words of an article, by UTF-16 offsets into its title or text. */
export interface Chosen {
  part: 'title' | 'text';
  start: number;
  end: number;
  words: string;
}

/** The words that a browser's selection covers, where it lies within one part of the article; null for nothing. */
export function chosenIn(root: HTMLElement, selection: Selection | null): Chosen | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [from, to] = [
    place(root, range.startContainer, range.startOffset),
    place(root, range.endContainer, range.endOffset),
  ];
  if (!from || !to || from.part !== to.part || from.at >= to.at) return null;
  return { part: from.part, start: from.at, end: to.at, words: '' };
}

/** Without the space around them, with the words themselves; null when there is nothing but space. */
export function trimmed(chosen: Omit<Chosen, 'words'>, source: string): Chosen | null {
  const words = source.slice(chosen.start, chosen.end);
  const start = chosen.start + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return end > start ? { part: chosen.part, start, end, words: source.slice(start, end) } : null;
}

/** Where a point of the page lies in the article: its pieces say where they start. */
function place(root: HTMLElement, node: Node, offset: number): { part: Chosen['part']; at: number } | null {
  const isText = node.nodeType === Node.TEXT_NODE;
  const inside = isText ? node.parentElement : (node.childNodes[offset] ?? node.lastChild ?? node);
  const element = inside instanceof HTMLElement ? inside : inside?.parentElement;
  const piece =
    element?.closest<HTMLElement>('[data-start]') ?? element?.querySelector<HTMLElement>('[data-start]');
  const part = piece?.closest<HTMLElement>('[data-part]')?.dataset.part;
  if (!piece || !root.contains(piece) || (part !== 'title' && part !== 'text')) return null;
  const start = Number(piece.dataset.start);
  const isPastAll = !isText && offset > 0 && offset >= node.childNodes.length;
  return { part, at: start + (isText ? offset : isPastAll ? (piece.textContent?.length ?? 0) : 0) };
}
