import { m } from '#lib/paraglide/messages.js';
/** How an event stands by who says it. */
export const standings = ['verified', 'alleged', 'reported'] as const;
export type Standing = (typeof standings)[number];

export const standingWords: Record<Standing, { label: () => string; says: () => string }> = {
  verified: { label: m.conflict_standing_verified, says: m.conflict_standing_verified_says },
  alleged: { label: m.conflict_standing_alleged, says: m.conflict_standing_alleged_says },
  reported: { label: m.conflict_standing_reported, says: m.conflict_standing_reported_says },
};

/** One value that a field can take, with how many events the other fields leave for it. */
export interface FilterChoice {
  value: string;
  label: string;
  count: number;
}

export interface FilterField {
  name: 'type' | 'side' | 'place' | 'source' | 'told';
  label: string;
  /** The chosen value; empty: any. */
  value: string;
  choices: FilterChoice[];
}

/** The filter of a conflict's events, as its form shows it. */
export interface FilterView {
  /** Where the form goes. */
  path: string;
  asKnownAt: string | null;
  /** Kinds of events as links, each with the rest of the filter kept. */
  kinds: { label: string; count: number; href: string; isChosen: boolean }[];
  /** The kind chosen, which the form carries on; empty: any. */
  kind: string;
  fields: FilterField[];
  /** Instants in UTC; null: open. */
  from: string | null;
  to: string | null;
  isNarrowed: boolean;
  /** The page without any of it. */
  clear: string;
  /** Events that it leaves, and all. */
  left: number;
  all: number;
}

/** What a page of a list says of the others; `previous` and `next` are addresses. */
export interface PageLinks {
  page: number;
  last: number;
  previous: string | null;
  next: string | null;
}
