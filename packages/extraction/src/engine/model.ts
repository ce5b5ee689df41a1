// Asking alone: no tables of places and names, no rules. For a process that leaves the proving to another thread.
export { ModelFault } from './model-fault.ts';
export type { ModelLimits } from './model-settings.ts';
export { type ModelAnswer, openModel } from './open-model.ts';
export { systemClock } from './system-clock.ts';
