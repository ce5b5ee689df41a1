import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { dayMs } from '../times/calendar.ts';
import { namesAnchor, toMoment } from '../times/moment-of-time.ts';
import { moveBy } from '../times/resolve-time.ts';
import type { TimeMention } from '../times/time-mention.ts';
import { qualifiesTruce, timesFor } from '../times/times-of-candidate.ts';
import { timesOfDeed } from '../times/times-of-deed.ts';
import { timesOfSpeech } from '../times/times-of-speech.ts';
import type { Refiner } from './refiner.ts';

/** Says when each happening took place, and when a truce starts and ends, from the times of its sentence. */
export const findWhen: Refiner = {
  name: 'find-when',
  refine: (candidates, story) => {
    const byLine = Map.groupBy(candidates, ({ line }) => line);
    for (const candidate of candidates) {
      if (candidate.line.times.length === 0) continue;
      const spoken = timesOfSpeech(candidate, story);
      for (const time of timesOfDeed(candidate, byLine.get(candidate.line) ?? [])) spoken.add(time);
      for (const time of timesFor(candidate, spoken)) place(time, candidate, story);
      if (!candidate.when) countBack(candidate, story);
    }
    return candidates;
  },
};

/** "agreed on Saturday, one week after the last truce fell apart": counted back, that was a week before Saturday. */
function countBack(candidate: Candidate, story: Story): void {
  const { line } = candidate;
  if (qualifiesTruce(candidate)) return;
  const at = line.times.findLast((time) => time.end <= candidate.start && namesAnchor(time, line));
  if (at?.date?.kind !== 'anchored' || candidate.start - at.end > 60 || at.date.amount === null) return;
  if (
    line.clauses.some(
      (clause) => clause !== candidate.clause && isBetween(clause, at.end, candidate.start, line),
    )
  )
    return;
  const main = line.times.find(
    (time) => time.end <= at.start && time.date && time.date.kind !== 'anchored' && !time.aside,
  );
  const moment = main && toMoment(main, line, story, 'find-when');
  if (!moment) return;
  const { amount, unit, direction } = at.date;
  const moved = moveBy(moment, amount, unit, direction > 0 ? -1 : 1);
  if (moved) candidate.when = { ...moved, line, start: at.start, end: at.end, rule: 'counted-back' };
}

function isBetween(clause: Line['clauses'][number], from: number, to: number, line: Line): boolean {
  const verb = line.tokens[clause.verb.first]?.start ?? 0;
  return clause.verb.form === 'finite' && verb > from && verb < to;
}

const starts = /\b(?:start\w*|begin\w*|effect|force|effective|from|as of)\b/iu;

/** "a truce to begin on 10 October": the start stands right before its time. */
const startsRight =
  /\b(?:to (?:begin|start|take effect|come into (?:force|effect)|enter into force)|beginning|starting|effective|with effect)\b[^,.;]{0,16}$/iu;
const ends = /\b(?:until|till|through|ends?|expires?|lasts?)\b[^.]{0,20}$/iu;

/** "from December 24 to January 2": the second is the end. */
function closesSpan(time: TimeMention, { source, times, start }: Line): boolean {
  const from = times[times.indexOf(time) - 1];
  if (!from || !/^,? (?:to|through|-|–) $/u.test(source.slice(from.end, time.start))) return false;
  return /\bfrom (?:the )?$/iu.test(source.slice(Math.max(start, from.start - 10), from.start));
}

function place(time: TimeMention, candidate: Candidate, story: Story): void {
  // "since 25 August, when militants raided the posts": the raid was on that day.
  const opensClause =
    time.since &&
    candidate.start > time.end &&
    /^,? when\b/u.test(candidate.line.source.slice(time.end, time.end + 7));
  const moment = toMoment(
    opensClause ? { ...time, since: false } : time,
    candidate.line,
    story,
    'time-in-clause',
  );
  if (!moment) return;
  if (candidate.type !== 'ceasefire') {
    candidate.when ??= moment;
    return;
  }
  const before = candidate.line.source.slice(Math.max(candidate.line.start, time.start - 60), time.start);
  if (
    time.date?.kind === 'range' &&
    /\b(?:from|between|of) $/iu.test(before) &&
    candidate.step !== 'violated'
  ) {
    const ends = {
      ...moment,
      earliest: Math.max(moment.earliest, moment.latest - dayMs + 1),
      level: 'day' as const,
    };
    candidate.effectiveAt ??= {
      ...moment,
      latest: Math.min(moment.latest, moment.earliest + dayMs - 1),
      level: 'day',
    };
    candidate.until ??= ends;
    return;
  }
  if (
    (ends.test(before) || closesSpan(time, candidate.line)) &&
    candidate.step !== 'expired' &&
    candidate.step !== 'collapsed' &&
    candidate.step !== 'terminated'
  ) {
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
    (time.clock !== undefined || time.ahead || /\bfrom $/iu.test(before) || startsRight.test(before)) &&
    starts.test(`${before}${time.text}`) &&
    (candidate.step === 'agreed' || candidate.step === 'declared' || candidate.step === 'extended');
  if (starting) candidate.effectiveAt ??= moment;
  else candidate.when ??= moment;
}
