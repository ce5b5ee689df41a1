import type { Candidate, MomentDraft } from '../candidate.ts';
import { attributionsOf } from '../claims/attributions.ts';
import type { Line } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { Story } from '../story.ts';
import { toMoment } from '../times/moment-of-time.ts';
import type { TimeMention } from '../times/time-mention.ts';
import type { Refiner } from './refiner.ts';

export { toMoment };

/** Says when each happening took place, and when a truce starts and ends, from the times of its sentence. */
export const findWhen: Refiner = {
  name: 'find-when',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      const spoken = timesOfSpeech(candidate, story);
      for (const time of timesFor(candidate, spoken)) place(time, candidate, story);
    }
    return candidates;
  },
};

/** Times that date the saying, not what is said: "said on Sunday that". */
function timesOfSpeech(candidate: Candidate, story: Story): Set<TimeMention> {
  const spoken = new Set<TimeMention>();
  for (const attribution of attributionsOf(candidate.line, story)) {
    if (!attribution.clause || attribution.clause === candidate.clause) continue;
    for (const time of candidate.line.times) {
      const gap = time.start - attribution.end;
      const between = candidate.line.source.slice(attribution.end, time.start);
      const follows =
        gap >= 0 &&
        gap < 40 &&
        !/\b(?:that|of|for)\b/u.test(between) &&
        /^[\s,]*(?:\w+\s){0,4}(?:on |late |early )?$/u.test(between) &&
        /^(?:,? that\b|,|\.| the\b| it\b| they\b| \p{Lu}|"|”)/u.test(
          candidate.line.source.slice(time.end, time.end + 6) || '.',
        );
      const opens =
        time.end < attribution.start &&
        /^,\s/u.test(candidate.line.source.slice(time.end, time.end + 2)) &&
        time.start - candidate.line.start < 6 &&
        attribution.start - time.end < 60;
      if (follows || opens) spoken.add(time);
    }
  }
  return spoken;
}

/** The times of the candidate's own words first, then those of its clause, then the only one of its sentence. */
function timesFor(candidate: Candidate, spoken: ReadonlySet<TimeMention>): TimeMention[] {
  const { line } = candidate;
  const times = line.times.filter(
    (time) => !spoken.has(time) && !isOfNextStatement(candidate, time) && !isOfRelative(candidate, time),
  );
  if (times.length === 0) return [];
  const touching = times.filter(
    (time) =>
      time.start < candidate.end + 12 && candidate.start - 30 < time.end && touches(candidate, time, line),
  );
  if (
    touching.length > 0 &&
    (candidate.nominal ||
      (candidate.type === 'ceasefire' && candidate.step === 'agreed') ||
      candidate.rule.includes('split-plural'))
  )
    return withTwins(touching, line);
  if (candidate.rule === 'truce-mention' || candidate.rule === 'brokered-truce')
    return times.filter((time) => datesFrom(candidate, time)).slice(0, 1);
  const range = candidate.clause
    ? clauseRange(candidate.clause, line)
    : { start: candidate.start, end: candidate.end };
  const here = times.filter((time) => time.start >= range.start && time.end <= range.end + 1);
  const interrupted = times.filter((time) => speaksBetween(time.end, range.start, line));
  const fronted = times.filter(
    (time) => time.start - line.start < 14 && !here.includes(time) && isFirstClause(candidate),
  );
  const own = [...fronted, ...here, ...interrupted.filter((time) => !fronted.includes(time))];
  if (own.length > 0)
    return withTwins(
      own.sort((a, b) => distance(candidate, a) - distance(candidate, b)),
      line,
    );
  if (
    candidate.clause &&
    (candidate.clause.verb.form === 'participle' || candidate.clause.marker === 'after')
  )
    return [];
  return times.length === 1 && !candidate.nominal
    ? times
    : times.length === 1 && Math.abs((times[0] as TimeMention).start - candidate.start) < 90
      ? times
      : [];
}

/** "The truce that they agreed on Monday was holding": Monday is when it was agreed. */
function isOfRelative(candidate: Candidate, time: TimeMention): boolean {
  const { clause, line } = candidate;
  if (candidate.type !== 'ceasefire' || candidate.step === 'agreed' || !clause) return false;
  const verb = line.tokens[clause.verb.first]?.start ?? 0;
  if (time.start <= candidate.start || time.end > verb) return false;
  return /\b(?:that|which)\b/u.test(line.source.slice(candidate.start, time.start));
}

