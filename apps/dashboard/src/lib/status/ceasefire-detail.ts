import type { BreachChart } from '../chart/breaches.ts';
import type { EventSummary } from '../events/view.ts';
import type { CeasefireView } from './ceasefire-view.ts';
import type { SourceSentence } from './view.ts';

/** One point in a ceasefire's life, as wide as the reports leave it. */
export interface CeasefireMoment {
  name: string;
  /** In words; null when no report says. */
  value: string | null;
  /** Both ends, where `value` does not say them already. */
  bounds: string | null;
  /** The words of the article that give it. */
  text: string | null;
}

/** What another ceasefire of the chain is to this one. */
export interface CeasefireNeighbour {
  relation: string;
  /** Whether a report says what the one is to the other; else only their order is known. */
  isLinked: boolean;
  name: string;
  href: string;
  sentences: SourceSentence[];
}

export interface CeasefireDetail {
  path: string;
  conflict: { name: string; path: string };
  asKnownAt: string | null;
  lastReport: string | null;
  truce: CeasefireView;
  moments: CeasefireMoment[];
  /** Sides that the same reports name together stand in one entry. */
  declarations: { parties: string; when: string | null; sentences: SourceSentence[] }[];
  mediation: { name: string; isSure: boolean; saidBy: string; sentences: SourceSentence[] }[];
  earlier: CeasefireNeighbour[];
  later: CeasefireNeighbour[];
  measures: { name: string; value: string | null; absent: string }[];
  breaches: BreachChart | null;
  /** In the order in which they say that it happened. */
  reports: EventSummary[];
}
