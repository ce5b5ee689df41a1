/** How often a kind of event or a field was found. */
export interface FoundRow {
  /** A kind's or field's name in the code; `ceasefire` and `other` are sums. */
  name: string;
  /** Share of what was found that is right, 0 to 1; null where nothing was found. */
  precision: number | null;
  /** Share of what is there that was found, 0 to 1; null where nothing is there. */
  recall: number | null;
  /** How many are there. */
  labels: number;
}

export interface ShareRow {
  name: string;
  right: number;
  all: number;
}

/** What was measured of the extractor and of the history made from its events. */
export interface ScorecardView {
  /** A bare date. */
  day: string;
  extractor: string;
  articles: number;
  labels: number;
  events: FoundRow[];
  fields: FoundRow[];
  shares: ShareRow[];
  folder: string;
  stories: number;
  history: (ShareRow & { says: string })[];
  /** Per cent of words. */
  parser: { model: string; upos: number | null; uas: number | null; las: number | null };
}
