import type { CeasefireStep } from '@trucewatch/schema';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What it means when a truce is the object of a verb, or the subject of its passive. */
export const byObject: readonly (readonly [CeasefireStep, ReadonlySet<string>])[] = [
  [
    'violated',
    list('violate breach break flout infringe disregard ignore disrupt contravene sabotage trample torpedo'),
  ],
  [
    'agreed',
    list(
      'agree reach sign conclude broker clinch strike secure negotiate mediate seal finalize finalise approve achieve forge arrange hammer establish accept endorse ratify agree-to',
    ),
  ],
  ['declared', list('declare announce proclaim order')],
  ['called_for', list('urge demand seek request want support advocate')],
  ['proposed', list('propose offer suggest draft table present')],
  ['rejected', list('reject refuse dismiss oppose decline snub')],
  ['observed', list('observe respect honour honor keep maintain uphold implement preserve fulfil fulfill')],
  ['extended', list('extend prolong renew')],
  ['suspended', list('suspend freeze')],
  ['terminated', list('terminate scrap cancel abandon revoke annul quit exit')],
];

/** The same for prepositional objects: verb lemma and preposition. */
export const byPreposition: Readonly<Record<string, CeasefireStep>> = {
  'agree to': 'agreed',
  'trample on': 'violated',
  'agree on': 'agreed',
  'agree upon': 'agreed',
  'call for': 'called_for',
  'appeal for': 'called_for',
  'push for': 'called_for',
  'press for': 'called_for',
  'plead for': 'called_for',
  'ask for': 'called_for',
  'comply with': 'observed',
  'adhere to': 'observed',
  'abide by': 'observed',
  'stick to': 'observed',
  'commit to': 'observed',
  'enter into': 'took_effect',
  'withdraw from': 'terminated',
  'pull from': 'terminated',
  'pull out': 'terminated',
  'renege on': 'terminated',
  'result in': 'agreed',
  'lead to': 'agreed',
  'end in': 'agreed',
  'end with': 'agreed',
  'rule out': 'rejected',
  'insist on': 'called_for',
  'arrive at': 'agreed',
  'sign on': 'agreed',
  'consent to': 'agreed',
};

/** What it means when a truce is the subject of an active verb. */
export const bySubject: readonly (readonly [CeasefireStep, ReadonlySet<string>])[] = [
  ['took_effect', list('begin start commence')],
  ['observed', list('hold remain prevail last stay endure')],
  [
    'collapsed',
    list(
      'collapse fail unravel crumble fray falter disintegrate shatter implode crack fizzle dissolve flounder',
    ),
  ],
  ['expired', list('expire lapse end')],
  ['agreed', list('end stop')],
];

/** Nouns that govern "of the truce", "to the truce". */
export const byNoun: readonly (readonly [CeasefireStep, RegExp])[] = [
  [
    'violated',
    /\b(?:violations?|breach(?:es)?|breaking|infringements?|disrespect|non-?compliance|violating|breaching|trampling)\b/u,
  ],
  ['collapsed', /\b(?:collapse|failure|breakdown|unravelling|unraveling|demise)\b/u],
  ['extended', /\b(?:extension|prolongation|renewal)\b/u],
  ['observed', /\b(?:observance|respect|compliance|adherence|commitment|readiness|fulfil+ment)\b/u],
  ['took_effect', /\b(?:start|beginning|entry into force)\b/u],
  ['terminated', /\b(?:termination|cancellation|withdrawal|end)\b/u],
  ['called_for', /\b(?:calls?|appeals?|demands?|plea|pleas|urges|need)\b/u],
  ['proposed', /\b(?:proposals?|offers?|draft)\b/u],
  ['rejected', /\b(?:rejection|refusal)\b/u],
  ['agreed', /\b(?:announcement|declaration|signing|conclusion|terms|provisions|conditions|points)\b/u],
];

/** Verbs that ask others to do something: what hangs on them is called for, not done. */
export const asking: ReadonlySet<string> = list(
  'call urge ask demand appeal press push request beg implore exhort encourage order insist invite tell must need plead want oblige compel',
);
/** Verbs that promise: what hangs on them is agreed or pledged. */
export const pledging: ReadonlySet<string> = list(
  'agree commit pledge promise vow undertake confirm reaffirm accept sign decide',
);
