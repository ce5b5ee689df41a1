import { publicationInterval } from '@trucewatch/schema';
import { type Cell, toCsv } from '../csv.ts';
import { type ExportedEvent, list, quoteOf } from '../exported-event.ts';
import { acledActors } from './actors.ts';
import { countryColumns } from './countries.ts';
import { acledType, isOnCivilians } from './event-type.ts';
import { acledFatalities } from './fatalities.ts';
import { acledDate, acledPlace } from './precision.ts';

/** ACLED's 31 columns, in its order. */
export const acledColumns = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const;
export type AcledRow = Record<(typeof acledColumns)[number], Cell>;

/** Why an event has no row: ACLED has no such type, does not record such a date, or records only what happened. */
export type AcledOmission = 'no-acled-type' | 'date-too-wide' | 'no-date' | 'not-actual';

export interface AcledExport {
  rows: AcledRow[];
  omitted: { articleId: string; eventId: string; rule: AcledOmission }[];
}

/**
 * Events in ACLED's columns, and those that ACLED cannot hold with the reason. The rules that made a row's single
 * numbers stand in its tags, next to the ceasefire and its step, for which ACLED has no column. `timestamp` is the
 * publication, in seconds: nothing here knows when the row was made. These are not ACLED's data.
 */
export function eventsToAcledRows(events: readonly ExportedEvent[]): AcledExport {
  const result: AcledExport = { rows: [], omitted: [] };
  for (const exported of events) {
    const row = rowOf(exported);
    if (typeof row !== 'string') result.rows.push(row);
    else result.omitted.push({ articleId: exported.article.id, eventId: exported.event.id, rule: row });
  }
  return result;
}

/** The rows as a CSV file with ACLED's header. */
export function acledCsv(rows: readonly AcledRow[]): string {
  return toCsv(
    acledColumns,
    rows.map((row) => acledColumns.map((column) => row[column])),
  );
}

function rowOf({ article, event, conflictId }: ExportedEvent): AcledRow | AcledOmission {
  if (event.reality !== 'actual') return 'not-actual';
  const type = acledType(event);
  if (!type) return 'no-acled-type';
  const date = acledDate(event.when, event.where?.lon);
  if (!date) return event.when ? 'date-too-wide' : 'no-date';
  const civilians = isOnCivilians(event);
  const place = acledPlace(event.where);
  const located = place.precision === '' ? null : event.where;
  const { fatalities, rule } = acledFatalities(event);
  const tags = [
    ...event.ceasefireRefs.map((ref) => `ceasefire=${ref}`),
    ...(event.step ? [`ceasefire_step=${event.step}`] : []),
    ...(conflictId ? [`conflict=${conflictId}`] : []),
    ...event.claims.map(({ by, polarity }) => `${polarity}=${by}`),
    ...[date.rule, place.rule, rule].map((name) => `rule=${name}`),
  ];
  return {
    event_id_cnty: `TW:${article.id}:${event.id}`,
    event_date: date.date,
    year: Number(date.date.slice(0, 4)),
    time_precision: date.precision,
    disorder_type: type.disorderType,
    event_type: type.eventType,
    sub_event_type: type.subEventType,
    ...acledActors(event, civilians),
    civilian_targeting: civilians ? 'Civilian targeting' : '',
    ...countryColumns(event.where?.countryCode),
    admin1: event.where?.admin1,
    admin2: '',
    admin3: '',
    location: located?.name,
    latitude: located?.lat,
    longitude: located?.lon,
    geo_precision: place.precision,
    source: article.source,
    source_scale: '',
    notes: quoteOf(event),
    fatalities,
    tags: list(tags),
    timestamp: article.publishedAt ? Math.floor(publicationInterval(article.publishedAt).latest / 1000) : '',
  };
}
