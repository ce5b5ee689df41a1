import type { Ceasefire, CeasefireLink, Conflict, EventRef, Moment } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';
import { breachChart } from '#lib/chart/breaches.ts';
import { listWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CeasefireDetail, CeasefireMoment, CeasefireNeighbour } from '#lib/status/ceasefire-detail.ts';
import { hoursWords } from '#lib/time/hours-words.ts';
import { instantWords, momentWords } from '#lib/time/instant.ts';
import { asWritten, type Names } from '../names.ts';
import type { Story } from '../stories.ts';
import { ceasefireName, ceasefireViews } from './ceasefire.ts';
import { eventsOf, reportsOf } from './conflict-events.ts';
import { eventSummary } from './event-summary.ts';
import { ceasefirePath, conflictPath, sentencesOf } from './sentence.ts';
import { storyRange } from './story-range.ts';

type Reports = Map<string, StoredReport>;

const relations: Record<CeasefireLink['type'], { earlier: () => string; later: () => string }> = {
  renews: { earlier: m.ceasefire_renews, later: m.ceasefire_renewed_by },
  extends: { earlier: m.ceasefire_extends, later: m.ceasefire_extended_by },
  supersedes: { earlier: m.ceasefire_supersedes, later: m.ceasefire_superseded_by },
  follows_collapse: { earlier: m.ceasefire_follows, later: m.ceasefire_followed_by },
};
/** Neighbours by order alone. */
const inOrder = { earlier: m.ceasefire_one_before, later: m.ceasefire_next_one };

/** A ceasefire as its page shows it, or null when the story knows none of that id. `now` is an ISO instant. */
export function ceasefireDetail(
  story: Story,
  conflictId: string,
  ceasefireId: string,
  now: string,
  names: Names = asWritten,
): CeasefireDetail | null {
  const conflict = story.timeline.conflicts.find(({ id }) => id === conflictId);
  const ceasefire = conflict?.ceasefires.find(({ id }) => id === ceasefireId);
  if (!conflict || !ceasefire) return null;
  const { reports, asKnownAt } = story;
  const truce = ceasefireViews(conflict, reports, asKnownAt).find(({ id }) => id === ceasefireId);
  if (!truce) return null;
  const later = laterOf(ceasefire, conflict, story);
  const ofTruce = new Set(ceasefire.because.map(keyOf));
  return {
    path: ceasefirePath(conflictId, ceasefireId),
    conflict: { name: conflict.name, path: conflictPath(conflictId) },
    asKnownAt,
    lastReport: storyRange(conflict, reportsOf(conflict, reports), asKnownAt ?? now).lastReport,
    truce,
    moments: momentsOf(ceasefire),
    declarations: declarationsOf(ceasefire, reports),
    mediation: (ceasefire.mediation ?? []).map(({ name, saidBy, because }) => ({
      name,
      isSure: ceasefire.mediators.includes(name),
      saidBy:
        saidBy.length > 0
          ? m.ceasefire_said_by({ names: listWords(saidBy) })
          : m.ceasefire_told_by_articles(),
      sentences: sentencesOf(reports, because),
    })),
    earlier: earlierOf(ceasefire, conflict, story),
    later,
    measures: measuresOf(ceasefire, later.length > 0),
    breaches: breachChart(ceasefire, conflict.coverage),
    reports: eventsOf(conflict, reports)
      .filter(({ report, event }) => ofTruce.has(keyOf({ articleId: report.article.id, eventId: event.id })))
      .map(({ report, event }) => eventSummary(report, event, { conflict, names })),
  };
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}

function momentsOf(ceasefire: Ceasefire): CeasefireMoment[] {
  return [
    moment(m.ceasefire_announced(), ceasefire.announcedAt),
    moment(m.ceasefire_in_effect_from(), ceasefire.effectiveAt),
    moment(m.ceasefire_stated_end(), ceasefire.until ?? null),
    moment(m.ceasefire_ended(), ceasefire.endedAt),
  ];
}

