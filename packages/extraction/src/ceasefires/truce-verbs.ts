import type { CeasefireStep } from '@trucewatch/schema';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** From each word of the lists to the step under which it stands. */
function byWord(rows: readonly (readonly [CeasefireStep, string])[]): ReadonlyMap<string, CeasefireStep> {
  return new Map(rows.flatMap(([step, words]) => words.split(' ').map((word) => [word, step] as const)));
}

/** What it means when a truce is the object of a verb, or the subject of its passive. */
export const byObject = byWord([
  [
    'violated',
    'violate mar breach break flout infringe disregard ignore disrupt contravene sabotage trample torpedo transgress puncture desecrate',
  ],
  [
    'agreed',
    'agree reach sign conclude broker clinch strike secure negotiate mediate seal finalize finalise approve achieve forge arrange hammer establish accept endorse ratify ink cement thrash hash cut adopt embrace obtain restore reinstate reestablish re-establish initial facilitate engineer orchestrate garner win foresee envisage stipulate',
  ],
  ['declared', 'declare announce proclaim order decree call impose institute unveil join'],
  ['called_for', 'urge demand seek request want advocate favor favour beseech need'],
  ['proposed', 'propose offer suggest draft table present float pitch moot'],
  ['rejected', 'reject refuse dismiss oppose decline snub rebuff spurn veto repudiate shun scorn resist nix'],
  ['observed', 'observe respect honour honor keep maintain uphold implement preserve fulfil fulfill'],
  ['extended', 'extend prolong renew lengthen stretch'],
  ['suspended', 'suspend freeze'],
  [
    'terminated',
    'terminate scrap cancel abandon revoke annul quit exit renounce rescind nullify denounce abrogate discontinue',
  ],
  ['collapsed', 'shatter wreck derail scuttle'],
]);

/** Verbs with a particle: "call off", "turn down". */
export const byParticle: Readonly<Record<string, CeasefireStep>> = {
  'call off': 'terminated',
  'break off': 'terminated',
  'tear up': 'terminated',
  'rip up': 'terminated',
  'tore up': 'terminated',
  'work out': 'agreed',
  'hammer out': 'agreed',
  'thrash out': 'agreed',
  'iron out': 'agreed',
  'draw up': 'proposed',
  'put forward': 'proposed',
  'turn down': 'rejected',
  'rule out': 'rejected',
  'wave away': 'rejected',
  'brush aside': 'rejected',
  'brush off': 'rejected',
  'shrug off': 'rejected',
  'laugh off': 'rejected',
  'wave aside': 'rejected',
  'wave off': 'rejected',
  'bat away': 'rejected',
  'knock back': 'rejected',
  'throw out': 'rejected',
  'shoot down': 'rejected',
  'hold out': 'proposed',
  'dangle before': 'proposed',
  'roll over': 'extended',
  'blow up': 'collapsed',
};

/** The same for prepositional objects: verb lemma and preposition. */
export const byPreposition: Readonly<Record<string, CeasefireStep>> = {
  'agree to': 'agreed',
  'trample on': 'violated',
  'agree on': 'agreed',
  'agree with': 'agreed',
  'agree upon': 'agreed',
  'settle on': 'agreed',
  'call for': 'called_for',
  'appeal for': 'called_for',
  'push for': 'called_for',
  'press for': 'called_for',
  'plead for': 'called_for',
  'ask for': 'called_for',
  'lobby for': 'called_for',
  'beg for': 'called_for',
  'clamour for': 'called_for',
  'cry for': 'called_for',
  'cry out': 'called_for',
  'campaign for': 'called_for',
  'comply with': 'observed',
  'adhere to': 'observed',
  'abide by': 'observed',
  'stick to': 'observed',
  'stand by': 'observed',
  'keep to': 'observed',
  'commit to': 'observed',
  'enter into': 'agreed',
  'enter in': 'agreed',
  'come to': 'agreed',
  'return to': 'agreed',
  'recommit to': 'agreed',
  'withdraw from': 'terminated',
  'pull from': 'terminated',
  'pull out': 'terminated',
  'walk from': 'terminated',
  'back out': 'terminated',
  'renege on': 'terminated',
  'result in': 'agreed',
  'lead to': 'agreed',
  'end in': 'agreed',
  'end with': 'agreed',
  'culminate in': 'agreed',
  'provide for': 'agreed',
  'rule out': 'rejected',
  'insist on': 'called_for',
  'arrive at': 'agreed',
  'sign on': 'agreed',
  'sign to': 'agreed',
  'consent to': 'agreed',
  'assent to': 'agreed',
  'accede to': 'agreed',
  'subscribe to': 'agreed',
  'object to': 'rejected',
  'scoff at': 'rejected',
  'sneer at': 'rejected',
  'balk at': 'rejected',
  'baulk at': 'rejected',
};

/** What it means when a truce is the subject of an active verb. */
export const bySubject = byWord([
  ['took_effect', 'begin start commence'],
  ['observed', 'hold remain prevail last stay endure survive persist'],
  [
    'collapsed',
    'collapse fail unravel crumble fray falter disintegrate shatter implode crack fizzle dissolve flounder founder',
  ],
  ['expired', 'expire lapse end elapse'],
  ['agreed', 'stop'],
]);

/** Nouns that govern "of the truce", "to the truce". */
export const byNoun = byWord([
  [
    'violated',
    'violation violations breach breaches breaking infringement infringements disrespect non-compliance noncompliance violating breaching trampling disregard infraction infractions mockery',
  ],
  ['collapsed', 'collapse failure breakdown unravelling unraveling demise'],
  ['extended', 'extension prolongation renewal'],
  ['observed', 'observance respect compliance adherence commitment readiness fulfilment fulfillment'],
  ['took_effect', 'start beginning'],
  ['expired', 'expiry expiration'],
  ['suspended', 'suspension'],
  ['terminated', 'termination cancellation withdrawal end'],
  ['called_for', 'call calls appeal appeals demand demands plea pleas urges need'],
  ['proposed', 'proposal proposals offer offers draft'],
  ['rejected', 'rejection refusal'],
  ['agreed', 'announcement declaration signing conclusion terms provisions conditions points'],
]);

/** Verbs that ask others to do something: what hangs on them is called for, not done. */
export const asking: ReadonlySet<string> = list(
  'call urge ask demand appeal press push request beg implore exhort encourage order insist invite tell must need plead want oblige compel beseech entreat instruct require recommend pressure lean prod nudge coax lobby',
);
/** Verbs that promise: what hangs on them is agreed or pledged. */
export const pledging: ReadonlySet<string> = list(
  'agree commit pledge promise vow undertake confirm reaffirm accept sign decide swear',
);
