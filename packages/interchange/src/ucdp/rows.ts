import type { Actor, Event } from '@trucewatch/schema';
import { countryColumns } from '../acled/countries.ts';
import { isOnCivilians } from '../acled/event-type.ts';
import { type Cell, toCsv } from '../csv.ts';
import { type ExportedEvent, inRole, list, quoteOf } from '../exported-event.ts';
import { gedDeaths } from './deaths.ts';
import { gedDate, gedPlace } from './precision.ts';

/** The columns of UCDP's Georeferenced Event Dataset that can be filled, in its order, and the rules that filled them. */
const gedColumns = [
  'id',
  'relid',
  'year',
  'type_of_violence',
  'conflict_name',
  'dyad_name',
  'side_a',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'where_description',
  'adm_1',
  'latitude',
  'longitude',
  'country',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
  'rules',
] as const;
type GedRow = Record<(typeof gedColumns)[number], Cell>;

/** Why an event has no row: GED holds lethal violence that happened, at a place and within a year. */
export type GedOmission =
  | 'not-actual'
  | 'not-violence'
  | 'no-deaths'
  | 'no-place'
  | 'no-date'
  | 'date-too-wide';

/**
 * Violent events in GED's columns as CSV, and how many were left out for which reason. One row an article and event, as
 * one source tells it: rows of one happening are not merged, and these are not UCDP's data. `type_of_violence` is 1 where
 * a state is named on either side, 3 where the text says that civilians were struck, 2 between armed groups, empty else;
 * `event_clarity` is 2 where the deaths are of more than a day.
 */
export function eventsToGed(events: readonly ExportedEvent[]): {
  csv: string;
  omitted: Map<GedOmission, number>;
} {
  const rows: GedRow[] = [];
  const omitted = new Map<GedOmission, number>();
  for (const exported of events) {
    const row = rowOf(exported);
    if (typeof row === 'string') omitted.set(row, (omitted.get(row) ?? 0) + 1);
    else rows.push(row);
  }
  const cells = rows.map((row) => gedColumns.map((column) => row[column]));
  return { csv: toCsv(gedColumns, cells), omitted };
}

function rowOf({ article, event, conflictId }: ExportedEvent): GedRow | GedOmission {
  if (event.reality !== 'actual') return 'not-actual';
  if (!['attack', 'clash', 'capture'].includes(event.type)) return 'not-violence';
  const deaths = gedDeaths(event);
  if (!deaths) return 'no-deaths';
  const place = gedPlace(event.where);
  if (!place) return 'no-place';
  const date = gedDate(event.when, event.where?.lon);
  if (!date) return event.when ? 'date-too-wide' : 'no-date';
  const { sideA, sideB, type } = sidesOf(event);
  const said = event.claims.filter(({ polarity }) => polarity !== 'denies').map(({ by }) => by);
  return {
    id: `TW:${article.id}:${event.id}`,
    relid: article.id,
    year: Number(date.start.slice(0, 4)),
    type_of_violence: type,
    conflict_name: conflictId,
    dyad_name: sideA && sideB ? `${sideA} - ${sideB}` : '',
    side_a: sideA,
    side_b: sideB,
    number_of_sources: 1,
    source_article: article.url,
    source_office: article.source,
    source_date: article.publishedAt?.slice(0, 10),
    source_headline: article.title,
    source_original: list(said),
    where_prec: place.precision,
    where_coordinates: event.where?.name,
    where_description: quoteOf(event),
    adm_1: event.where?.admin1,
    latitude: event.where?.lat,
    longitude: event.where?.lon,
    country: countryColumns(event.where?.countryCode).country,
    event_clarity: date.precision === 1 ? 1 : 2,
    date_prec: date.precision,
    date_start: date.start,
    date_end: date.end,
    deaths_a: 0,
    deaths_b: 0,
    deaths_civilians: deaths.civilians,
    deaths_unknown: deaths.unknown,
    best: deaths.best,
    high: deaths.high,
    low: deaths.low,
    rules: list([date.rule, place.rule, deaths.rule]),
  };
}

/** Side A is the state where only one side is one, as in GED; else whoever did it. */
function sidesOf(event: Event): { sideA: string; sideB: string; type: 1 | 2 | 3 | '' } {
  const doers = inRole(event, 'initiator');
  const others = inRole(event, 'recipient');
  const parties = inRole(event, 'party');
  const [one, other] =
    doers.length + others.length > 0 ? [doers, others] : [parties.slice(0, 1), parties.slice(1)];
  const names = (actors: readonly Actor[]) => list(actors.map(({ name }) => name));
  const isOf = (kind: string) => (actor: Actor) => actor.id?.startsWith(`${kind}:`) ?? false;
  if (isOnCivilians(event)) return { sideA: names(one), sideB: 'Civilians', type: 3 };
  const isSwapped = other.some(isOf('country')) && !one.some(isOf('country'));
  const type = [...one, ...other].some(isOf('country'))
    ? 1
    : one.some(isOf('group')) && other.some(isOf('group'))
      ? 2
      : '';
  return { sideA: names(isSwapped ? other : one), sideB: names(isSwapped ? one : other), type };
}
