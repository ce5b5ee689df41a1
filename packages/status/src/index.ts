export type { Provenance } from './acts/count-events.ts';
export { type CountedReport, countReport } from './acts/count-report.ts';
export { inForce } from './acts/in-order.ts';
export { isVerified } from './ceasefires/mediators.ts';
export { countriesOfConflict } from './conflicts/known.ts';
export { sideOf } from './conflicts/side-of.ts';
export {
  type Account,
  accountOf,
  type FieldAccount,
  type Value,
  type ValueSaid,
} from './happenings/account.ts';
export type { Feature, Verdict, Weighed } from './happenings/compare.ts';
export type { DecisionOutcome } from './happenings/decisions.ts';
export { decidedEvent } from './happenings/find-decided.ts';
export type { Happening, Link } from './happenings/happening.ts';
export { type HappeningChanges, HappeningIndex, type MergeOptions } from './happenings/happening-index.ts';
export { happenings } from './happenings/merge.ts';
export type { Said } from './happenings/statements.ts';
export { nextKnownInstant, statusAt } from './instants.ts';
export { eventDifferences, tallyOf } from './reextraction/event-differences.ts';
export { type RuleName, statusRules } from './rules.ts';
export { standingReports } from './sources/corrections.ts';
export { type Source, type Sources, sourcesOf } from './sources/independent.ts';
export { countryOfPublisher, publisherOf } from './sources/publishers.ts';
export { sharedText, textSignature } from './sources/signature.ts';
export { Story, type StoryLimits } from './story/story.ts';
export { type FoldedConflict, Survey } from './story/survey.ts';
export { type TimelineOptions, timeline } from './timeline.ts';
export { type Report, type ReportedArticle, type Told, toldEvents } from './told.ts';
export { folder } from './version.ts';
