import type { TruceNameDraft } from '../candidate.ts';
import type { Line } from '../document.ts';

/** A name that stands in a sentence; hyphens join no words of it. */
export function nameAt(
  words: string,
  line: Line,
  { start, end }: { start: number; end: number },
): TruceNameDraft {
  return { words: words.replaceAll(/[-‑–]/gu, ' '), line, start, end };
}
