import type { SourceSentence } from './view.ts';

/** One ceasefire of the chain, in words. */
export interface CeasefireView {
  id: string;
  /** Its page. */
  href: string;
  name: string;
  outcome: string;
  isOpen: boolean;
  kind: string;
  purpose: string[];
  parties: string[];
  mediators: string[];
  announced: string | null;
  effective: string | null;
  ended: string | null;
  /** Name of the ceasefire before it in the chain. */
  follows: string | null;
  /** Sides accused of breaking it, as the reports name them, each with how many reports say so and the first sentences. */
  violations: { side: string; reports: number; sentences: SourceSentence[] }[];
  sentences: SourceSentence[];
}
