import type { Candidate, MomentDraft } from '../candidate.ts';
import { tokenAt } from '../document.ts';
import type { Story } from '../story.ts';
import { toMoment } from '../times/moment-of-time.ts';
import type { TimeMention } from '../times/time-mention.ts';
import { followsObject } from '../times/times-of-deed.ts';
import type { Refiner } from './refiner.ts';

const starting =
  /\b(?:(?:to|will|would|shall|can|may|must|should) (?:begin|start|commence|take (?:effect|hold)|(?:come|go|enter) (?:in|into) (?:force|effect)|be in (?:force|effect)|enter force)|takes effect|starts|begins|(?:comes|goes|enters) into (?:force|effect)|starting|beginning|effective|as of|with effect(?: as)?(?: from| of)?|from)(?: \w+){0,1}(?: (?:on|at|from|of|as of))? $/iu;

/** When an agreed truce is to start, in words beside it; and that the hour at which one took effect is its start. */
export const truceTerms: Refiner = {
  name: 'truce-terms',
  refine: (candidates, story) => {
    const byLine = Map.groupBy(candidates, ({ line }) => line);
    for (const candidate of candidates) {
      if (candidate.type !== 'ceasefire') continue;
      if (candidate.step !== 'agreed' && candidate.step !== 'declared') dropOwnDate(candidate, story);
      if (candidate.step === 'took_effect') startsThen(candidate, story);
      else if (candidate.step === 'agreed' || candidate.step === 'declared' || candidate.step === 'extended')
        readStart(candidate, byLine.get(candidate.line) ?? [], story);
    }
    return candidates;
  },
};

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;

const ofTruce =
  /\b(?:truces?|cease-?fires?|agreements?|deals?|armistice|pacts?|accords?)(?: (?:agreement|deal))?(?: (?:reached|signed|agreed|declared|announced|brokered|concluded))? (?:of|from|on|in) (?:the |\d{1,2} and )?$/iu;

/** "The truce of 10 October collapsed": the date says which truce, not when it collapsed. */
function dropOwnDate(candidate: Candidate, { document }: Story): void {
  const { when, line } = candidate;
  if (when?.line !== line || when.start < candidate.start - 40) return;
  if (followsObject(candidate, when.start)) return;
  if (!ofTruce.test(line.source.slice(Math.max(line.start, when.start - 44), when.start))) return;
  candidate.when = null;
  // "the ceasefire of February 2015, which was broken within days": nothing of now is told.
  const published = document.publishedAt?.latest;
  const isOld = published !== undefined && published - when.latest > yearMs;
  if (isOld && candidate.clause?.link === 'relative' && candidate.reality === 'actual')
    candidate.reality = 'historical';
}

const right = /^,? ?(?:at |on |from )?(?:\p{L}+ )?$/u;

/** How many steps a time may hang below the verb that it dates. */
const deepest = 4;

/** The time that hangs on the verb in the tree, one with an hour before one without: "took effect on Monday at 8 a.m.". */
function timeOfVerb({ clause, line, nominal }: Candidate): TimeMention | undefined {
  if (!clause || nominal) return undefined;
  const own = line.times.filter((time) => {
    if (time.aside || time.dateline || time.since) return false;
    let at = line.tokens[tokenAt(line, time.end - 1)];
    for (let steps = 0; at && steps < deepest; steps++) {
      if (at.head === clause.verb.head) return !at.relation.startsWith('nsubj');
      if (at.upos === 'VERB') return false;
      at = line.tree.headOf(at);
    }
    return false;
  });
  return own.find(({ clock }) => clock !== undefined && clock !== null) ?? own[0];
}

function startsThen(candidate: Candidate, story: Story): void {
  const { line } = candidate;
  const own = timeOfVerb(candidate);
  const isOther = (moment: MomentDraft | null) => moment !== null && moment.start !== own?.start;
  if (own && (isOther(candidate.effectiveAt) || isOther(candidate.when))) {
    const moment = toMoment(own, line, story, 'truce-terms');
    if (moment) {
      candidate.effectiveAt = moment;
      if (candidate.reality === 'actual' || candidate.reality === 'historical') candidate.when = moment;
    }
  }
  if (!candidate.effectiveAt && !candidate.when) {
    const time = line.times.find(
      (one) =>
        one.start >= candidate.end &&
        one.start - candidate.end < 18 &&
        !one.aside &&
        right.test(line.source.slice(candidate.end, one.start)),
    );
    if (time) candidate.effectiveAt = toMoment(time, line, story, 'truce-terms');
  }
  candidate.effectiveAt ??= candidate.when;
  if (candidate.reality === 'actual' || candidate.reality === 'historical')
    candidate.when ??= candidate.effectiveAt;
}

/** "agreed on Thursday to a truce to begin on October 10", "a pause starting at noon". */
function readStart(candidate: Candidate, beside: readonly Candidate[], story: Story): void {
  const { line } = candidate;
  for (const time of line.times) {
    if (
      time.dateline ||
      time.aside ||
      time.since ||
      time.start < candidate.start ||
      time.date?.kind === 'range'
    )
      continue;
    const before = line.source.slice(Math.max(candidate.start, time.start - 44), time.start);
    if (!starting.test(before) || isOfOther(time, candidate, beside)) continue;
    const moment = nearest(time, candidate, story);
    if (!moment) continue;
    if (candidate.when && sameWords(candidate.when, candidate, time)) candidate.when = null;
    if (
      !candidate.effectiveAt ||
      sameWords(candidate.effectiveAt, candidate, time) ||
      (narrower(moment, candidate.effectiveAt) && time.start < candidate.effectiveAt.end + 40)
    )
      candidate.effectiveAt = moment;
  }
}

/** "from 6 p.m. on Wednesday", told on Tuesday, is tomorrow; told on Thursday it was yesterday. */
function nearest(time: TimeMention, { line }: Candidate, story: Story): MomentDraft | null {
  const past = toMoment(time, line, story, 'truce-terms');
  const published = story.document.publishedAt;
  if (!past || !published || time.date?.kind !== 'weekday' || time.date.shift || time.ahead) return past;
  const ahead = toMoment({ ...time, ahead: true }, line, story, 'truce-terms');
  if (!ahead) return past;
  const isNear =
    ahead.earliest - published.latest < 2 * dayMs && published.earliest - past.latest > 3 * dayMs;
  return isNear ? ahead : past;
}

/** Another truce or happening of the sentence stands nearer to the time. */
function isOfOther(time: TimeMention, candidate: Candidate, beside: readonly Candidate[]): boolean {
  return beside.some(
    (other) =>
      other !== candidate &&
      other.start > candidate.end &&
      other.start < time.start &&
      other.step !== 'took_effect' &&
      (other.type !== 'ceasefire' || other.step !== candidate.step),
  );
}

function sameWords(moment: MomentDraft, { line }: Candidate, time: TimeMention): boolean {
  return moment.line === line && moment.start === time.start;
}

function narrower(a: MomentDraft, b: MomentDraft): boolean {
  return a.latest - a.earliest < b.latest - b.earliest;
}
