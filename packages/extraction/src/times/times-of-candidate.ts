import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import { namesAnchor } from './moment-of-time.ts';
import type { TimeMention } from './time-mention.ts';
import { timeOfBreach } from './times-of-deed.ts';

/** The times of the candidate's own words first, then those of its clause, then the only one of its sentence. */
export function timesFor(candidate: Candidate, spoken: ReadonlySet<TimeMention>): TimeMention[] {
  const { line } = candidate;
  const times = line.times.filter(
    (time) =>
      !time.dateline &&
      !spoken.has(time) &&
      !isAside(candidate, time) &&
      !isNameOfTruce(candidate, time) &&
      !isBound(candidate, time) &&
      !isCountedFrom(candidate, time) &&
      !isOfNextStatement(candidate, time) &&
      !isOfMainVerb(candidate, time) &&
      !isOfRelative(candidate, time),
  );
  if (times.length === 0) return [];
  const breach = timeOfBreach(candidate, times);
  if (breach) return withTwins([breach], line);
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
  const told = times.filter(
    (time) => datesFrom(candidate, time) || tells(candidate, time) || namesStatement(candidate, time),
  );
  if (told.length > 0) return told.slice(0, 1);
  if (candidate.rule === 'truce-mention' || candidate.rule === 'brokered-truce') return [];
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
  const [only, ...others] = times;
  if (!only || others.length > 0 || isOfAnother(candidate, only)) return [];
  return !candidate.nominal || Math.abs(only.start - candidate.start) < 90 ? [only] : [];
}

/** "agreed a truce and that the girls kidnapped in April would be freed": April is of the kidnapping. */
function isOfAnother({ clause, line, end }: Candidate, time: TimeMention): boolean {
  if (time.start < end) return false;
  const near = line.clauses.findLast((other) => (line.tokens[other.verb.first]?.start ?? 0) < time.start);
  return (
    near !== undefined &&
    near !== clause &&
    (near.link === 'relative' || near.link === 'participle' || near.link === 'adverbial')
  );
}

/** "the six-week-old battle" dates that battle and nothing else of the sentence. */
function isAside(candidate: Candidate, time: TimeMention): boolean {
  if (!time.aside) return false;
  const gap = candidate.line.source.slice(time.end, candidate.start);
  const within = candidate.start <= time.start && time.end <= candidate.end;
  return (
    !within && !(candidate.nominal && time.end <= candidate.start && /^\s?(?:[\p{L}-]+\s){0,3}$/u.test(gap))
  );
}

/** "the return to their positions before August 6": a day before which something was is none of the truce's own. */
function isBound({ type, line }: Candidate, time: TimeMention): boolean {
  if (type !== 'ceasefire' || !time.date || time.clock || time.part) return false;
  return /\b(?:before|prior to) (?:the )?$/iu.test(
    line.source.slice(Math.max(line.start, time.start - 14), time.start),
  );
}

/** "A month after the truce was signed, …": the month leads from its signing to something else. */
function isCountedFrom({ clause, start, line }: Candidate, time: TimeMention): boolean {
  if (clause?.link !== 'adverbial' || !/^(?:after|before)$/u.test(clause.marker ?? '')) return false;
  return time.end <= start && start - time.end < 40 && namesAnchor(time, line);
}

const bringing = new Set(
  'restore reinstate reestablish re-establish resume renew revive reaffirm recommit uphold honour honor respect'.split(
    ' ',
  ),
);
const truceNoun =
  /^ (?:[\p{L}-]+ ){0,2}(?:cease-?fires?|truces?|armistice|cessation|agreement|accords?|pact|deal)\b/iu;
const restoration =
  /\b(?:restoration|resumption|reinstatement|renewal|revival|re-?establishment|return) (?:of|to) (?:its|the|their|a) $/iu;

/** "restored the 2003 ceasefire", "a breach of the October truce": the year or month tells which truce, and not when that happened to it. */
function isNameOfTruce({ type, step, nominal, clause, line }: Candidate, time: TimeMention): boolean {
  const { date } = time;
  if (type !== 'ceasefire' || !(time.aside || date?.kind === 'year' || date?.kind === 'month')) return false;
  if (!truceNoun.test(line.source.slice(time.end, time.end + 50).replace(/^['’]s/u, ''))) return false;
  if (restoration.test(line.source.slice(Math.max(line.start, time.start - 40), time.start))) return true;
  if (step !== 'agreed' && step !== 'declared' && step !== 'took_effect') return true;
  if (nominal || !clause) return false;
  return bringing.has(clause.verb.lemma);
}

const happens = 'began|begun|started|erupted|broke out|flared|resumed|took place|occurred|happened';

const relative = new RegExp(`^,?\\s(?:which|that)\\s(?:${happens})\\b[^,;:]{0,30}$`, 'iu');

/** "The fighting, which started on Sunday morning, is …". */
function tells(candidate: Candidate, time: TimeMention): boolean {
  if (!candidate.nominal || time.start <= candidate.end || time.start - candidate.end > 70) return false;
  return relative.test(candidate.line.source.slice(candidate.end, time.start));
}

const papers =
  /^\s(?:(?:trilateral|tripartite|joint|final|so-called|\p{Lu}[\p{L}-]+)\s){0,2}(?:statement|agreements?|declaration|deal|accords?|document|memorandum|protocol)\b/u;

/** "the November 9 statement by the three leaders on the ceasefire": the truce is as old as its paper. */
function namesStatement(candidate: Candidate, time: TimeMention): boolean {
  const { source } = candidate.line;
  if (candidate.type !== 'ceasefire' || candidate.step !== 'agreed' || time.end > candidate.start)
    return false;
  return (
    candidate.start - time.end < 260 &&
    papers.test(source.slice(time.end, time.end + 60)) &&
    /\b(?:on|of|for) (?:a |an |the )?(?:[\p{L}-]+ ){0,2}$/u.test(
      source.slice(candidate.start - 30, candidate.start),
    )
  );
}

/** "The truce that they agreed on Monday was holding": Monday is when it was agreed. */
function isOfRelative(candidate: Candidate, time: TimeMention): boolean {
  const { clause, line } = candidate;
  if (candidate.type !== 'ceasefire' || candidate.step === 'agreed' || !clause) return false;
  const verb = line.tokens[clause.verb.first]?.start ?? 0;
  if (time.start <= candidate.start || time.end > verb) return false;
  return /\b(?:that|which)\b/u.test(line.source.slice(candidate.start, time.start));
}

/** "a truce that they had agreed": the clause says which truce. */
export function qualifiesTruce({ type, clause, line, start }: Candidate): boolean {
  if (type !== 'ceasefire' || clause?.link !== 'relative') return false;
  return start < (line.tokens[clause.verb.first]?.start ?? start);
}

/** "The truce that they had declared expired on Monday": Monday is when it expired. */
function isOfMainVerb(candidate: Candidate, time: TimeMention): boolean {
  const { clause, line, start } = candidate;
  if (!clause || !qualifiesTruce(candidate)) return false;
  // "a day after a truce that they had agreed fell apart" counts from its fall.
  if (time.end <= start && namesAnchor(time, line)) return true;
  return line.clauses.some(
    ({ verb, index }) =>
      index !== clause.index &&
      verb.form === 'finite' &&
      verb.first > clause.verb.last &&
      (line.tokens[verb.first]?.start ?? 0) < time.start,
  );
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
