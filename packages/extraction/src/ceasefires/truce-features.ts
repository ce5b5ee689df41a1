import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import { toMoment } from '../times/moment-of-time.ts';
import { brokerReach } from './broker-reach.ts';

/** What a text says of a truce so that it can be told from others. */
export interface TruceFeatures {
  /** "the 1994 ceasefire". */
  year: number | null;
  /** Ids of those who brokered it. */
  brokers: string[];
  /** "black sea"; null when nothing tells it from others. */
  name: string | null;
  /** "week-old", "previous", "earlier": not the one that is news. */
  old: boolean;
  /** "new", "latest", "second". */
  fresh: boolean;
  /** "three successive ceasefires": several, none in particular. */
  several: boolean;
  /** "the truce of November 11": its date is part of what it is called. */
  called: boolean;
  /** The interval in which it was agreed or began, as epoch milliseconds. */
  agreed: { earliest: number; latest: number } | null;
}

const oldWords = /\b(?:\w+-old|previous|earlier|first|initial|original|last week's|former|prior)\b/iu;
const freshWords = /\b(?:new|newly|latest|second|third|fresh|renewed|this)\b/iu;
const severalWords =
  /\b(?:(?:two|three|four|several|successive|repeated|previous|past|all) (?:\w+ ){0,3}(?:cease-? ?fires|truces|deals|agreements)|cease-? ?fires|truces)\b/iu;

/** Reads the features of the truce that a candidate is about, from the words of the mention and what stands beside it. */
export function featuresOf(candidate: Candidate, story: Story): TruceFeatures {
  const { line } = candidate;
  const published = story.document.publishedAt?.latest ?? null;
  const words = line.source.slice(candidate.start, candidate.end);
  const around = line.source.slice(
    Math.max(line.start, candidate.start - 6),
    Math.min(line.end, candidate.end + 24),
  );
  const year = /\b(19\d\d|20\d\d)\b/u.exec(words)?.[1];
  const dated = candidate.when ?? candidate.effectiveAt;
  const weekAgo = candidate.rule.includes('split-plural') && /\bago\b/u.test(words);
  const brokers = line.actors
    .filter(
      (actor) =>
        actor.qualifies === 'broker' &&
        actor.start >= candidate.start - 24 &&
        actor.end <= candidate.end + 12,
    )
    .map((actor) => actor.id);
  const by =
    /\b(?:brokered|mediated|negotiated|sponsored|facilitated|arranged)\b(?: \w+)? by (?:the )?/iu.exec(
      line.source.slice(candidate.start, brokerReach(candidate).end),
    );
  if (by) {
    const at = candidate.start + by.index + by[0].length;
    for (const actor of line.actors)
      if (actor.start >= at - 1 && actor.start <= at + 40 && !brokers.includes(actor.id))
        brokers.push(actor.id);
  }
  for (const actor of candidate.mediators)
    if (actor.id && !brokers.includes(actor.id)) brokers.push(actor.id);
  const length = dated ? dated.latest - dated.earliest : Number.POSITIVE_INFINITY;
  const name = ownDate(candidate, story);
  // "It is to take effect on Sunday" tells no other truce than the one agreed days before.
  const isToCome =
    candidate.when === null && dated !== null && published !== null && dated.earliest > published;
  const tellsDate =
    !isToCome &&
    (candidate.step === 'agreed' || candidate.step === 'declared' || candidate.step === 'took_effect');
  return {
    year: year
      ? Number(year)
      : dated && (dated.level === 'year' || candidate.reality === 'historical')
        ? new Date(dated.earliest).getUTCFullYear()
        : null,
    brokers,
    name: candidate.truceName?.words ?? null,
    old: oldWords.test(withoutDistances(candidate)) || weekAgo,
    fresh: freshWords.test(words) && !weekAgo,
    several: severalWords.test(around) && /s\b/u.test(words),
    called: name !== null,
    agreed:
      name ??
      (tellsDate && dated && length < 9 * 86_400_000
        ? { earliest: dated.earliest, latest: dated.latest }
        : null),
  };
}

/** The words without "two weeks earlier", which dates a truce and does not set it behind another. */
function withoutDistances({ line, start, end }: Candidate): string {
  let words = line.source.slice(start, end);
  for (const time of line.times)
    if (time.date?.kind === 'anchored' && time.start >= start && time.end <= end)
      words = words.replace(time.text, '');
  return words;
}

const calledBy =
  /\b(?:truce|cease-?fire|agreement|deal|pact|accord|armistice|cessation of hostilities) (?:of|from)(?: the)? $/iu;

/** The day in "the truce of November 11", whatever is told of it. */
function ownDate({ line, start, end }: Candidate, story: Story): TruceFeatures['agreed'] {
  const time = line.times.find(
    (one) =>
      one.start > start &&
      one.start <= end + 12 &&
      calledBy.test(line.source.slice(Math.max(line.start, one.start - 40), one.start)),
  );
  const moment = time && toMoment(time, line, story, 'truce-date');
  if (!moment || moment.latest - moment.earliest > 9 * 86_400_000) return null;
  return { earliest: moment.earliest, latest: moment.latest };
}
