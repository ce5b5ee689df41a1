import type { Count } from '@trucewatch/schema';

/** Who gives a number: a side by its name, somebody of no known side, or the narrators of articles. */
export type Column = { kind: 'side'; name: string } | { kind: 'others' } | { kind: 'narrators' };

/** What one column says of one number: from the lowest to the highest of its voices. */
export interface ClaimedRange {
  column: Column;
  low: number;
  /** Null: no upper bound is told. */
  high: number | null;
  /** Voices that it spans, or incidents. */
  count: number;
  /** Where it was said last, and by whom; null: by a narrator whose publisher is not named. */
  said: { by: string | null; href: string; publishedAt: string | null };
}

/** What became of whom, with what everybody says of it. Nothing in it is added up. */
export interface CasualtyClaims {
  of: Count['of'];
  group: Count['group'];
  /** The side that they belong to, when one is told. */
  whose: string | null;
  ranges: ClaimedRange[];
}

/** One happening with the numbers that are told of it. */
export interface CasualtyIncident {
  id: string;
  title: string;
  occasion: string;
  href: string;
  claims: CasualtyClaims[];
}

export interface CasualtiesView {
  conflict: { name: string; path: string; parties: string[] };
  path: string;
  asKnownAt: string | null;
  lastReport: string | null;
  /** Sums since the war or an operation began, as each voice gave them last. */
  tolls: CasualtyClaims[];
  /** Of single incidents the smallest to the largest, with how many incidents. */
  largest: CasualtyClaims[];
  /** Latest first. */
  incidents: CasualtyIncident[];
  allIncidents: number;
  page: number;
  pages: number;
}
