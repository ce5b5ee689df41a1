import type { Candidate } from '../candidate.ts';
import type { TimeMention } from './time-mention.ts';

/** What stands between a noun and the time of the verb that it is the object of: no "of", no participle. */
const loose =
  /^,?\s(?:(?:on|in|at|by|around|about|during|over|since|before|after|late|early|the|again|already|twice|overnight|just|only)\s){0,3}$/iu;

/** "The truce was broken in Tuz" has its truce first; "broke the truce on Tuesday" has it as the object. */
function isObject(
  { start, step, line, clause, nominal, end }: Candidate,
  mention: { start: number; end: number },
): boolean {
  if (step === undefined || step === 'agreed' || step === 'declared') return false;
  const verb = clause && !nominal ? (line.tokens[clause.verb.head]?.start ?? end) : end;
  return start < mention.start && verb < mention.start && end >= mention.end;
}

/**
 * Times that date the deed and not the truce that is its object: in "accused them of violating the truce on Tuesday"
 * they broke it on Tuesday, and nothing is said of when it was agreed. "The truce of 10 October" has its own.
 */
export function timesOfDeed(candidate: Candidate, beside: readonly Candidate[]): TimeMention[] {
  if (candidate.rule !== 'truce-mention') return [];
  const { line } = candidate;
  if (!beside.some((other) => isObject(other, candidate))) return [];
  return line.times.filter(
    (time) => time.start >= candidate.end && loose.test(line.source.slice(candidate.end, time.start)),
  );
}

/** Whether a time stands right after the truce that ends the words of a deed: "violating the truce on Tuesday". */
export function followsObject(candidate: Candidate, from: number): boolean {
  const { line, end, clause, nominal } = candidate;
  const verb = clause && !nominal ? (line.tokens[clause.verb.head]?.start ?? end) : candidate.start;
  return (
    from >= end &&
    verb < end &&
    loose.test(line.source.slice(end, from)) &&
    isObject(candidate, { start: end - 1, end })
  );
}
