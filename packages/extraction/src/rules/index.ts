import { agreement } from './agreement.ts';
import { aid } from './aid.ts';
import { attackNoun } from './attack-noun.ts';
import { attackVerb } from './attack-verb.ts';
import { breachTold } from './breach-told.ts';
import { brokeredTruce } from './brokered-truce.ts';
import { capture } from './capture.ts';
import { clashNoun, clashVerb } from './clash.ts';
import { deployment } from './deployment.ts';
import { detention } from './detention.ts';
import { displacement } from './displacement.ts';
import { exchange } from './exchange.ts';
import { fallOfPlace } from './fall-of-place.ts';
import { fightingHalted } from './fighting-halted.ts';
import { gunsSilent } from './guns-silent.ts';
import { pledge } from './pledge.ts';
import { protest } from './protest.ts';
import { repelledAttempt } from './repelled-attempt.ts';
import type { Rule } from './rule.ts';
import { sanction } from './sanction.ts';
import { statement } from './statement.ts';
import { talksNoun, talksVerb } from './talks.ts';
import { threat } from './threat.ts';
import { toll } from './toll.ts';
import { truceAnswered } from './truce-answered.ts';
import { truceFrame } from './truce-frame.ts';
import { truceMention } from './truce-mention.ts';
import { truceTakesEffect } from './truce-takes-effect.ts';
import { truceToldAgain } from './truce-told-again.ts';
import { underFire } from './under-fire.ts';
import { violationAlleged } from './violation-alleged.ts';
import { withdrawal } from './withdrawal.ts';

/** Every rule, in the order in which its finds win over later ones that say the same. */
export const rules: readonly Rule[] = [
  truceFrame,
  truceTakesEffect,
  truceToldAgain,
  truceAnswered,
  fightingHalted,
  gunsSilent,
  violationAlleged,
  breachTold,
  brokeredTruce,
  truceMention,
  attackVerb,
  underFire,
  repelledAttempt,
  attackNoun,
  clashVerb,
  clashNoun,
  toll,
  capture,
  fallOfPlace,
  talksVerb,
  talksNoun,
  agreement,
  exchange,
  deployment,
  withdrawal,
  displacement,
  detention,
  protest,
  sanction,
  aid,
  threat,
  pledge,
  statement,
];
