import type { FailureGroup, LoadPoint, WorkerSeen } from '@trucewatch/store';

/** What an operator should look at, worst first. */
export type Warning =
  | { kind: 'queue_away'; reason: string }
  | { kind: 'no_worker' }
  | { kind: 'worker_gone'; host: string; seenAt: string }
  | { kind: 'behind'; minutes: number }
  | { kind: 'group_grows'; group: string; lately: number }
  | { kind: 'paused' };

export interface QueueView {
  warnings: Warning[];
  /** Null while the queue does not answer. */
  depth: { waiting: number; active: number; delayed: number; isPaused: boolean } | null;
  oldestWaiting: string | null;
  failed: number;
  setAside: number;
  doneInTenMinutes: number;
  workers: WorkerSeen[];
  groups: FailureGroup[];
  history: LoadPoint[];
  hours: number;
}
