import type { SparkStory } from '../chart/story.ts';
import type { StatusRow, StatusView } from './view.ts';

/** What is new about a conflict since the viewer's last visit. */
export interface ConflictNews {
  articles: number;
  changes: number;
}

/** One conflict in the overview. */
export interface ConflictSummary {
  id: string;
  path: string;
  name: string;
  parties: string[];
  status: StatusView;
  /** Next instant at which the status changes as far as is known. */
  next: string | null;
  lastReport: string | null;
  articles: number;
  publishers: number;
  /** The last change of status up to now. */
  lastChange: StatusRow | null;
  isLastChangeNew: boolean;
  /** null when nothing is new, or on the first visit. */
  news: ConflictNews | null;
  spark: SparkStory;
  /** In which its times are told, when the place's zone was chosen and is known; null: in the page's. */
  zone: string | null;
}

/** One change of status in the list over all conflicts. */
export interface ChangeView {
  conflict: string;
  path: string;
  row: StatusRow;
  isNew: boolean;
}