function moment(name: string, at: Moment | null): CeasefireMoment {
  if (!at) return { name, value: null, bounds: null, text: null };
  // A day is the day of its place: the zone shifts its ends.
  const isCoarse = at.earliest !== at.latest && ['day', 'week', 'month', 'year', 'longer'].includes(at.level);
  const value = momentWords(at);
  return {
    name,
    value,
    bounds:
      !isCoarse || value.includes('UTC')
        ? null
        : m.ceasefire_between({ from: instantWords(at.earliest), to: instantWords(at.latest) }),
    text: at.text ?? null,
  };
}

function declarationsOf({ declarations = [] }: Ceasefire, reports: Reports): CeasefireDetail['declarations'] {
  const together = Map.groupBy(declarations, ({ at, because }) => JSON.stringify([at, because]));
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      parties: listWords(group.map(({ party }) => party)),
      when: first.at && momentWords(first.at),
      sentences: sentencesOf(reports, first.because),
    };
  });
}

function earlierOf(ceasefire: Ceasefire, conflict: Conflict, { reports, asKnownAt }: Story) {
  const links = (ceasefire.links ?? []).flatMap((link) => {
    const other = conflict.ceasefires.find(({ id }) => id === link.ceasefireId);
    const sentences = sentencesOf(reports, link.because);
    return other ? [neighbour(relations[link.type].earlier(), other, conflict, asKnownAt, sentences)] : [];
  });
  const before = conflict.ceasefires.find(({ id }) => id === ceasefire.follows);
  if (links.length > 0 || !before) return links;
  return [neighbour(inOrder.earlier(), before, conflict, asKnownAt)];
}

function laterOf(ceasefire: Ceasefire, conflict: Conflict, { reports, asKnownAt }: Story) {
  return conflict.ceasefires.flatMap((other) => {
    const links = (other.links ?? []).filter(({ ceasefireId }) => ceasefireId === ceasefire.id);
    if (links.length === 0) {
      const isNext = other.follows === ceasefire.id && (other.links ?? []).length === 0;
      return isNext ? [neighbour(inOrder.later(), other, conflict, asKnownAt)] : [];
    }
    return links.map(({ type, because }) =>
      neighbour(relations[type].later(), other, conflict, asKnownAt, sentencesOf(reports, because)),
    );
  });
}

function neighbour(
  relation: string,
  other: Ceasefire,
  conflict: Conflict,
  asKnownAt: string | null,
  sentences?: CeasefireNeighbour['sentences'],
): CeasefireNeighbour {
  return {
    relation,
    isLinked: sentences !== undefined,
    name: ceasefireName(other),
    href: ceasefirePath(conflict.id, other.id, asKnownAt),
    sentences: sentences ?? [],
  };
}

function measuresOf({ measures, parties }: Ceasefire, hasLater: boolean): CeasefireDetail['measures'] {
  if (!measures) return [];
  const unknown = m.ceasefire_ends_not_known();
  const first = new Map(measures.effectToFirstViolation.map(({ party, hours }) => [party, hours]));
  const accused = [...new Set([...parties, ...first.keys()])];
  const line = (name: string, hours: typeof measures.effectToEnd | undefined, absent = unknown) => ({
    name,
    value: hours ? hoursWords(hours) : null,
    absent,
  });
  return [
    line(m.ceasefire_announcement_to_effect(), measures.announcementToEffect),
    ...accused.map((party) =>
      line(m.ceasefire_effect_to_breach({ party }), first.get(party), m.ceasefire_no_dated_breach()),
    ),
    line(m.ceasefire_effect_to_collapse(), measures.effectToCollapse, m.ceasefire_no_collapse()),
    line(m.ceasefire_effect_to_end(), measures.effectToEnd),
    line(
      m.ceasefire_end_to_next(),
      measures.endToNext,
      hasLater ? m.ceasefire_dates_not_known() : m.ceasefire_no_later(),
    ),
  ];
}
