import type { MomentDraft } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import { type Resolved, resolveTime } from './resolve-time.ts';
import type { TimeMention } from './time-mention.ts';
import { zoneAt } from './zone-at.ts';

const zones = new WeakMap<Line, { story: Story; zone: string }>();

/** The time zone that counts in a sentence: that of a place in it, else of the article's main place. */
function zoneFor(line: Line, story: Story): string {
  const known = zones.get(line);
  if (known?.story === story) return known.zone;
  const near = line.places.find(
    ({ place }) =>
      place.level !== 'country' && place.countryCode && place.countryCode === story.mainPlace?.countryCode,
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
  const at = placeOf(time, line);
  if (namesAnchor(time, line)) {
    const next = line.times[at + 1];
    return next && next.start - time.end < 90 && isDay(next) ? intervalOf(next, line, story, depth) : null;
  }
  const unit = time.date?.kind === 'anchored' ? time.date.unit : 'day';
  const isAnchor = unit === 'year' || unit === 'month' || unit === 'decade' ? isDated : isDay;
  for (let back = 0; back <= reach; back++) {
    const before = back === 0 ? line : story.document.lines[line.index - back];
    if (!before || before.part !== line.part) return null;
    // What is itself counted from something behind it ("a day after a truce agreed two weeks earlier fell") is no anchor.
    const last = lastOf(
      before.times,
      back === 0 ? at : before.times.length,
      (one) => isAnchor(one) && !namesAnchor(one, before),
    );
    const moment = last ? intervalOf(last, before, story, depth) : null;
    if (moment) return moment;
  }
  return null;
}

/** "in the evening", "at 8 a.m.": of the day that the sentence or the one before it tells of, if it tells of one. */
function dayTold(time: TimeMention, line: Line, story: Story, depth: number): Resolved | null {
  const before = story.document.lines[line.index - 1];
  const sentence = before?.part === line.part ? before : null;
  const at = placeOf(time, line);
  const own = lastOf(line.times, at, isDay) ?? line.times.slice(at + 1, at + 1 + farthest).find(isDay);
  if (own) return intervalOf(own, line, story, depth);
  const told = sentence ? lastOf(sentence.times, sentence.times.length, isDay) : undefined;
  return told && sentence ? intervalOf(told, sentence, story, depth) : null;
}

/** So many expressions of one sentence are looked through; a sentence has fewer. */
const farthest = 40;

/** The last time before a place in a list that will do. */
function lastOf(
  times: readonly TimeMention[],
  before: number,
  fits: (time: TimeMention) => boolean,
): TimeMention | undefined {
  for (let i = before - 1; i >= Math.max(0, before - farthest); i--)
    if (fits(times[i] as TimeMention)) return times[i];
  return undefined;
}

/** Where a time stands among those of its line, which are in order. */
function placeOf(time: TimeMention, { times }: Line): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as TimeMention).start < time.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a time gives a day or month with its year. */
function isWhole({ date, aside, dateline }: TimeMention): boolean {
  return !aside && !dateline && (date?.kind === 'day' || date?.kind === 'month') && date.year !== undefined;
}

/** So many sentences back a year is looked for that the dates after it go on from. */
const yearReach = 8;

/** "In August 2008 …. On 26 August …": the year that a date told before has, with the month it went with. */
function yearTold(time: TimeMention, line: Line, story: Story): { year: number; month: number } | null {
  for (let back = 0; back <= yearReach; back++) {
    const before = back === 0 ? line : story.document.lines[line.index - back];
    if (!before || before.part !== line.part) return null;
    const dated = lastOf(before.times, back === 0 ? placeOf(time, line) : before.times.length, isWhole);
    if (dated && (dated.date?.kind === 'day' || dated.date?.kind === 'month'))
      return { year: dated.date.year ?? 0, month: dated.date.month };
  }
  return null;
}

/** "a day after the truce began": what it is counted from stands behind it. */
export function namesAnchor(time: TimeMention, line: Line): boolean {
  return (
    /(?:after|before)$/iu.test(time.text) &&
    /^\s[\p{L}\p{N}]/u.test(line.source.slice(time.end, time.end + 2))
  );
}

function isDated(time: TimeMention): boolean {
  return (
    isDay(time) || (!time.aside && (time.date?.kind === 'year' || time.date?.kind === 'month') && !time.since)
  );
}

/** Whether a time names a day, or counts one, and not a year, an aside or the report's own date. */
function isDay(time: TimeMention): boolean {
  const kind = time.date?.kind;
  return (
    !time.aside &&
    !time.dateline &&
    kind !== undefined &&
    kind !== 'year' &&
    kind !== 'month' &&
    kind !== 'season' &&
    kind !== 'relative_span'
  );
}
