import type { Event, Span } from '@trucewatch/schema';
import type { StoredArticle, StoredExtraction } from '@trucewatch/store';
import { countWords } from '#lib/events/count-words.ts';
import type { ClaimView, FieldView } from '#lib/events/field-view.ts';
import { placeWords, precisionWords, termWords } from '#lib/events/field-words.ts';
import type { EventSummary } from '#lib/events/view.ts';
import {
  modeWords,
  polarityWords,
  realityWords,
  roleWords,
  stepWords,
  typeWords,
} from '#lib/events/words.ts';
import { listWords } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import { purposeWords } from '#lib/status/words.ts';
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
    reality: realityWords[event.reality](),
    confidence: event.confidence,
    quotes: event.evidence.map(({ quote }) => quote),
    fields: fieldsOf(event),
    claims: event.claims.map(({ by, polarity, voice, span }) => ({
      by,
      does: polarityWords[polarity](),
      voice: voice === 'quote' ? m.event_voice_quote() : m.event_voice_paraphrase(),
      quote: span.quote,
    })),
    codes: codesOf(event),
    article: articleView(article, extraction, id),
  };
}

/** An event field by field, each with its words and how it was proved. */
export function fieldsOf(event: Event): FieldView[] {
  const field = (
    name: string,
    path: string,
    value: string,
    span?: Span,
    note?: string | false,
  ): FieldView => {
    const proof = event.proof?.find((one) => one.field === path);
    return {
      path,
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
    return value ? [field(name, path, momentWords(value), value.span, precisionWords[value.level]())] : [];
  };
  return [
    field(m.event_field_type(), 'type', typeWords[event.type]()),
    ...(event.step ? [field(m.event_field_step(), 'step', stepWords[event.step]())] : []),
    ...(event.mode ? [field(m.event_field_mode(), 'mode', modeWords[event.mode]())] : []),
    field(m.event_field_told(), 'reality', realityWords[event.reality]()),
    ...event.actors.map(({ role, name, id, mention }, index) =>
      field(roleWords[role](), `actors.${index}`, name, mention, id ?? false),
    ),
    ...moment(m.event_field_when(), 'when'),
    ...moment(m.event_field_effective(), 'effectiveAt'),
    ...moment(m.event_field_until(), 'until'),
    ...(event.where
      ? [
          field(
            m.event_field_where(),
            'where',
            event.where.name,
            event.where.mention,
            m.event_place_note({
              level: placeWords[event.where.level](),
              id: event.where.id ?? m.event_not_in_gazetteer(),
            }),
          ),
        ]
      : []),
    ...event.casualties.map((count, index) =>
      field(
        m.event_field_people(),
        `casualties.${index}`,
        countWords(count),
        count.span,
        count.subsetOf !== undefined && m.event_subset(),
      ),
    ),
    ...(event.purpose.length > 0
      ? [
          field(
            m.event_field_purpose(),
            'purpose',
            listWords(event.purpose.map((one) => purposeWords[one]())),
          ),
        ]
      : []),
    ...(event.truceName
      ? [field(m.event_field_name(), 'truceName', event.truceName.words, event.truceName.span)]
      : []),
    ...(event.terms ?? []).map(({ kind, span }, index) =>
      field(m.event_field_term(), `terms.${index}`, termWords[kind](), span),
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
