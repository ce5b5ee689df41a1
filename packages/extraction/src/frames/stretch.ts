import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';

/** Offsets from a clause's subject, or else its verb, to where the next finite clause begins. */
export function clauseRange(clause: Clause, line: Line): { start: number; end: number } {
  const subject = clause.subject[0];
  const first = Math.min(
    subject && subject.first < clause.verb.first ? subject.first : clause.verb.first,
    clause.verb.first,
  );
  const next = line.clauses.find(
    (other) =>
      other.index > clause.index &&
      (other.verb.form === 'finite' || (other.verb.form === 'participle' && other.verb.passive)),
  );
  const nextStart = next
    ? Math.min(
        next.verb.first,
        ...next.subject.filter((phrase) => phrase.first > clause.verb.last).map((phrase) => phrase.first),
      )
    : line.tokens.length;
  const from = line.tokens[first]?.start ?? line.start;
  const end = line.tokens[nextStart]?.start ?? line.end;
  return { start: from, end: Math.max(end, from + 1) };
}
