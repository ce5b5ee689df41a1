import type { Span } from '@trucewatch/schema';
import type { SourceSentence } from '../status/view.ts';

/** What a voice does with a proposition; silent: nobody of it has said anything. */
export type Stance = 'asserts' | 'denies' | 'accuses' | 'confirms';

/** One statement in a cell of the ledger. */
export interface LedgerEntry {
  /** Who says it, as the text has it; null for a narrator. */
  by: string | null;
  stance: Stance;
  sentence: SourceSentence;
  /** Where the words that say so stand in the sentence. */
  words: { start: number; end: number };
  /** Where in the article the words stand, while nothing but they is known of their sentence. */
  bare: Span | null;
}

export interface LedgerCell {
  /** A side's name, or the third parties or narrators. */
  column: string;
  /** First published first; empty: silent. */
  entries: LedgerEntry[];
}

/** One proposition with what each voice does with it. */
export interface LedgerRow {
  /** The happening's id. */
  id: string;
  title: string;
  href: string;
  occasion: string;
  /** Who is said to have done it; empty when no report says. */
  laidTo: string[];
  truce: { name: string; href: string } | null;
  isDisputed: boolean;
  /** Told by the narrator as not having happened. */
  isNegated: boolean;
  cells: LedgerCell[];
}

export const ledgerFilters = ['claimed', 'disputed', 'all'] as const;
export type LedgerFilter = (typeof ledgerFilters)[number];

/** One page of a conflict's ledger. */
export interface LedgerView {
  conflict: { name: string; path: string; parties: string[] };
  path: string;
  asKnownAt: string | null;
  lastReport: string | null;
  filter: LedgerFilter;
  counts: Record<LedgerFilter, number>;
  /** From 1. */
  page: number;
  pages: number;
  rows: LedgerRow[];
}
