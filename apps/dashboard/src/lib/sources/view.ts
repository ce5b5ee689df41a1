/** What a publisher told, in numbers that can be looked up. */
export interface SourceCounts {
  articles: number;
  events: number;
  /** Happenings that it tells of. */
  told: number;
  /** Of those, the ones that others tell too and it told first. */
  first: number;
  /** Those that nobody of another origin tells. */
  alone: number;
  /** Those that a known publisher of another origin tells too. */
  confirmed: number;
  /** Those for which it carried the text of another one: a wire, or an owner's other paper. */
  carried: number;
  /** Articles that correct an earlier one. */
  corrections: number;
  withdrawn: number;
}

/** A publisher in the list of all. */
export interface SourceSummary {
  /** Its address. */
  path: string;
  /** The spelling that most of its articles have. */
  name: string;
  family: string | null;
  agency: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** The state or side that it belongs to. */
  side: string | null;
  articles: number;
  /** When its last article came out. */
  last: string | null;
}

/** A publisher's own page. */
export interface SourceView extends SourceSummary {
  /** Other spellings in use. */
  alsoAs: string[];
  /** Other publishers of its family or with its texts. */
  related: { name: string; path: string }[];
  isMuted: boolean;
  first: string | null;
  counts: SourceCounts;
  conflicts: { name: string; path: string; articles: number; counts: SourceCounts | null }[];
  latest: { title: string | null; path: string; publishedAt: string | null }[];
}
