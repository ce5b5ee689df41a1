import type { DecisionKind, EventType } from '@trucewatch/schema';
import type { CeasefireDifference, StatusDifference } from '../compare/view.ts';
import type { FieldView } from '../events/field-view.ts';
import type { HappeningView } from '../events/happening-view.ts';
import type { Segment } from '../events/segments.ts';
import type { EventSummary } from '../events/view.ts';

/** Why somebody should look at an event, the strongest first. */
export const reviewReasons = ['decides', 'disagree', 'undecided', 'unanchored', 'unsure'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** One event in the queue. */
export interface QueueItem {
  /** `articleId` and `eventId`, joined. */
  key: string;
  href: string;
  conflict: { id: string; name: string };
  event: EventSummary;
  reasons: ReviewReason[];
  /** For so many hours the status would be another one without it. */
  hours: number;
  /** Of the happening that it tells of, from 0 to 1. */
  disagreement: number;
  /** Whether a person has decided anything about it. */
  isReviewed: boolean;
}

export interface QueueFilter {
  conflict: string | null;
  type: EventType | null;
  reason: ReviewReason | null;
  /** Those too that were looked at. */
  all: boolean;
}

export interface QueueView {
  items: QueueItem[];
  /** How many there are; the list may be cut. */
  total: number;
  filter: QueueFilter;
  conflicts: { id: string; name: string; isProvisional: boolean }[];
  types: EventType[];
  /** When no conflict was chosen and only those with the latest reports were looked at: how many of how many. */
  looked: { at: number; of: number };
}

/** One act in the history of an article, an event or a conflict. */
export interface ActView {
  id: string;
  kind: DecisionKind;
  /** What exactly, where the kind does not say it: a field, a name. */
  about: string | null;
  author: string;
  at: string;
  reason: string;
  isUndone: boolean;
  /** Its event is not among those found now. */
  isUnanchored: boolean;
  canUndo: boolean;
}

/** What a decision would change, before it is confirmed. */
export interface EffectView {
  statuses: StatusDifference[];
  ceasefires: CeasefireDifference[];
  /** How many reports the happening of the event has before and after; null where that stays or there is none. */
  reports: { before: number; after: number } | null;
}

/** Decisions that wait to be confirmed. */
export interface Pending {
  /** As JSON, to be sent back. */
  decisions: string;
  kinds: DecisionKind[];
  about: string | null;
  effect: EffectView;
  reason: string;
}

export interface SelectablePart {
  part: 'title' | 'text';
  /** Blocks of the part, each of pieces that know where they start. */
  blocks: Segment[][];
}

export interface Sentence {
  /** `part:start:end` */
  value: string;
  words: string;
}

/** One entry of a list of an event, to be chosen in a form. */
export interface Entry {
  index: number;
  label: string;
}

/** A field that a person changed. */
export interface ChangeView {
  field: string;
  /** What the machine had read; null: nothing. */
  was: string | null;
  by: string;
  at: string;
  reason: string;
}

export interface ReviewView {
  article: {
    id: string;
    path: string;
    title: string;
    source: string;
    publishedAt: string | null;
    extractor: string;
  };
  conflict: { id: string; name: string; path: string } | null;
  event: EventSummary;
  /** What is there now: `ceasefire/agreed`, `attack`. */
  kind: string;
  reality: string;
  isRejected: boolean;
  isAdded: boolean;
  fields: FieldView[];
  changed: ChangeView[];
  parts: SelectablePart[];
  text: string;
  /** The words that the event rests on now. */
  evidence: { start: number; end: number; part: 'title' | 'text' };
  sentences: Sentence[];
  entries: Record<'actor' | 'count' | 'claim' | 'term', Entry[]>;
  /** Actors that the article names, to add an event with. */
  actors: { value: string; label: string }[];
  happening: HappeningView | null;
  /** Events of other happenings near by, which it may be joined with. */
  joinable: { value: string; label: string }[];
  /** Ceasefires that it may be moved to. */
  truces: { value: string; label: string; isOwn: boolean }[];
  history: ActView[];
  place: { index: number; total: number; previous: string | null; next: string | null; queue: string };
}
