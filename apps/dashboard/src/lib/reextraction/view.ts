import type { EventDifference } from '@trucewatch/schema';
import type { ReadArticle, Reextraction } from '@trucewatch/store';
import type { EffectView } from '../review/view.ts';

/** A run as lists show it. */
export interface RunView
  extends Pick<Reextraction, 'id' | 'state' | 'extractors' | 'startedAt' | 'counts' | 'total'> {
  href: string;
  /** Which articles, in words. */
  scope: string;
  /** Who started it. */
  author: string;
}

/** One kind of difference, and in how much of the run it was found. */
export interface FieldTally {
  field: string;
  label: string;
  events: number;
  articles: number;
  href: string;
}

/** One value of a field and the words that prove it. */
export interface ReadValue {
  value: string;
  quote: string | null;
}

/** An event that the two versions do not read alike. */
export interface DifferenceView {
  kind: EventDifference['kind'];
  title: string;
  quote: string;
  /** Of a changed one the fields that differ; of another one what there is. */
  fields: { name: string; before: ReadValue[]; after: ReadValue[] }[];
}

export interface ReadArticleView
  extends Pick<ReadArticle, 'articleId' | 'state' | 'reason' | 'readBefore' | 'readNow' | 'publishedAt'> {
  path: string;
  title: string;
  source: string;
  differences: DifferenceView[];
}

/** What accepting all that is undecided would do to one conflict. */
export interface TouchedConflict {
  id: string;
  name: string;
  path: string;
  articles: number;
  /** null: not worked out on this page; `href` opens the page that does. */
  effect: EffectView | null;
  href: string;
}

/** What the form for a new run was filled in with. */
export interface ScopeForm {
  kind: string;
  conflict: string;
  source: string;
  from: string;
  to: string;
}
