import type { Event, Span } from '@trucewatch/schema';
import type { StoredArticle, StoredExtraction } from '@trucewatch/store';
import type { ClaimView, FieldView } from '#lib/events/field-view.ts';
import type { EventSummary } from '#lib/events/view.ts';
import {
  countWords,
  polarityWords,
  realityWords,
  roleWords,
  stepWords,
  typeWords,
} from '#lib/events/words.ts';
import { momentWords } from '#lib/time/instant.ts';
import { asWritten, type Names } from '../names.ts';
import { type ArticleView, articleView, countedEvents, reportOf } from './article.ts';
import { eventSummary } from './event-summary.ts';

export interface EventView {
  event: EventSummary;
  reality: string;
  confidence: number;
  quotes: string[];
  fields: FieldView[];
  claims: ClaimView[];
  codes: { name: string; code: string }[];
  article: ArticleView;
}

/** An event as its page shows it, or null when the current extraction has none of that id. */
export function eventView(
  article: StoredArticle,
  extraction: StoredExtraction,
  id: string,
  names: Names = asWritten,
): EventView | null {
  const events = countedEvents(article, extraction);
  const event = events.find((one) => one.id === id);
  if (!event) return null;
  return {
    event: eventSummary(reportOf(article, events), event, { names }),
    reality: realityWords[event.reality],
    confidence: event.confidence,
    quotes: event.evidence.map(({ quote }) => quote),
    fields: fieldsOf(event),
    claims: event.claims.map(({ by, polarity, voice, span }) => ({
      by,
      does: polarityWords[polarity],
      voice: voice === 'quote' ? 'quoted' : 'retold',
      quote: span.quote,
    })),
    codes: codesOf(event),
    article: articleView(article, extraction, id),
  };
}

function fieldsOf(event: Event): FieldView[] {
  const field = (
    name: string,
    path: string,
    value: string,
    span?: Span,
    note?: string | false,
  ): FieldView => {
    const proof = event.proof?.find((one) => one.field === path);
    return {
      name,
      value,
      note: note || null,
      quote: (proof?.span ?? span)?.quote ?? null,
      state: proof?.state ?? null,
      rule: proof?.rule ?? null,
    };
  };
  const moment = (name: string, path: 'when' | 'effectiveAt' | 'until') => {
    const value = event[path];
    return value
      ? [
          field(
            name,
            path,
            momentWords(value),
            value.span,
            `known to the ${value.level.replaceAll('_', ' ')}`,
          ),
        ]
      : [];
  };
  return [
    field('Type', 'type', typeWords[event.type]),
    ...(event.step ? [field('Step', 'step', stepWords[event.step])] : []),
    ...(event.mode ? [field('How', 'mode', event.mode.replaceAll('_', ' '))] : []),
    field('Told as', 'reality', realityWords[event.reality]),
    ...event.actors.map(({ role, name, id, mention }, index) =>
      field(roleWords[role], `actors.${index}`, name, mention, id ?? false),
    ),
    ...moment('When', 'when'),
    ...moment('Takes effect', 'effectiveAt'),
    ...moment('Until', 'until'),
    ...(event.where
      ? [
          field(
            'Where',
            'where',
            event.where.name,
            event.where.mention,
            `${event.where.level}, ${event.where.id ?? 'not in the gazetteer'}`,
          ),
        ]
      : []),
    ...event.casualties.map((count, index) =>
      field(
        'People',
        `casualties.${index}`,
        countWords(count),
        count.span,
        count.subsetOf !== undefined && 'part of another number',
      ),
    ),
    ...(event.purpose.length > 0
      ? [field('Purpose', 'purpose', event.purpose.join(', ').replaceAll('_', ' '))]
      : []),
    ...(event.truceName ? [field('Known as', 'truceName', event.truceName.words, event.truceName.span)] : []),
    ...(event.terms ?? []).map(({ kind, span }, index) =>
      field('Provides for', `terms.${index}`, kind.replaceAll('_', ' '), span),
    ),
  ];
}

function codesOf({ codes }: Event): EventView['codes'] {
  const named: [string, string | undefined][] = [
    ['PLOVER', codes.plover && codes.ploverMode ? `${codes.plover} · ${codes.ploverMode}` : codes.plover],
    ['CAMEO', codes.cameo],
    ['ACLED', codes.acled],
  ];
  return named.flatMap(([name, code]) => (code ? [{ name, code }] : []));
}
