export { Actor, ActorRole } from './actor.ts';
export {
  Act,
  type ActOf,
  isOf,
  mergeDecisionsOf,
  Reason,
  subjectOf,
  subjectsOf,
} from './acts/act.ts';
export { type CorrectedField, Correction, correctedFields } from './acts/correction.ts';
export { Decision, type DecisionKind, type DecisionOf } from './acts/decision.ts';
export { falseQuoteOf } from './acts/quoted.ts';
export { AlertMessage, AlertNews, StatusAxis, StatusValue, WebhookAddress } from './alert.ts';
export { Article, ArticleState, articleStates, longestText, publicationInterval } from './article.ts';
export {
  Ceasefire,
  CeasefireLink,
  CeasefireMeasures,
  CeasefireOutcome,
  ceasefireLinks,
  Declaration,
  EventRef,
  Hours,
  Mediation,
} from './ceasefire.ts';
export { Claim } from './claim.ts';
export { type CodebookEntry, codebook } from './codebook.ts';
export { Count } from './count.ts';
export { Disagreement, Engine } from './engine.ts';
export {
  AttackMode,
  CeasefireStep,
  ceasefireSteps,
  Event,
  EventCodes,
  EventType,
  eventTypes,
  Purpose,
  Reality,
} from './event.ts';
export { Extraction, ExtractionFailure, Extractor, extractionOf, Mentions } from './extraction.ts';
export { DecidedEvent, MergeDecision } from './merge-decision.ts';
export { Instant, Moment, MomentLevel, momentLevels } from './moment.ts';
export { publisherKey, wordsOf } from './name-words.ts';
export { Place } from './place.ts';
export { Proof } from './proof.ts';
export { type ComparedField, comparedFields, EventDifference } from './reextraction.ts';
export { Role, scopesOf, TokenScope } from './role.ts';
export { holds, roles } from './roles.ts';
export { cutSpan, isQuotedFrom, type Quotable, Span } from './span.ts';
export {
  Compliance,
  Conflict,
  CoverageDay,
  FormalStatus,
  Interval,
  Survival,
  SurvivalStep,
  Timeline,
} from './status.ts';
export { feasts, mayNameOneTruce } from './truce-names.ts';
export { TermKind, TruceTerm } from './truce-terms.ts';
