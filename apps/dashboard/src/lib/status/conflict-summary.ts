import type { ChartStory } from '../chart/story.ts';
import type { StatusRow, StatusView } from './view.ts';

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
  spark: Pick<ChartStory, 'from' | 'to' | 'rows'>;
}

/** One change of status in the list over all conflicts. */
export interface ChangeView {
  conflict: string;
  path: string;
  row: StatusRow;
}
