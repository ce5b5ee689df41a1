import type { CameBy, IntakeState } from '@trucewatch/store';

/** A thing handed in, as lists and its own page show it. */
export interface IntakeView {
  id: string;
  path: string;
  /** An address or the name of a file. */
  name: string;
  cameBy: CameBy;
  /** Null: by itself, as a feed brings it. */
  who: string | null;
  state: IntakeState;
  reason: string | null;
  receivedAt: string;
  finishedAt: string | null;
  found: number;
  accepted: number;
  duplicates: number;
  refused: number;
}
