import type { Compliance, FormalStatus } from '@trucewatch/schema';
import type { EventSummary } from '../events/view.ts';
import type { SourceSentence, StatusView } from '../status/view.ts';

/** One axis over a stretch of time, as known at the earlier and at the later instant. */
export interface AxisDifference<Value extends string> {
  before: Value;
  after: Value;
  isDifferent: boolean;
}

/**
 * Where a stretch lies: before the earlier instant, so that the past is told differently; between the two; or after
 * the later one, so that something else lies ahead.
 */
export type Place = 'past' | 'between' | 'ahead';

/** A stretch of time for which the two instants give different statuses. */
export interface StatusDifference {
  from: string;
  /** null: from there on. */
  to: string | null;
  place: Place;
  formal: AxisDifference<FormalStatus>;
  compliance: AxisDifference<Compliance>;
  /** What brought it, of articles that came between where there are any; none twice. */
  because: BroughtBy[];
}

/** A sentence behind a change, and whether its article came between the two instants. */
export interface BroughtBy {
  sentence: SourceSentence;
  isNew: boolean;
}

export interface FieldChange {
  label: string;
  before: string | null;
  after: string | null;
  because: BroughtBy | null;
}

/** One ceasefire that only one of the two instants knows, or that they tell differently. */
export interface CeasefireDifference {
  id: string;
  name: string;
  kind: 'came' | 'went' | 'changed';
  outcome: string;
  fields: FieldChange[];
  /** Why it came or went; of a change each field says so itself. */
  because: BroughtBy | null;
}

/** One article that came between, with those of its events that belong to the conflict. */
export interface NewArticle {
  id: string;
  title: string;
  path: string;
  source: string;
  publishedAt: string | null;
  events: EventSummary[];
}

/** One of the two instants: null status means that nothing was known of the conflict. */
export interface KnownSide {
  at: string;
  /** The conflict's page as known then. */
  path: string;
  status: StatusView | null;
  articles: number;
  events: number;
}

export interface CompareView {
  name: string;
  conflictPath: string;
  before: KnownSide;
  after: KnownSide;
  statuses: StatusDifference[];
  ceasefires: CeasefireDifference[];
  articles: NewArticle[];
  /** Events of which only the later instant knows, all articles together. */
  newEvents: number;
  /** Events that belonged to the conflict as it was known at the earlier instant and do no more. */
  gone: EventSummary[];
  days: DayLink[];
}

/** A permalink to what one UTC day brought. */
export interface DayLink {
  label: string;
  day: string;
  href: string;
}
