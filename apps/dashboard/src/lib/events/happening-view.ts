import type { CasualtyClaims } from '../casualties/view.ts';
import type { SourceSentence } from '../status/view.ts';

/** One value of a field with everybody who gives it. */
export interface ValueView {
  value: string;
  /** A side, a person or, for a narrator, the publisher; each with where it is said. */
  saidBy: { name: string; isNarrator: boolean; href: string }[];
}

/** What is said of one field of a happening. */
export interface FieldAccountView {
  name: string;
  /** one: a single voice says it; contradicted: two of the values cannot both be true. */
  state: 'one' | 'agreed' | 'varied' | 'contradicted';
  values: ValueView[];
}

/** Why one report was put with another. */
export interface LinkView {
  event: SourceSentence;
  with: SourceSentence;
  /** What speaks for and against it, in words, each with its weight in bits; null: a person said so. */
  features: { words: string; weight: number }[] | null;
  sum: number;
  threshold: number;
}

/** All that is told of the happening that an event was merged into. */
export interface HappeningView {
  /** First published first. */
  reports: { title: string; occasion: string; isThis: boolean; sentence: SourceSentence }[];
  /** Origins of news, each with the publishers of its articles. */
  sources: { independent: number; unknown: number; named: string[] };
  fields: FieldAccountView[];
  /** From 0, no two voices contradict one another, to 1. */
  disagreement: number;
  comparable: number;
  contradicting: number;
  links: LinkView[];
  /** Numbers of people as ranges by who claims them, tolls and the incident's own apart. */
  casualties: { tolls: CasualtyClaims[]; incident: CasualtyClaims[] };
}
