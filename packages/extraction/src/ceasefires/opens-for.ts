import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import type { TruceMention } from './truce-mentions.ts';

/**
 * Whether a clause tells of the truce with which the sentence opens, though the parser gave it no subject or that of
 * an aside: "That truce, the third so far, was signed and fell apart", "The truce that both agreed in May was holding".
 */
export function opensFor(mention: TruceMention, clause: Clause, line: Line): boolean {
  if (mention.first > 1 || clause.verb.form !== 'finite' || clause.verb.first <= mention.last) return false;
  const noOther = line.clauses.slice(0, clause.index + 1).every((other) => other.subject.length === 0);
  return noOther || followsRelative(mention, clause, line);
}

/** The verb right after a relative clause on the truce, without a noun of its own before it. */
function followsRelative(mention: TruceMention, clause: Clause, line: Line): boolean {
  const [relative] = line.clauses;
  if (!relative || clause.index !== 1) return false;
  if (!/^(?:that|which)$/u.test(line.tokens[mention.last + 1]?.lower ?? '')) return false;
  const own = clause.subject.some((phrase) => phrase.first > relative.verb.last);
  const between = line.tokens.slice(relative.verb.last + 1, clause.verb.first);
  return !own && between.every((token) => !/^(?:[,;:]|and|but|or)$/u.test(token.lower));
}
