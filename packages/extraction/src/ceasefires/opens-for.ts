import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import type { TruceMention } from './truce-mentions.ts';

/**
 * Whether a clause tells of the truce with which the sentence opens, though the parser gave it no subject or that of
 * an aside: "That truce, the third so far, was signed and fell apart", "The truce that both agreed in May was holding".
 */
export function opensFor(mention: TruceMention, clause: Clause, line: Line): boolean {
  if (clause.verb.form !== 'finite' || clause.verb.first <= mention.last) return false;
  if (mention.first > 1) return followsRelative(mention, clause, line);
  const noOther = line.clauses.slice(0, clause.index + 1).every((other) => other.subject.length === 0);
  return noOther || followsRelative(mention, clause, line);
}

/** The verb right after a relative clause on the truce, without a noun of its own before it: "a truce that they had agreed in May fell apart". */
function followsRelative(mention: TruceMention, clause: Clause, line: Line): boolean {
  if (!/^(?:that|which)$/u.test(line.tokens[mention.last + 1]?.lower ?? '')) return false;
  const relative = line.clauses[clause.index - 1];
  if (!relative || relative.verb.first <= mention.last) return false;
  const isFirst = line.clauses.every(
    ({ verb, index }) => verb.first <= mention.last || index >= relative.index,
  );
  if (!isFirst) return false;
  // In "declared for the floods expired" the floods belong to the preposition.
  const own = clause.subject.some(
    (phrase) => phrase.first > relative.verb.last && line.tokens[phrase.first - 1]?.upos !== 'ADP',
  );
  const between = line.tokens.slice(relative.verb.last + 1, clause.verb.first);
  return !own && between.every((token) => !/^(?:[,;:]|and|but|or)$/u.test(token.lower));
}
