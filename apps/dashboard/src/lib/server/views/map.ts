import { radiusKm } from '@trucewatch/interchange';
import type { Place } from '@trucewatch/schema';
import type { EventGroup } from '#lib/events/view.ts';
import type { MapPlace, MapView } from '#lib/map/view.ts';
import { around } from '#lib/map/viewport.ts';
import { type EventFilter, filterSearch } from '../event-filter.ts';
import disputedAreas from '../map/data/disputed.json' with { type: 'json' };
import labels from '../map/data/labels.json' with { type: 'json' };
import { type Frame, frameOf } from '../map/frame.ts';
import type { Names } from '../names.ts';
import type { EventRow } from './event-rows.ts';
import { eventSummary } from './event-summary.ts';

/** Places on a map and in its table: the page stays light, and more than these nobody tells apart. */
const mostPlaces = 150;

/** Frame units that are seen at the least at first: one place alone still has its surroundings. */
const leastSeen = 120;

interface Around {
  conflictId: string;
  path: string;
  asKnownAt: string | null;
  filter: EventFilter;
  names: Names;
}

interface Spot {
  key: string;
  /** As the latest event has it. */
  where: Place & { lat: number; lon: number };
  rows: EventRow[];
}

/** The map of the events that a filter leaves: what is told to have happened or to be coming, by place. */
export function mapView(
  rows: readonly EventRow[],
  { conflictId, path, asKnownAt, filter, names }: Around,
): MapView {
  const frame = frameOf(conflictId);
  const told = rows.filter(({ event: { reality } }) => reality === 'actual' || reality === 'future');
  const spots = spotsOf(told);
  const isIn = ({ where: { lat, lon } }: Spot) => {
    const [west, south, east, north] = frame.bounds;
    return lon >= west && lon <= east && lat >= south && lat <= north;
  };
  const link = (place: string) => `${path}${filterSearch({ ...filter, place, page: 1 }, asKnownAt)}#events`;
  const inFrame = spots.filter(isIn);
  const shown = inFrame.slice(0, mostPlaces);
  const beyond = spots.filter((spot) => !isIn(spot));
  const places = shown.map((spot) => placeOf(spot, frame, link(spot.key), names));
  const view = around(
    places.filter(({ isCountry }) => !isCountry),
    leastSeen,
  );
  const middle = (frame.bounds[1] + frame.bounds[3]) / 2;
  const { countries, disputed } = labels[frame.id as keyof typeof labels];
  return {
    ground: `/map/${frame.id}.svg`,
    view,
    kmPerUnit: frame.kmPerUnit(middle),
    places,
    countries: countries.map(({ id, name, x, y }) => ({ id, name, x, y })),
    disputed: disputed.flatMap((area) => {
      const known = disputedAreas.find(({ id }) => id === area.id);
      return known ? [{ ...area, name: names(known.place, known.name), says: known.says }] : [];
    }),
    beyond: beyond.slice(0, mostPlaces).map((spot) => ({
      name: names(spot.where.id, spot.where.name),
      count: spot.rows.length,
      href: link(spot.key),
    })),
    counts: {
      all: rows.length,
      shown: eventsIn(shown),
      beyond: eventsIn(beyond),
      unplaced: told.length - eventsIn(spots),
      unsure: rows.length - told.length,
      left: eventsIn(inFrame) - eventsIn(shown),
    },
  };
}

function eventsIn(spots: readonly Spot[]): number {
  return spots.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The places that have coordinates, those with the most events first. */
function spotsOf(rows: readonly EventRow[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const row of rows) {
    const { where } = row.event;
    if (!row.place || where?.lat === undefined || where.lon === undefined) continue;
    const located = { ...where, lat: where.lat, lon: where.lon };
    const spot = spots.get(row.place);
    if (spot) {
      spot.where = located;
      spot.rows.push(row);
    } else spots.set(row.place, { key: row.place, where: located, rows: [row] });
  }
  return [...spots.values()].sort((a, b) => b.rows.length - a.rows.length);
}

function placeOf({ key, where, rows }: Spot, frame: Frame, href: string, names: Names): MapPlace {
  const [x, y] = frame.at(where.lon, where.lat);
  const km = radiusKm[where.level];
  const last = rows.at(-1) as EventRow;
  const { title, occasion, sentence } = eventSummary(last.report, last.event, { names });
  return {
    key,
    name: names(where.id, where.name),
    x: rounded(x),
    y: rounded(y),
    km,
    reach: rounded(km / frame.kmPerUnit(where.lat)),
    isCountry: where.level === 'country',
    count: rows.length,
    kinds: kindsOf(rows),
    href,
    latest: { title, when: occasion, sentence },
  };
}

function kindsOf(rows: readonly EventRow[]): MapPlace['kinds'] {
  const counts = new Map<EventGroup, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([group, count]) => ({ group, count })).sort((a, b) => b.count - a.count);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
