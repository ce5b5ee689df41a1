import type { EventType, Reality } from '@trucewatch/schema';
import type { SourceSentence } from '../status/view.ts';

/** Groups of event types that share a shape in the chart and a filter in the list. */
export const eventGroups = ['truce', 'violation', 'fighting', 'diplomacy', 'people', 'other'] as const;
export type EventGroup = (typeof eventGroups)[number];

/** One event in a list. */
export interface EventSummary {
  id: string;
  title: string;
  type: EventType;
  group: EventGroup;
  reality: Reality;
  /** Sort key and place in the chart: the middle of the moment, or publication when the text gives none. */
  at: string;
  /** The moment in words, or null when the text gives none. */
  when: string | null;
  where: string | null;
  /** When and where, in words. */
  occasion: string;
  /** Whom the event is laid to, or who takes part; names as the text has them. */
  actors: { role: string; name: string }[];
  /** The side that did it or is accused of it; null when there is none or more than one. */
  side: string | null;
  casualties: string[];
  claims: { by: string; does: string; denies: boolean }[];
  sentence: SourceSentence;
}