/** "From 8:45, a spokesman wrote, the guns were firing": the speaker stands between the time and what it dates. */
function speaksBetween(from: number, to: number, line: Line): boolean {
  if (to <= from || to - from > 90) return false;
  return /^, [^,;:]{3,70} (?:said|says|wrote|writes|added|reported|claimed), $/u.test(
    line.source.slice(from, to),
  );
}

/** "… as soon as the truce began, that from 7 a.m. they fired": a time after the next "that" is of what it opens. */
function isOfNextStatement(candidate: Candidate, time: TimeMention): boolean {
  if (candidate.type !== 'ceasefire' || time.start < candidate.end) return false;
  const between = candidate.line.source.slice(candidate.end, time.start);
  const ofItsStart =
    candidate.step === 'violated' &&
    /^,? (?:that|which)\b[^,;]{0,40}\b(?:begin|began|start|effect|force)/u.test(between);
  return ofItsStart || /[,;] (?:and )?that\b/u.test(between);
}

/** "The earlier truce dates from May 1994". */
function datesFrom(candidate: Candidate, time: TimeMention): boolean {
  const between = candidate.line.source.slice(candidate.end, Math.max(candidate.end, time.start));
  return between.length < 80 && /^[^;:]*\bdat(?:es?|ed|ing)(?: back)? (?:from|to) $/u.test(between);
}

function touches(candidate: Candidate, time: TimeMention, line: Line): boolean {
  const gap =
    time.start >= candidate.end
      ? line.source.slice(candidate.end, time.start)
      : line.source.slice(time.end, candidate.start);
  return time.start >= candidate.start && time.end <= candidate.end
    ? true
    : /^[\s,('’s-]*(?:(?:of|on|in|since|from|late|early|the|last|at|during|that|ended|signed|reached|agreed)\s?){0,3}$/u.test(
        gap,
      );
}

function isFirstClause(candidate: Candidate): boolean {
  return (
    candidate.clause !== null &&
    (candidate.clause.index === 0 ||
      candidate.line.clauses
        .slice(0, candidate.clause.index)
        .every((clause) => clause.verb.form !== 'finite'))
  );
}

function distance(candidate: Candidate, time: TimeMention): number {
  return Math.min(Math.abs(time.start - candidate.end), Math.abs(candidate.start - time.end));
}

function withTwins(times: readonly TimeMention[], line: Line): TimeMention[] {
  const all = [...times];
  for (const time of times) {
    const twin = time.twin === undefined ? undefined : line.times[time.twin];
    if (twin && !all.includes(twin)) all.push(twin);
  }
  return all;
}

const starts = /\b(?:start\w*|begin\w*|effect|force|effective|from|as of)\b/iu;
const ends = /\b(?:until|till|through|ends?|expires?|lasts?)\b[^.]{0,20}$/iu;

function place(time: TimeMention, candidate: Candidate, story: Story): void {
  const moment = toMoment(time, candidate.line, story, 'time-in-clause');
  if (!moment) return;
  if (candidate.type !== 'ceasefire') {
    candidate.when ??= moment;
    return;
  }
  const before = candidate.line.source.slice(Math.max(candidate.line.start, time.start - 60), time.start);
  if (ends.test(before)) {
    candidate.until ??= moment;
    return;
  }
  if (candidate.step === 'took_effect') {
    candidate.effectiveAt ??= moment;
    const published = story.document.publishedAt?.latest;
    if (published !== undefined && moment.earliest > published && candidate.reality === 'actual')
      candidate.reality = 'future';
    if (candidate.reality === 'actual' || candidate.reality === 'historical') candidate.when ??= moment;
    return;
  }
  const starting =
    (time.clock !== undefined || time.ahead || /\bfrom $/iu.test(before)) &&
    starts.test(`${before}${time.text}`) &&
    (candidate.step === 'agreed' || candidate.step === 'declared' || candidate.step === 'extended');
  if (starting) candidate.effectiveAt ??= moment;
  else candidate.when ??= moment;
}
