import type { FailureGroup, WorkerSeen } from '@trucewatch/store';
import { describe, expect, it } from 'vitest';
import { queueWarnings } from './queue-warnings.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const depth = { waiting: 0, active: 0, delayed: 0, isPaused: false };
const worker = (isGone: boolean) =>
  ({ host: 'here', seenAt: '2026-03-01T11:59:00.000Z', isGone }) as WorkerSeen;
const group = (lately: number, before: number) => ({ group: 'too long', lately, before }) as FailureGroup;
const fine = { depth, reason: '', oldestWaiting: null, workers: [worker(false)], groups: [] };

describe('operators are warned', () => {
  it('of nothing while all is well, an article that has just come in and a few failures included', () => {
    const busy = { ...fine, oldestWaiting: '2026-03-01T11:59:00.000Z', groups: [group(4, 0), group(9, 9)] };
    expect(queueWarnings(busy, now)).toEqual([]);
  });

  it('that the queue is behind, unless it is paused on purpose', () => {
    const behind = { ...fine, oldestWaiting: '2026-03-01T11:50:00.000Z' };
    expect(queueWarnings(behind, now)).toEqual([{ kind: 'behind', minutes: 10 }]);
    const paused = { ...behind, depth: { ...depth, isPaused: true } };
    expect(queueWarnings(paused, now)).toEqual([{ kind: 'paused' }]);
  });

  it('that a worker is gone, and that none is left', () => {
    const gone = { kind: 'worker_gone', host: 'here', seenAt: '2026-03-01T11:59:00.000Z' };
    expect(queueWarnings({ ...fine, workers: [worker(false), worker(true)] }, now)).toEqual([gone]);
    expect(queueWarnings({ ...fine, workers: [worker(true)] }, now)).toEqual([{ kind: 'no_worker' }, gone]);
    expect(queueWarnings({ ...fine, workers: [] }, now)).toEqual([{ kind: 'no_worker' }]);
  });

  it('that failures of one kind grow in number, and that the queue is away', () => {
    const grows = { kind: 'group_grows', group: 'too long', lately: 5 };
    expect(queueWarnings({ ...fine, groups: [group(5, 2)] }, now)).toEqual([grows]);
    const away = { ...fine, depth: null, reason: 'Redis does not answer.' };
    expect(queueWarnings(away, now)).toEqual([{ kind: 'queue_away', reason: 'Redis does not answer.' }]);
  });
});
