import type { ActorRef } from '../actors/actor-ref.ts';
import type { Candidate, MomentDraft } from '../candidate.ts';
import type { CountMention } from '../counts/find-counts.ts';
import type { Line } from '../document.ts';
import { toMoment } from '../times/moment-of-time.ts';
import type { Proposal } from './proposal.ts';
import type { Range } from './quoted-words.ts';
import { findInLines, type Reading, touching } from './reading.ts';

/** Longer "names" are sentences. */
const longestName = 120;

/** The actor that a model names, if one of the sentences has that name; its identity is our directory's, never the model's. */
export function actorFrom(reading: Reading, lines: readonly Line[], name: string): ActorRef | null {
  const bare = name.trim().replace(/^(?:the|a|an)\s/iu, '');
  if (bare.length > longestName || !/\p{L}/u.test(bare)) return null;
  const found = findInLines(reading, lines, bare);
  if (!found) return null;
  const { line, start, end } = found;
  const known = line.actors.filter(
    (actor) => start <= actor.start && actor.end <= end && !actor.qualifies && !actor.dateline,
  );
  const person = known.find((actor) => actor.kind === 'person');
  const ids = new Set(known.map((actor) => actor.id));
  const id = person?.id ?? (ids.size === 1 ? known[0]?.id : undefined);
  return { ...(id ? { id } : {}), name: line.source.slice(start, end), part: line.part, start, end };
}

/** The interval that the words mean, by our own reader of times: a model does no arithmetic with dates. */
export function momentFrom(reading: Reading, lines: readonly Line[], words: string): MomentDraft | null {
  const found = findInLines(reading, lines, words);
  const [time, ...others] = found ? touching(found.line.times, found) : [];
  if (!found || !time) return null;
  const twin = time.twin === undefined ? undefined : found.line.times[time.twin];
  // "Between Friday and Sunday" as one answer: which of them it means is not said.
  if (others.some((other) => other !== twin)) return null;
  return toMoment(time, found.line, reading.story, 'model: words of time');
}

/** The place that the words name, if our gazetteer knows it. */
export function placeFrom(reading: Reading, lines: readonly Line[], words: string): Candidate['where'] {
  const found = findInLines(reading, lines, words);
  const mention = found ? touching(found.line.places, found).find((place) => !place.qualifies) : undefined;
  return found && mention ? { line: found.line, mention, rule: 'model: words of place' } : null;
}

const hedge =
  /(?:at least|more than|over|up to|as many as|about|around|some|nearly|almost|fewer than|less than)\s*$/iu;

/**
 * The count that the words give. Where our own reader finds a count in them, the model's number has to be the same and
 * the rest is ours; elsewhere the number stays as proposed and the evidence gate reads the words again.
 */
export function countFrom(
  reading: Reading,
  lines: readonly Line[],
  proposed: Proposal['casualties'][number],
): Candidate['casualties'][number] | null {
  const found = findInLines(reading, lines, proposed.words);
  if (!found) return null;
  const { line } = found;
  const known = touching(line.counts, found).find((count) => count.of === proposed.of);
  if (known) {
    const stated = proposed.qualifier === 'more_than' && proposed.low === known.low - 1;
    const same =
      proposed.low === known.low || stated || (known.qualifier === 'up_to' && proposed.high === known.high);
    if (!same) return null;
    const group = known.group === 'unknown' ? proposed.group : known.group;
    return { line, count: { ...known, group, whole: null } };
  }
  // A date or a time of day is no toll, and "four" behind "at least" is not exactly four.
  if (touching(line.times, found).length > 0) return null;
  const before = line.source.slice(Math.max(line.start, found.start - 20), found.start);
  if (
    proposed.qualifier === 'exact' &&
    (hedge.test(before) || /\b(?:at least|more than|up to)\b/iu.test(proposed.words))
  )
    return null;
  return { line, count: bounded(proposed, found) };
}

/** Its bounds as the hedge sets them, whatever the model made of them. */
function bounded(proposed: Proposal['casualties'][number], range: Range): CountMention {
  const { of, group, qualifier, low, high, cumulative } = proposed;
  const open = qualifier === 'at_least' || qualifier === 'more_than' || qualifier === 'vague';
  return {
    start: range.start,
    end: range.end,
    token: 0,
    of,
    group,
    low: qualifier === 'up_to' ? 0 : low,
    high: open ? null : qualifier === 'exact' ? low : high,
    qualifier,
    cumulative,
    whole: null,
  };
}
