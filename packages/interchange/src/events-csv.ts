import type { Count, Moment } from '@trucewatch/schema';
import { type Cell, toCsv } from './csv.ts';
import { type ExportedEvent, inRole, list, quoteOf } from './exported-event.ts';

interface Column {
  name: string;
  says: string;
  value: (exported: ExportedEvent) => Cell;
}

const moment = (name: string, says: string, of: (exported: ExportedEvent) => Moment | null): Column[] => [
  { name: `${name}_earliest`, says: `${says}: not before this instant, UTC`, value: (e) => of(e)?.earliest },
  { name: `${name}_latest`, says: `${says}: not after this instant, UTC`, value: (e) => of(e)?.latest },
];

const people = (of: Count['of']): Column[] => [
  {
    name: `${of}_low`,
    says: `People ${of}, at least; parts of another count and tolls since the war began left out`,
    value: (e) => total(e, of, ({ low }) => low),
  },
  {
    name: `${of}_high`,
    says: `People ${of}, at most; empty when the text sets no upper bound`,
    value: (e) => total(e, of, ({ high }) => high),
  },
];

/** Adds up the counts of an event that are neither part of another count nor a toll since the war began. */
function total(
  { event }: ExportedEvent,
  of: Count['of'],
  bound: (count: Count) => number | null,
): number | null {
  const counts = event.casualties.filter(
    (count) => count.of === of && count.subsetOf === undefined && !count.cumulative,
  );
  const bounds = counts.map(bound);
  return bounds.length === 0 || bounds.includes(null)
    ? null
    : bounds.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** The columns of the events file, in order, each with what it holds. Lists within a cell are parted by "; ". */
export const eventColumns: readonly Column[] = [
  { name: 'article_id', says: 'The article that tells it', value: ({ article }) => article.id },
  { name: 'event_id', says: 'The event within that article', value: ({ event }) => event.id },
  { name: 'conflict_id', says: 'The war it was put under', value: ({ conflictId }) => conflictId },
  { name: 'type', says: 'What kind of happening', value: ({ event }) => event.type },
  { name: 'step', says: "The step in a ceasefire's life", value: ({ event }) => event.step },
  { name: 'mode', says: 'How an attack or clash was carried out', value: ({ event }) => event.mode },
  {
    name: 'reality',
    says: 'Told as having happened, as to come, as feared, as denied or as background',
    value: ({ event }) => event.reality,
  },
  ...moment('happened', 'When it happened', ({ event }) => event.when),
  { name: 'happened_level', says: 'How finely the text gives it', value: ({ event }) => event.when?.level },
  ...moment('effective', "A ceasefire's start", ({ event }) => event.effectiveAt),
  ...moment('until', "A ceasefire's stated end", ({ event }) => event.until),
  { name: 'place', says: 'Where, as the text has it', value: ({ event }) => event.where?.name },
  { name: 'place_id', says: 'Identity of the place', value: ({ event }) => event.where?.id },
  { name: 'place_level', says: 'What kind of area it is', value: ({ event }) => event.where?.level },
  { name: 'country_code', says: 'ISO 3166-1 alpha-2', value: ({ event }) => event.where?.countryCode },
  { name: 'admin1', says: 'First-level division', value: ({ event }) => event.where?.admin1 },
  { name: 'latitude', says: 'Degrees, WGS 84', value: ({ event }) => event.where?.lat },
  { name: 'longitude', says: 'Degrees, WGS 84', value: ({ event }) => event.where?.lon },
  ...(['initiator', 'recipient', 'party', 'mediator', 'victim'] as const).map((role) => ({
    name: role === 'party' ? 'parties' : `${role}s`,
    says: `Actors in the role ${role}, as the text names them`,
    value: ({ event }: ExportedEvent) => list(inRole(event, role).map(({ name }) => name)),
  })),
  {
    name: 'actor_ids',
    says: 'role=identity of every actor whose identity is known',
    value: ({ event }) => list(event.actors.flatMap(({ role, id }) => (id ? [`${role}=${id}`] : []))),
  },
  ...people('killed'),
  ...people('wounded'),
  {
    name: 'claimed_by',
    says: 'Who says so; empty is the narrator',
    value: ({ event }) =>
      list(event.claims.filter(({ polarity }) => polarity !== 'denies').map(({ by }) => by)),
  },
  {
    name: 'denied_by',
    says: 'Who denies it; silence is no denial',
    value: ({ event }) =>
      list(event.claims.filter(({ polarity }) => polarity === 'denies').map(({ by }) => by)),
  },
  {
    name: 'ceasefire_refs',
    says: 'Which ceasefires of this article it concerns',
    value: ({ event }) => list(event.ceasefireRefs),
  },
  { name: 'purpose', says: 'What a ceasefire is for', value: ({ event }) => list(event.purpose) },
  {
    name: 'truce_name',
    says: 'How the text tells a ceasefire from others, by what or where it is for',
    value: ({ event }) => event.truceName?.words,
  },
  {
    name: 'terms',
    says: 'kind=words of each thing that a ceasefire provides for',
    value: ({ event }) => list((event.terms ?? []).map(({ kind, span }) => `${kind}=${span.quote}`)),
  },
  { name: 'plover', says: 'PLOVER category', value: ({ event }) => event.codes.plover },
  { name: 'cameo', says: 'CAMEO code; lossy', value: ({ event }) => event.codes.cameo },
  { name: 'acled', says: 'ACLED sub-event type; lossy', value: ({ event }) => event.codes.acled },
  { name: 'confidence', says: '0 to 1', value: ({ event }) => event.confidence },
  { name: 'quote', says: 'The words that say it', value: ({ event }) => quoteOf(event) },
  { name: 'title', says: 'Headline of the article', value: ({ article }) => article.title },
  { name: 'source', says: 'Publisher', value: ({ article }) => article.source },
  { name: 'url', says: 'Address of the article', value: ({ article }) => article.url },
  { name: 'published_at', says: 'When the article came out', value: ({ article }) => article.publishedAt },
];

/** Events as CSV, one a row under the names of `eventColumns`; formula cells guarded as `toCsv` says. */
export function eventsToCsv(events: readonly ExportedEvent[]): string {
  return toCsv(
    eventColumns.map(({ name }) => name),
    events.map((exported) => eventColumns.map(({ value }) => value(exported))),
  );
}
