export {
  type AcledExport,
  type AcledOmission,
  type AcledRow,
  acledColumns,
  acledCsv,
  eventsToAcledRows,
} from './acled/rows.ts';
export { csvRows } from './csv.ts';
export { eventColumns, eventsToCsv } from './events-csv.ts';
export { type EventFeatures, eventsToGeoJson, radiusKm } from './events-geojson.ts';
export { attribution, type ExportedEvent } from './exported-event.ts';
