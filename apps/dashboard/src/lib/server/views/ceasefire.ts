import type { Ceasefire, Conflict, Event, Moment } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';
import type { CeasefireSpan } from '#lib/chart/story.ts';
import { listWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CeasefireView } from '#lib/status/ceasefire-view.ts';
import { kindWords, outcomeWords, purposeWords } from '#lib/status/words.ts';
import { dayOfYearWords, dayWords, momentWords } from '#lib/time/instant.ts';
import { ceasefirePath, sentenceOf, sentencesOf } from './sentence.ts';

type Reports = Map<string, StoredReport>;

/** `Truce of 17 Oct 2020`, by its announcement or else its start; the same in every zone, for it is cited. */
export function ceasefireName(ceasefire: Ceasefire): string {
  const [moment, day] = namedAfter(ceasefire);
  if (!moment) return m.ceasefire_of_unknown_date();
  return m.ceasefire_of({ date: day ? dayWords(day, 'UTC') : momentWords(moment) });
}

/** `17 Oct`, where it is plain that a truce is meant and of which year. */
export function shortCeasefireName(ceasefire: Ceasefire): string {
  const [moment, day] = namedAfter(ceasefire);
  if (!moment) return m.ceasefire_of_unknown_date();
  return day ? dayOfYearWords(day, 'UTC') : momentWords(moment);
}

/** When it was announced or else began, and the middle of that where it is known to about a day. */
function namedAfter({ announcedAt, effectiveAt }: Ceasefire): [Moment | null, string | null] {
  const moment = announcedAt ?? effectiveAt;
  if (!moment) return [null, null];
  const [start, end] = [Date.parse(moment.earliest), Date.parse(moment.latest)];
  return [moment, end - start < 1.5 * 86_400_000 ? new Date((start + end) / 2).toISOString() : null];
}

/**
 * The chain of a conflict's ceasefires, latest first, the first so many of them; their pages are those of the known time.
 * With `sentences` at most so many of each and of each side's breaches.
 */
export function ceasefireViews(
  conflict: Conflict,
  reports: Reports,
  asKnownAt: string | null,
  { most, sentences }: { most?: number | undefined; sentences?: number | undefined } = {},
): CeasefireView[] {
  const names = new Map(conflict.ceasefires.map((ceasefire) => [ceasefire.id, ceasefireName(ceasefire)]));
  return conflict.ceasefires
    .toReversed()
    .slice(0, most)
    .map((ceasefire) => ({
      id: ceasefire.id,
      href: ceasefirePath(conflict.id, ceasefire.id, asKnownAt),
      name: ceasefireName(ceasefire),
      outcome: outcomeWords[ceasefire.outcome](),
      isOpen: ceasefire.outcome === 'pending' || ceasefire.outcome === 'in_effect',
      kind: kindWords[ceasefire.kind](),
      purpose: ceasefire.purpose.map((purpose) => purposeWords[purpose]()),
      parties: ceasefire.parties,
      mediators: ceasefire.mediators,
      announced: ceasefire.announcedAt && momentWords(ceasefire.announcedAt),
      effective: ceasefire.effectiveAt && momentWords(ceasefire.effectiveAt),
      ended: ceasefire.endedAt && momentWords(ceasefire.endedAt),
      follows: ceasefire.follows === null ? null : (names.get(ceasefire.follows) ?? null),
      violations: violations(ceasefire, reports, sentences),
      sentences: sentencesOf(reports, ceasefire.because.slice(0, sentences)),
    }));
}

/** The ceasefires as the chart draws them. Of a moment that is an interval the announcement takes the beginning. */
export function ceasefireSpans(
  conflict: Conflict,
  reports: Reports,
  asKnownAt: string | null,
): CeasefireSpan[] {
  return conflict.ceasefires.map((ceasefire) => ({
    id: ceasefire.id,
    href: ceasefirePath(conflict.id, ceasefire.id, asKnownAt),
    name: shortCeasefireName(ceasefire),
    outcome: outcomeWords[ceasefire.outcome](),
    announced: ceasefire.announcedAt?.earliest ?? null,
    effective: ceasefire.effectiveAt?.earliest ?? null,
    ended: ceasefire.endedAt && { earliest: ceasefire.endedAt.earliest, latest: ceasefire.endedAt.latest },
    sentence: ceasefire.because[0] ? sentenceOf(reports, ceasefire.because[0]) : null,
  }));
}

function violations(
  { because }: Ceasefire,
  reports: Reports,
  most = Number.POSITIVE_INFINITY,
): CeasefireView['violations'] {
  const bySide = new Map<string, CeasefireView['violations'][number]>();
  for (const ref of because) {
    const event = reports.get(ref.articleId)?.events.find(({ id }) => id === ref.eventId);
    const sentence = sentenceOf(reports, ref);
    if (event?.step !== 'violated' || !sentence) continue;
    const side = accused(event);
    const entry = bySide.get(side) ?? { side, reports: 0, sentences: [] };
    entry.reports++;
    if (entry.sentences.length < most) entry.sentences.push(sentence);
    bySide.set(side, entry);
  }
  return [...bySide.values()].sort((a, b) => a.side.localeCompare(b.side));
}

function accused({ actors }: Event): string {
  const doers = actors.filter(({ role }) => role === 'initiator').map(({ name }) => name);
  return doers.length > 0 ? listWords(doers) : m.ceasefire_side_not_named();
}
