import type { EventGroup } from '../events/view.ts';
import type { SourceSentence } from '../status/view.ts';
import type { Viewport } from './viewport.ts';

/** A place with what is told to have happened or to be coming there. Coordinates are units of the frame. */
export interface MapPlace {
  key: string;
  name: string;
  x: number;
  y: number;
  /** How far from the point it may have been, in km, and the same in units. */
  km: number;
  reach: number;
  /** A whole country: its circle would cover the map. */
  isCountry: boolean;
  count: number;
  /** The most frequent first. */
  kinds: { group: EventGroup; count: number }[];
  /** The events there, as the list shows them. */
  href: string;
  latest: { title: string; when: string; sentence: SourceSentence };
}

export interface MapLabel {
  id: string;
  name: string;
  x: number;
  y: number;
}

export interface DisputedArea extends MapLabel {
  /** What is disputed, in one sentence. */
  says: string;
  path: string;
  /** A line of control within it; empty: none. */
  line: string;
}

export interface MapView {
  /** Address of the drawing of coasts and borders. */
  ground: string;
  view: Viewport;
  kmPerUnit: number;
  /** Those with the most events, the most frequent first. */
  places: MapPlace[];
  countries: MapLabel[];
  disputed: DisputedArea[];
  /** Places that the frame does not reach. */
  beyond: { name: string; count: number; href: string }[];
  /** How many events are where: `unsure` are told as feared, as not so or of an earlier time. */
  counts: { all: number; shown: number; beyond: number; unplaced: number; unsure: number; left: number };
}
