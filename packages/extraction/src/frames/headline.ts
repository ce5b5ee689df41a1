import type { Line } from '../document.ts';

/** Longer lines are no headlines. */
const longest = 24;

/** A title, or a short line without a full stop: its present tense reports what has happened. */
export function isHeadline({ part, tokens, source, end }: Line): boolean {
  if (part === 'title') return true;
  const last = tokens.at(-1)?.text ?? '';
  return (
    tokens.length <= longest &&
    /^[\p{L}\p{N}]/u.test(last) &&
    /^\s*(?:\n|;|$)/u.test(source.slice(end, end + 4))
  );
}
