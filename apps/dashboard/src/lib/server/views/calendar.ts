import { type CalendarEntry, calendarTime, iCalendar } from '@trucewatch/interchange';
import type { Ceasefire, Conflict, Event, Moment } from '@trucewatch/schema';
import type { SourceSentence } from '#lib/status/view.ts';
import type { Story } from '../stories.ts';
import { ceasefireName } from './ceasefire.ts';
import { ceasefirePath, sentenceOf } from './sentence.ts';

/** A ceasefire with what its entries say of it. */
export interface EnteredTruce {
  conflict: { id: string; name: string };
  ceasefire: Ceasefire;
  /** When its latest report came out, ISO; null when none says. */
  lastReport: string | null;
  /** The sentence that gives its start, and the one that gives its stated end. */
  sentences?: { effect: SourceSentence | null; expiry: SourceSentence | null };
}

interface CalendarOf {
  name: string;
  description: string;
  /** Path of the calendar. */
  path: string;
  truces: readonly EnteredTruce[];
  origin: string;
  /** ISO instant. */
  now: string;
}

/** Ceasefires of a conflict that are entered, the latest ones. */
const most = 100;

/** The ceasefires of a conflict as they are entered. */
export function enteredTruces(conflict: Conflict, reports: Story['reports']): EnteredTruce[] {
  return conflict.ceasefires.slice(-most).map((ceasefire) => {
    const told = ceasefire.because.flatMap((ref) => {
      const report = reports.get(ref.articleId);
      const event = report?.events.find(({ id }) => id === ref.eventId);
      return report && event ? [{ ref, event, article: report.article }] : [];
    });
    const known = told.map(({ article }) => Date.parse(article.publishedAt ?? article.receivedAt));
    const telling = (of: (event: Event) => Moment | null) => {
      const ref = (told.find(({ event }) => of(event) !== null) ?? told[0])?.ref;
      return ref ? sentenceOf(reports, ref) : null;
    };
    return {
      conflict,
      ceasefire,
      lastReport: known.length > 0 ? new Date(Math.max(...known)).toISOString() : null,
      sentences: {
        effect: telling(({ effectiveAt }) => effectiveAt),
        expiry: telling(({ until }) => until),
      },
    };
  });
}

/** When ceasefires take effect, are renewed and run out, as an iCalendar object. */
export function truceCalendar({ name, description, path, truces, origin, now }: CalendarOf): string {
  const entries = truces
    .flatMap((truce) => [effect(truce, origin, now), expiry(truce, origin, now)])
    .filter((entry) => entry !== null);
  return iCalendar({ name, description, url: `${origin}${path}`, entries });
}

function effect(truce: EnteredTruce, origin: string, now: string): CalendarEntry | null {
  const { effectiveAt, links = [] } = truce.ceasefire;
  if (!effectiveAt) return null;
  const isRenewal = links.some(({ type }) => type === 'renews' || type === 'extends');
  const category = isRenewal ? 'renewal' : 'effect';
  const words = isRenewal ? 'Renewed truce takes effect' : 'Truce takes effect';
  return entry(truce, { what: 'effect', category, words, moment: effectiveAt }, origin, now);
}

function expiry(truce: EnteredTruce, origin: string, now: string): CalendarEntry | null {
  const { until } = truce.ceasefire;
  if (!until) return null;
  const what = { what: 'expiry', category: 'expiry', words: 'Truce runs out', moment: until } as const;
  return entry(truce, what, origin, now);
}

interface What {
  what: 'effect' | 'expiry';
  category: string;
  words: string;
  moment: Moment;
}

function entry(
  { conflict, ceasefire, lastReport, sentences }: EnteredTruce,
  { what, category, words, moment }: What,
  origin: string,
  now: string,
): CalendarEntry {
  const { endedAt } = ceasefire;
  // Ended before that: it never comes.
  const isOff = endedAt !== null && Date.parse(endedAt.latest) < Date.parse(moment.earliest);
  const isAhead = Date.parse(moment.latest) > Date.parse(now);
  const sentence = sentences?.[what];
  const url = `${origin}${ceasefirePath(conflict.id, ceasefire.id)}`;
  return {
    uid: `${what}.${ceasefire.id}@${new URL(origin).hostname}`,
    when: calendarTime(moment),
    summary: `${words}: ${conflict.name}`,
    description: [
      `${ceasefireName(ceasefire)}, ${ceasefire.parties.join(' and ')}.`,
      ...(isOff ? ['It ended before.'] : []),
      ...(sentence ? [`“${sentence.quote}” ${sentence.source}`] : []),
      url,
    ].join('\n\n'),
    url,
    status: isOff ? 'cancelled' : isAhead ? 'tentative' : 'confirmed',
    stamp: lastReport ?? moment.earliest,
    categories: [category],
  };
}
