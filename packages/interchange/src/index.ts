export {
  type AcledExport,
  type AcledOmission,
  type AcledRow,
  acledColumns,
  acledCsv,
  eventsToAcledRows,
} from './acled/rows.ts';
export { type AtomEntry, atomFeed } from './atom.ts';
export type { Citation } from './citation/citation.ts';
export { citationFiles, plainCitation } from './citation/formats.ts';
export { csvRows } from './csv.ts';
export { ceasefiresToEthPrio } from './eth-prio/rows.ts';
export { eventColumns, eventsToCsv } from './events-csv.ts';
export { type EventFeatures, eventsToGeoJson, radiusKm } from './events-geojson.ts';
export { attribution, type ExportedEvent } from './exported-event.ts';
export { eventsToHxl } from './hxl.ts';
export { type CalendarEntry, type CalendarTime, calendarTime, iCalendar } from './icalendar.ts';
export { eventsToGed } from './ucdp/rows.ts';
export { type Markup, xml } from './xml.ts';
