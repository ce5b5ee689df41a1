import { answerBefore } from './answer-before.ts';
import { atOnce } from './at-once.ts';
import { attributeClaims } from './attribute-claims.ts';
import { background } from './background.ts';
import { carriedSpeech } from './carried-speech.ts';
import { countCasualties } from './count-casualties.ts';
import { dateByReport } from './date-by-report.ts';
import { elaboratedBreach } from './elaborated-breach.ts';
import { fillParties } from './fill-parties.ts';
import { findWhen } from './find-when.ts';
import { findPlaces } from './find-where.ts';
import { linkCeasefires } from './link-ceasefires.ts';
import { mergeMentions } from './merge-mentions.ts';
import { nameMediators } from './name-mediators.ts';
import { namePurpose } from './name-purpose.ts';
import { nameTerms } from './name-terms.ts';
import { onePerHappening } from './one-per-happening.ts';
import { oneWar } from './one-war.ts';
import { otherWorlds } from './other-worlds.ts';
import { reciprocal } from './reciprocal.ts';
import type { Refiner } from './refiner.ts';
import { scheduledStart } from './scheduled-start.ts';
import { shareMediators } from './share-mediators.ts';
import { splitPlural } from './split-plural.ts';
import { statedLength } from './stated-length.ts';
import { truceInEarnest } from './truce-in-earnest.ts';
import { truceTerms } from './truce-terms.ts';
import { withdrawnReport } from './withdrawn-report.ts';

/** Every refiner, in the order in which they run: each sees what those before it left. */
export const refiners: readonly Refiner[] = [
  truceInEarnest,
  otherWorlds,
  withdrawnReport,
  onePerHappening,
  reciprocal,
  splitPlural,
  attributeClaims,
  answerBefore,
  countCasualties,
  findWhen,
  truceTerms,
  background,
  findPlaces,
  nameTerms,
  linkCeasefires,
  scheduledStart,
  nameMediators,
  shareMediators,
  fillParties,
  elaboratedBreach,
  namePurpose,
  oneWar,
  carriedSpeech,
  mergeMentions,
  dateByReport,
  atOnce,
  statedLength,
];
