import { type Cell, toCsv } from './csv.ts';
import { eventColumns } from './events-csv.ts';
import type { ExportedEvent } from './exported-event.ts';

/** Columns of the events file with their hashtags of HXL 1.1; names, places, dates and deaths as HDX tags UCDP's events. */
const tags: Readonly<Record<string, string>> = {
  event_id: '#event+id',
  article_id: '#meta+id',
  conflict_id: '#crisis+code',
  happened_earliest: '#date+start',
  happened_latest: '#date+end',
  type: '#event+type',
  step: '#event+type+step',
  initiators: '#group+name+first',
  recipients: '#group+name+second',
  place: '#loc+name',
  country_code: '#country+code+v_iso2',
  admin1: '#adm1+name',
  latitude: '#geo+lat',
  longitude: '#geo+lon',
  killed_low: '#affected+killed+min',
  killed_high: '#affected+killed+max',
  wounded_low: '#affected+injured+min',
  wounded_high: '#affected+injured+max',
  claimed_by: '#meta+source+claim',
  quote: '#description',
  source: '#meta+source',
  url: '#meta+url',
  published_at: '#date+published',
};

/** Events as CSV with a second header row of HXL hashtags: a part of the columns of `eventsToCsv`, under their names. */
export function eventsToHxl(events: readonly ExportedEvent[]): string {
  const columns = eventColumns.filter(({ name }) => name in tags);
  const rows = events.map((exported): Cell[] => columns.map(({ value }) => value(exported)));
  return toCsv(
    columns.map(({ name }) => name),
    [columns.map(({ name }) => tags[name]), ...rows],
  );
}
