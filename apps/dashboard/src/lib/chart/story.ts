import type { Compliance, FormalStatus } from '@trucewatch/schema';
import type { EventGroup } from '../events/view.ts';
import type { SourceSentence, StatusRow } from '../status/view.ts';

/** One ceasefire as the chart draws it. An end that is known only as a stretch stays a stretch. */
export interface CeasefireSpan {
  id: string;
  /** Its page. */
  href: string;
  name: string;
  outcome: string;
  announced: string | null;
  effective: string | null;
  ended: { earliest: string; latest: string } | null;
  sentence: SourceSentence | null;
}

/** One event as the chart draws it. */
export interface EventMark {
  at: string;
  /** Index into `lanes`. */
  lane: number;
  group: EventGroup;
  title: string;
  when: string;
  sentence: SourceSentence;
  /** So many others of its time and lane are not drawn. */
  more?: number;
}

/** Everything the chart shows, as data: times are ISO instants in UTC. */
export interface ChartStory {
  from: string;
  to: string;
  /** All that can be shown. */
  whole: { from: string; to: string };
  /** What an address that names no range shows: the whole, of a long story its latest part. */
  usual: { from: string; to: string };
  rows: StatusRow[];
  ceasefires: CeasefireSpan[];
  lanes: string[];
  marks: EventMark[];
  /** Articles a UTC day; days without any are left out. */
  coverage: { day: string; articles: number }[];
}

/** A stretch of status as a small picture of it needs it. */
export interface SparkStory {
  from: string;
  to: string;
  rows: Pick<StatusRow, 'from' | 'to' | 'formal' | 'compliance'>[];
}

/** What a pointer or the keyboard is on: the words of the panel beneath the chart. */
export interface Reading {
  title: string;
  when: string;
  sentences: SourceSentence[];
}

export type AxisValue = FormalStatus | Compliance;

/** A link that shows a part of the story in the chart. */
export interface ChartRange {
  label: string;
  href: string;
  from: string | null;
  to: string | null;
}
