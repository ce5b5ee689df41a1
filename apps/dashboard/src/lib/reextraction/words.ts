import type { EventDifference } from '@trucewatch/schema';
import type { ReadState, Reextraction } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';

export const runStateWords: Record<Reextraction['state'], () => string> = {
  running: m.reextraction_run_running,
  stopped: m.reextraction_run_stopped,
  done: m.reextraction_run_done,
  accepted: m.reextraction_run_accepted,
  refused: m.reextraction_run_refused,
};

export const readStateWords: Record<ReadState, () => string> = {
  waiting: m.reextraction_read_waiting,
  equal: m.reextraction_read_equal,
  differs: m.reextraction_read_differs,
  failed: m.reextraction_read_failed,
  accepting: m.reextraction_read_accepting,
  accepted: m.reextraction_read_accepted,
  refused: m.reextraction_read_refused,
};

export const differenceWords: Record<EventDifference['kind'], () => string> = {
  added: m.reextraction_kind_added,
  removed: m.reextraction_kind_removed,
  changed: m.reextraction_kind_changed,
};
