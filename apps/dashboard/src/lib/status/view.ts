import type { Compliance, FormalStatus } from '@trucewatch/schema';

/** One sentence of one article, with where to read it. */
export interface SourceSentence {
  quote: string;
  /** Event's page. */
  href: string;
  articleId: string;
  eventId: string;
  source: string;
  publishedAt: string | null;
}

/** One axis of a status at one instant: its value, since when, and why. */
export interface AxisStatus<Value extends string> {
  value: Value;
  /** Start of the unbroken stretch with this value; null when it reaches back to the first report. */
  since: string | null;
  /** Name of the transition that made it. */
  rule: string | null;
  because: SourceSentence[];
}

/** A conflict's status at one instant, on both axes. */
export interface StatusView {
  at: string;
  formal: AxisStatus<FormalStatus>;
  compliance: AxisStatus<Compliance>;
}

/** One row of the status table, and one change in lists of changes. */
export interface StatusRow {
  from: string;
  to: string | null;
  formal: FormalStatus;
  compliance: Compliance;
  rule: string | null;
  because: SourceSentence[];
}
