import type { Conflict } from '@trucewatch/schema';
import type { Happening } from '@trucewatch/status';
import type { CasualtiesView, CasualtyClaims, CasualtyIncident } from '#lib/casualties/view.ts';
import { asWritten, type Names } from '../names.ts';
import type { Story } from '../stories.ts';
import { type CountSaid, countsSaid, rangesByClaimant, spansOfIncidents } from './casualty-claims.ts';
import { reportsOf } from './conflict-events.ts';
import { eventSummary } from './event-summary.ts';
import { type ConflictHappenings, happeningsOf } from './happenings.ts';
import { conflictPath } from './sentence.ts';
import { storyRange } from './story-range.ts';

/** Incidents of a page. */
const perPage = 20;

interface Counted {
  happening: Happening;
  claims: CasualtyClaims[];
}

interface Known {
  tolls: CasualtyClaims[];
  largest: CasualtyClaims[];
  /** Latest first. */
  incidents: Counted[];
}

const made = new WeakMap<ConflictHappenings, Known>();

/** What is claimed of a conflict's dead, wounded and others; null when the story knows none of that id. `now` is an ISO instant. */
export function casualtiesView(
  story: Story,
  id: string,
  { page, now, names = asWritten }: { page: number; now: string; names?: Names },
): CasualtiesView | null {
  const conflict = story.timeline.conflicts.find((one) => one.id === id);
  if (!conflict) return null;
  const { reports, asKnownAt } = story;
  const { tolls, largest, incidents } = knownOf(conflict, story);
  const pages = Math.max(1, Math.ceil(incidents.length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const path = conflictPath(id);
  return {
    conflict: { name: conflict.name, path, parties: conflict.parties },
    path: `${path}/casualties`,
    asKnownAt,
    lastReport: storyRange(conflict, reportsOf(conflict, reports), asKnownAt ?? now).lastReport,
    tolls,
    largest,
    incidents: incidents
      .slice((shown - 1) * perPage, shown * perPage)
      .flatMap((one) => incidentOf(one, story, names) ?? []),
    allIncidents: incidents.length,
    page: shown,
    pages,
  };
}

function knownOf(conflict: Conflict, story: Story): Known {
  const happenings = happeningsOf(conflict, story);
  let known = made.get(happenings);
  if (!known) {
    const tolls: CountSaid[] = [];
    const incidents: Counted[] = [];
    for (const happening of happenings.all) {
      const counts = countsSaid(happenings.toldOf(happening), happenings, conflict);
      const isToll = (one: CountSaid) => one.isToll || happening.kind === 'toll';
      tolls.push(...counts.filter(isToll));
      const claims = rangesByClaimant(
        counts.filter((one) => !isToll(one)),
        conflict.parties,
      );
      if (claims.length > 0) incidents.push({ happening, claims });
    }
    known = {
      tolls: rangesByClaimant(tolls, conflict.parties),
      largest: spansOfIncidents(incidents.map(({ claims }) => claims)),
      incidents: incidents.toReversed(),
    };
    made.set(happenings, known);
  }
  return known;
}

function incidentOf(
  { happening, claims }: Counted,
  { reports }: Story,
  names: Names,
): CasualtyIncident | null {
  const [ref] = happening.events;
  const report = ref && reports.get(ref.articleId);
  const event = report?.events.find(({ id }) => id === ref?.eventId);
  if (!report || !event) return null;
  const { title, occasion, sentence } = eventSummary(report, event, { names });
  return { id: happening.id, title, occasion, href: sentence.href, claims };
}
