import type { Candidate, MomentDraft } from '../candidate.ts';
import type { Story } from '../story.ts';
import { dayMs, utcDay } from '../times/calendar.ts';
import { toMoment } from '../times/moment-of-time.ts';
import type { TimeMention } from '../times/time-mention.ts';
import { timesOfSpeech } from '../times/times-of-speech.ts';
import type { Refiner } from './refiner.ts';

/**
 * Dates what the text leaves undated by what it dates around it: the day on which it was said ("said on Friday that it
 * had agreed"), the day that opens the sentence, and the day that the sentences before go on about. Agencies name the
 * day once and go on (Bell 1991, "The language of news media": one time expression a story, near its top).
 */
export const dateByReport: Refiner = {
  name: 'date-by-report',
  refine: (candidates, story) => {
    for (const candidate of candidates)
      if (!candidate.when && isNews(candidate))
        candidate.when = saidOn(candidate, story) ?? opening(candidate, story);
    carryOn(candidates, story);
    for (const candidate of candidates)
      if (!candidate.when && isNews(candidate)) candidate.when = reportedNow(candidate, story);
    return candidates;
  },
};

/** Truces that are only named, wars as a whole, and what is not told as having happened have no day by the report. */
function isNews({
  type,
  step,
  reality,
  rule,
  nominal,
  casualties,
  effectiveAt,
  clause,
  line,
  start,
}: Candidate): boolean {
  if (reality !== 'actual' && reality !== 'negated') return false;
  if (nominal && (step === 'agreed' || type === 'clash' || type === 'agreement')) return false;
  // "The ceasefire signed in Geneva is holding, the mission said on Monday": it was signed some other day.
  const verb = clause ? (line.tokens[clause.verb.first]?.start ?? start) : start;
  const isModifier = start < verb && (clause?.verb.form === 'participle' || clause?.link === 'relative');
  // "A month after the truce was signed, the killings have dropped, monitors said on Tuesday."
  const isBefore =
    clause?.link === 'adverbial' && /^(?:after|since|before|until)$/u.test(clause.marker ?? '');
  if ((isModifier || isBefore) && (step === 'agreed' || step === 'declared')) return false;
  if (rule === 'truce-mention' || (step === 'took_effect' && effectiveAt)) return false;
  const pluperfect = clause?.verb.perfect === true && clause.verb.tense === 'past' && type !== 'ceasefire';
  return !pluperfect && casualties.every(({ count }) => !count.cumulative);
}

const oldNews =
  /\b(?:since|for (?:the past|more than|over|\w+ (?:weeks|months|years|decades))|repeatedly|continu\w+|ongoing|frequently|decades|years|often|previous\w*|in the past|earlier|historic\w*|last (?:year|month|week))\b/iu;

/** "The army said on Friday that it had agreed": what is news on Friday is of Friday, as far as the text tells. */
function saidOn(candidate: Candidate, story: Story): MomentDraft | null {
  const { line } = candidate;
  if (line.times.length === 0) return null;
  for (const time of timesOfSpeech(candidate, story)) {
    const moment = dayOf(time, candidate, story, 'day-of-saying');
    if (moment) return moment;
  }
  return null;
}

/** "On Sunday, the ministry insisted that …": the day at the head of the sentence, when it is its only one. */
function opening(candidate: Candidate, story: Story): MomentDraft | null {
  const { line } = candidate;
  const times = line.times.filter((time) => !time.aside && !time.dateline && time.date?.kind !== 'year');
  const [first, ...others] = times;
  if (!first || first.start - line.start > 14 || others.some((time) => time.end < candidate.start))
    return null;
  return dayOf(first, candidate, story, 'day-of-sentence');
}

/** A moment of about a day; a longer one is no day of news. */
function dayOf(time: TimeMention, { line }: Candidate, story: Story, rule: string): MomentDraft | null {
  if (time.since || time.ahead) return null;
  const moment = toMoment(time, line, story, rule);
  return moment && isRecent(moment, story) ? moment : null;
}

/** So many days before publication news goes on about one day. */
const recentDays = 5;

function isRecent(moment: MomentDraft, { document }: Story): boolean {
  const published = document.publishedAt?.latest;
  return (
    published !== undefined &&
    moment.latest - moment.earliest <= 1.3 * dayMs &&
    published - moment.latest < recentDays * dayMs &&
    moment.earliest <= published
  );
}

/** So many sentences back the day may be named. */
const reach = 2;
const happenings = new Set(['attack', 'clash', 'capture', 'detention', 'protest', 'displacement']);

/** "Shells hit Ganja on Friday. A rocket struck the market.": one day goes on until another is named. */
function carryOn(candidates: readonly Candidate[], story: Story): void {
  let last: Candidate | null = null;
  for (const candidate of candidates) {
    const { line } = candidate;
    if (
      candidate.when &&
      happenings.has(candidate.type) &&
      candidate.reality === 'actual' &&
      isRecent(candidate.when, story)
    ) {
      last = candidate;
      continue;
    }
    if (line.times.some((time) => !time.aside && !time.since)) {
      if (candidate.when) last = null;
      continue;
    }
    if (
      candidate.when ||
      !last?.when ||
      !isNews(candidate) ||
      candidate.nominal ||
      !happenings.has(candidate.type)
    )
      continue;
    const near =
      line.part === last.line.part &&
      line.index - last.line.index <= reach &&
      line.paragraph - last.line.paragraph <= 1;
    if (
      !near ||
      candidate.clause?.verb.tense !== 'past' ||
      oldNews.test(line.source.slice(line.start, line.end))
    )
      continue;
    candidate.when = { ...last.when, basis: 'derived', rule: 'day-told-before' };
  }
}

/** What news tells in the present or the perfect is of the day of the report or the one before. */
const told = new Set([
  'called_for',
  'declared',
  'rejected',
  'proposed',
  'violated',
  'observed',
  'collapsed',
  'agreed',
  'terminated',
  'suspended',
]);

/** "has called for a truce", "police have arrested": what the first sentences tell in the perfect, news of the report's own day or the day before. */
function reportedNow(candidate: Candidate, { document }: Story): MomentDraft | null {
  const { line, clause, type, step, start, end } = candidate;
  const { publishedAt } = document;
  if (
    !publishedAt ||
    !clause ||
    candidate.nominal ||
    line.times.some((time) => !time.aside && !time.dateline)
  )
    return null;
  const isHappening =
    type === 'ceasefire'
      ? told.has(step ?? '')
      : happenings.has(type) || type === 'statement' || type === 'agreement' || type === 'talks';
  const { tense, perfect } = clause.verb;
  if (
    !isHappening ||
    tense !== 'present' ||
    (type !== 'ceasefire' && !perfect) ||
    line.paragraph > firstParagraphs
  )
    return null;
  if (oldNews.test(line.source.slice(line.start, line.end))) return null;
  const speaks = tense === 'present' && !perfect;
  const earliest = speaks ? utcDay(publishedAt.earliest) * dayMs : publishedAt.earliest - dayMs;
  return {
    earliest,
    latest: publishedAt.latest,
    level: speaks ? 'day' : 'week',
    basis: 'derived',
    line,
    start,
    end,
    rule: 'perfect-of-news',
  };
}
/** News comes first. */
const firstParagraphs = 3;
