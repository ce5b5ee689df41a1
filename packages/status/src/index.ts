export { sideOf } from './conflicts/side-of.ts';
export { type Happening, happenings } from './happenings/merge.ts';
export { nextKnownInstant, statusAt } from './instants.ts';
export { type RuleName, statusRules } from './rules.ts';
export { type TimelineOptions, timeline } from './timeline.ts';
export type { Report } from './told.ts';
