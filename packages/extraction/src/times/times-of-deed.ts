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

/**
 * The time behind a breach, in its own words or in what says how it was done: "accused them on Tuesday of breaking the
 * truce by setting fire to houses on Sunday night" dates it to Sunday, as "confirmed on Tuesday that they broke it when
 * they shelled a post on Friday" to Friday.
 */
export function timeOfBreach(
  { type, step, clause, line, end }: Candidate,
  times: readonly TimeMention[],
): TimeMention | undefined {
  if (type !== 'ceasefire' || step !== 'violated' || !clause) return undefined;
  return times.find(({ start, since, date, clock, part }) => {
    if (start < end || since || !(date || clock || part)) return false;
    const between = line.clauses.filter(({ verb, index }) => {
      const at = line.tokens[verb.first]?.start ?? 0;
      return index !== clause.index && at >= end && at < start;
    });
    if (between.length === 0 || between.length > 2) return false;
    return between.every(
      ({ verb, marker }) =>
        marker === 'when' ||
        (verb.form === 'gerund' && /^(?:by|with)$/u.test(line.tokens[verb.first - 1]?.lower ?? '')),
    );
  });
}
