import type { AttackMode } from '@trucewatch/schema';

/** How an attack was made, by the words around it; the first that fits. */
const modes: readonly (readonly [AttackMode, RegExp])[] = [
  ['suicide_bombing', /\bsuicide (?:bomb\w*|attack\w*|car)\b/iu],
  ['landmine', /\b(?:land ?mines?|mine explosion|booby[- ]trap\w*)\b/iu],
  ['drone', /\b(?:drones?|uavs?|unmanned)\b/iu],
  [
    'airstrike',
    /\b(?:air ?strikes?|air[- ]strikes?|air raids?|warplanes?|fighter jets?|from the air|aerial|aircraft|aviation|barrel bombs?|helicopter gunships?)\b/iu,
  ],
  ['missile', /\b(?:missiles?|ballistic|rockets?|scud|smerch|grad)\b/iu],
  [
    'shelling',
    /\b(?:shell(?:ed|ing|s|ings)?|artillery|mortars?|bombard\w*|howitzers?|cluster munitions?|cluster bombs?)\b/iu,
  ],
  ['bombing', /\b(?:bomb(?:ed|ing|ings|s)?|car bomb|explosives?|ied)\b/iu],
  [
    'shooting',
    /\b(?:shot|shoot\w*|gunfire|gunmen|sniper|opened fire|open fire|small arms|machine[- ]gun\w*)\b/iu,
  ],
  [
    'ground_assault',
    /\b(?:offensive|ground (?:assault|operation|offensive)|invaded|invasion|storm(?:ed|ing)|incursion|advance[ds]?|assault)\b/iu,
  ],
];

export function modeOf(text: string): AttackMode | undefined {
  return modes.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Verbs whose agent attacks their object. */
export const attackVerbs: ReadonlySet<string> = new Set(
  'attack shell bomb bombard strike hit target fire launch raid storm ambush assault shoot pound invade kill wound injure murder assassinate massacre execute torch bombed rocket blast shoot-down down destroy slaughter behead gun open retaliate advance forge mount'.split(
    ' ',
  ),
);
/** These are attacks only with a weapon, a strike or people as their object. */
export const vagueVerbs: ReadonlyMap<string, RegExp> = new Map([
  [
    'launch',
    /\b(?:attacks?|offensives?|strikes?|missiles?|rockets?|airstrikes?|assaults?|raids?|drones?|operations?|counter-?offensives?|shells?|war|bombardment)\b/u,
  ],
  ['fire', /\b(?:missiles?|rockets?|shells?|mortars?|artillery|rounds|on|at|drones?|weapons)\b/u],
  ['open', /\bfire\b/u],
  ['mount', /\b(?:attacks?|offensives?|assaults?|raids?)\b/u],
  ['down', /\b(?:drones?|aircraft|jets?|helicopters?|planes?)\b/u],
  [
    'destroy',
    /\b(?:tanks?|vehicles?|houses?|homes?|buildings?|hospitals?|schools?|bridges?|infrastructure|positions?|equipment|systems?|aircraft|churches|mosques?|cathedral|villages?)\b/u,
  ],
  [
    'hit',
    /\b(?:city|town|village|building|house|houses|hospital|school|market|homes?|area|areas|cities|civilian|civilians|by|residential|target|targets|positions?|base|settlements?|cathedral|church|mosque|camp|convoy)\b/u,
  ],
  [
    'target',
    /\b(?:city|town|village|building|houses?|hospital|school|civilians?|civilian|residential|cities|settlements?|positions?|infrastructure|areas?|troops|forces|quarters|neighbou?rhoods?)\b/u,
  ],
  [
    'strike',
    /\b(?:city|town|village|building|houses?|hospital|school|civilians?|residential|cities|settlements?|positions?|infrastructure|areas?|troops|target|targets|by|homes?|market|convoy|base|camp)\b/u,
  ],
  ['advance', /\b(?:into|on|towards?|against|deeper)\b/u],
  ['forge', /\b(?:into|deeper)\b/u],
  ['retaliate', /./u],
  ['blast', /\b(?:city|town|village|building|houses?)\b/u],
  ['gun', /\bdown\b/u],
]);

/** Nouns that tell an attack. */
export const attackNouns =
  /\b(?:attacks?|shellings?|bombardments?|air ?strikes?|air[- ](?:strikes?|raids?)|airstrikes?|(?:missile|rocket|drone|artillery|mortar) (?:strikes?|attacks?|fire|barrages?)|strikes?|raids?|bombings?|offensives?|counter-?offensives?|assaults?|ambush(?:es)?|artillery fire|rocket fire|bombing raids?|massacres?|aggression|provocations?|incursions?|invasion|blasts?|explosions?)\b/giu;

/** Deaths that no one inflicts. */
export const natural =
  /\b(?:earthquakes?|floods?|storms?|hurricane|tornado|typhoon|accidents?|crash|disease|virus|covid(?:-19)?|pandemic|epidemic|heart attack|landslide|avalanche|tsunami)\b/u;
