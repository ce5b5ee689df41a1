import type { MomentDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { type Resolved, resolveTime } from './resolve-time.ts';
import type { TimeMention } from './time-mention.ts';
import { zoneAt } from './zones.ts';

const zones = new WeakMap<Line, { story: Story; zone: string }>();

/** The time zone that counts in a sentence: that of a place in it, else of the article's main place. */
export function zoneFor(line: Line, story: Story): string {
  const known = zones.get(line);
  if (known?.story === story) return known.zone;
  const near = line.places.find(
    ({ place }) => place.level !== 'country' && place.countryCode && place.countryCode === story.mainPlace?.countryCode,
  );
  const zone = near ? zoneAt(near.place.lat, near.place.lon) : story.zone;
  zones.set(line, { story, zone });
  return zone;
}

/** The interval that a time expression of a line means in its article; null when it cannot be known. */
export function toMoment(time: TimeMention, line: Line, story: Story, rule: string): MomentDraft | null {
  const resolved = intervalOf(time, line, story, 0);
  return resolved ? { ...resolved, line, start: time.start, end: time.end, rule } : null;
}

const moments = new WeakMap<TimeMention, { story: Story; moment: Resolved | null }>();
/** "Two days later" is counted back over at most so many others. */
const longestChain = 6;

function intervalOf(time: TimeMention, line: Line, story: Story, depth: number): Resolved | null {
  const known = moments.get(time);
  if (known?.story === story) return known.moment;
  const moment = resolveTime(time, {
    publishedAt: story.document.publishedAt,
    zone: zoneFor(line, story),
    twin: time.twin === undefined ? undefined : line.times[time.twin],
    anchor: () => (depth < longestChain ? anchorOf(time, line, story, depth + 1) : null),
    dayTold: () => (depth < longestChain ? dayTold(time, line, story, depth + 1) : null),
    yearTold: () => yearTold(time, line, story),
  });
  if (depth === 0) moments.set(time, { story, moment });
  return moment;
}

/** So many sentences back a time is looked for that "the same day" may mean. */
const reach = 3;

/** What an anchored expression is counted from: the time after "a day after …", else the last time told before. */
function anchorOf(time: TimeMention, line: Line, story: Story, depth: number): Resolved | null {
  const at = line.times.indexOf(time);
  if (namesAnchor(time, line)) {
    const next = line.times[at + 1];
    return next && next.start - time.end < 90 && isDay(next) ? intervalOf(next, line, story, depth) : null;
  }
  const unit = time.date?.kind === 'anchored' ? time.date.unit : 'day';
  const isAnchor = unit === 'year' || unit === 'month' || unit === 'decade' ? isDated : isDay;
  for (let back = 0; back <= reach; back++) {
    const before = back === 0 ? line : story.document.lines[line.index - back];
    if (!before || before.part !== line.part) return null;
    const times = back === 0 ? line.times.slice(0, at) : before.times;
    const last = times.findLast(isAnchor);
    const moment = last ? intervalOf(last, before, story, depth) : null;
    if (moment) return moment;
  }
  return null;
}

/** "in the evening", "at 8 a.m.": of the day that the sentence or the one before it tells of, if it tells of one. */
function dayTold(time: TimeMention, line: Line, story: Story, depth: number): Resolved | null {
  const before = story.document.lines[line.index - 1];
  const sentence = before?.part === line.part ? before : null;
  const own = line.times.filter((other) => other !== time && isDay(other));
  const last = own.findLast((other) => other.start < time.start) ?? own[0];
  const moment = last ? intervalOf(last, line, story, depth) : null;
  if (moment || own.length > 0 || !sentence) return moment;
  const told = sentence.times.findLast(isDay);
  return told ? intervalOf(told, sentence, story, depth) : null;
}

/** So many sentences back a year is looked for that the dates after it go on from. */
const yearReach = 8;

/** "In August 2008 …. On 26 August …": the year that a date told before has, with the month it went with. */
function yearTold(time: TimeMention, line: Line, story: Story): { year: number; month: number } | null {
  for (let back = 0; back <= yearReach; back++) {
    const before = back === 0 ? line : story.document.lines[line.index - back];
    if (!before || before.part !== line.part) return null;
    const dated = before.times.findLast(({ date, start, aside, dateline }) => (back > 0 || start < time.start) && !aside && !dateline && (date?.kind === 'day' || date?.kind === 'month') && date.year !== undefined);
    if (dated && (dated.date?.kind === 'day' || dated.date?.kind === 'month')) return { year: dated.date.year ?? 0, month: dated.date.month };
  }
  return null;
}

/** "a day after the truce began": what it is counted from stands behind it. */
export function namesAnchor(time: TimeMention, line: Line): boolean {
  return /(?:after|before)$/iu.test(time.text) && /^\s[\p{L}\p{N}]/u.test(line.source.slice(time.end, time.end + 2));
}

function isDated(time: TimeMention): boolean {
  return isDay(time) || (!time.aside && (time.date?.kind === 'year' || time.date?.kind === 'month') && !time.since);
}

/** Whether a time names a day, or counts one, and not a year, an aside or the report's own date. */
function isDay(time: TimeMention): boolean {
  const kind = time.date?.kind;
  return !time.aside && !time.dateline && kind !== undefined && kind !== 'year' && kind !== 'month' && kind !== 'season' && kind !== 'relative_span';
}
