import type { Compliance, FormalStatus } from '@trucewatch/schema';

export const overviewSorts = ['report', 'change', 'name', 'next'] as const;
export type OverviewSort = (typeof overviewSorts)[number];

/** Which conflicts the overview shows, and in which order. */
export interface OverviewRequest {
  formal: FormalStatus | undefined;
  compliance: Compliance | undefined;
  /** Words that a conflict's name or one of its parties' names must hold. */
  q: string;
  sort: OverviewSort;
  onlyNew: boolean;
  /** Counts from 1. */
  page: number;
}
