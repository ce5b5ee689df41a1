import type { FailureGroup, WorkerSeen } from '@trucewatch/store';
import type { QueueView, Warning } from '#lib/queue/view.ts';

/** Minutes that an article may wait before the queue counts as behind: one is read in well under a second. */
const patience = 2;
/** Failures of one kind within ten minutes that are more than bad luck. */
const many = 5;

interface Seen {
  depth: QueueView['depth'];
  /** Why the queue does not answer; empty when it does. */
  reason: string;
  oldestWaiting: string | null;
  workers: readonly WorkerSeen[];
  groups: readonly FailureGroup[];
}

/** What is wrong, worst first. `now`: epoch milliseconds UTC. A queue that is paused on purpose is not behind. */
export function queueWarnings(
  { depth, reason, oldestWaiting, workers, groups }: Seen,
  now: number,
): Warning[] {
  const warnings: Warning[] = [];
  if (!depth) warnings.push({ kind: 'queue_away', reason });
  if (depth?.isPaused) warnings.push({ kind: 'paused' });
  if (workers.every(({ isGone }) => isGone)) warnings.push({ kind: 'no_worker' });
  for (const { host, seenAt, isGone } of workers)
    if (isGone) warnings.push({ kind: 'worker_gone', host, seenAt });
  const minutes = oldestWaiting === null ? 0 : Math.floor((now - Date.parse(oldestWaiting)) / 60_000);
  if (minutes >= patience && !depth?.isPaused) warnings.push({ kind: 'behind', minutes });
  for (const { group, lately, before } of groups)
    if (lately >= many && lately > before) warnings.push({ kind: 'group_grows', group, lately });
  return warnings;
}
