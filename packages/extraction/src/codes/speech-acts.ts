import type { EventCodes, EventType } from '@trucewatch/schema';

/** What a verb of speech does, and what its object must be for it to be an act between actors. */
export interface SpeechAct {
  codes: EventCodes;
  /**
   * any: whatever its object is; matter: the object is an actor or a political matter ("backed the plan");
   * grant: the object is something asked for ("denied access"); actor: somebody is addressed or meant ("thanked Qatar").
   */
  object: 'any' | 'matter' | 'actor' | 'grant';
}

const disapprove: EventCodes = { plover: 'ACCUSE', ploverMode: 'disapprove', cameo: '111' };
const allege: EventCodes = { plover: 'ACCUSE', ploverMode: 'allege', cameo: '112' };
const complain: EventCodes = { plover: 'ACCUSE', ploverMode: 'allege', cameo: '114' };
const sue: EventCodes = { plover: 'ACCUSE', ploverMode: 'allege', cameo: '115' };
const investigate: EventCodes = { plover: 'ACCUSE', ploverMode: 'investigate', cameo: '090' };
const request: EventCodes = { plover: 'REQUEST', cameo: '100' };
const reject: EventCodes = { plover: 'REJECT', cameo: '120' };
const veto: EventCodes = { plover: 'REJECT', ploverMode: 'yield', cameo: '129' };
const praise: EventCodes = { plover: 'SUPPORT', cameo: '051' };
const defend: EventCodes = { plover: 'SUPPORT', cameo: '052' };
const back: EventCodes = { plover: 'SUPPORT', cameo: '050' };
const recognise: EventCodes = { plover: 'SUPPORT', cameo: '054' };
const forgive: EventCodes = { plover: 'SUPPORT', cameo: '056' };
const concede: EventCodes = { plover: 'CONCEDE', cameo: '080' };
const apologise: EventCodes = { plover: 'CONCEDE', cameo: '055' };
const resign: EventCodes = { plover: 'RETREAT', ploverMode: 'resign', cameo: '0831' };
const cooperate: EventCodes = { plover: 'COOPERATE', cameo: '060' };
const extradite: EventCodes = { plover: 'COOPERATE', cameo: '063' };
const deport: EventCodes = { plover: 'COERCE', ploverMode: 'deport', cameo: '174' };
const censor: EventCodes = { plover: 'COERCE', ploverMode: 'censor', cameo: '1721' };
const restrict: EventCodes = { plover: 'COERCE', ploverMode: 'restrict', cameo: '172' };
const cyber: EventCodes = { plover: 'COERCE', ploverMode: 'cyber', cameo: '176' };
const convict: EventCodes = { plover: 'SANCTION', ploverMode: 'convict', cameo: '116' };

const lexicon: readonly (readonly [SpeechAct['object'], EventCodes, string])[] = [
  [
    'any',
    disapprove,
    'condemn denounce criticise criticize decry deplore lambast lambaste castigate rebuke reprimand chide reproach censure disparage berate vilify excoriate upbraid admonish deride reprove lash_out hit_out speak_out',
  ],
  ['actor', disapprove, 'slam blast scold mock ridicule insult shame chastise'],
  ['actor', allege, 'accuse blame implicate fault charge'],
  ['any', sue, 'indict sue prosecute'],
  ['actor', investigate, 'question interrogate'],
  ['actor', complain, 'complain'],
  ['any', complain, 'protest'],
  ['any', investigate, 'investigate probe inspect look_into'],
  ['any', request, 'demand insist'],
  [
    'actor',
    request,
    'urge ask beg beseech implore press exhort plead petition request call_on call_upon appeal order instruct pressure summon advise caution want',
  ],
  ['matter', request, 'request call_for seek solicit appeal plead'],
  ['any', reject, 'reject rebuff spurn oppose rule_out turn_down repudiate'],
  ['matter', reject, 'dismiss block refuse decline resist defy flout ignore shun snub brush_off disregard'],
  ['grant', reject, 'deny'],
  ['any', reject, 'vote_against walk_away'],
  ['any', veto, 'veto'],
  ['matter', { plover: 'PROTEST', ploverMode: 'boycott', cameo: '143' }, 'boycott'],
  ['any', praise, 'praise applaud hail laud commend'],
  ['matter', praise, 'welcome congratulate thank salute honour honor compliment'],
  ['matter', defend, 'defend'],
  [
    'matter',
    back,
    'support endorse back ratify approve stand_by stand_behind side_with vote_for rally_behind',
  ],
  ['matter', recognise, 'recognise recognize'],
  ['actor', forgive, 'forgive'],
  ['any', apologise, 'apologise apologize'],
  ['actor', concede, 'pardon amnesty'],
  ['any', concede, 'back_down give_in relent bow_to yield_to cave_in'],
  ['any', resign, 'resign step_down abdicate'],
  ['actor', cooperate, 'cooperate collaborate'],
  ['any', extradite, 'extradite'],
  ['any', deport, 'deport force_out'],
  ['matter', censor, 'censor'],
  ['matter', restrict, 'ban outlaw bar prohibit forbid'],
  ['any', cyber, 'hack deface'],
  ['actor', { plover: 'SANCTION', ploverMode: 'expel', cameo: '166' }, 'suspend'],
  ['actor', convict, 'convict sentence'],
];

const acts = new Map<string, SpeechAct[]>();
for (const [object, codes, lemmas] of lexicon)
  for (const lemma of lemmas.split(' ')) {
    const known = acts.get(lemma) ?? [];
    known.push({ object, codes });
    acts.set(lemma, known);
  }

/** What a verb does when it is said, by its lemma, with its particle after an underscore: "turn_down". */
export function speechActsOf(verb: string): readonly SpeechAct[] {
  // "chided" may come as "chid": spelling alone does not tell a rare verb's final e.
  return acts.get(verb) ?? acts.get(`${verb}e`) ?? [];
}

/** "Lodged a complaint", "launched an investigation", "expressed support": the act is in the object. */
const nouns: readonly (readonly [EventCodes, string, string])[] = [
  [
    back,
    'express voice convey extend pay reaffirm reiterate declare announce give lend throw',
    'support solidarity gratitude appreciation backing condolence sympathy thanks tribute congratulations endorsement satisfaction',
  ],
  [recognise, 'grant extend announce withdraw', 'recognition'],
  [
    complain,
    'lodge file submit deliver make present send hand level register',
    'complaint protest accusation allegation',
  ],
  [sue, 'file bring lodge press lay issue submit', 'lawsuit suit charge case indictment'],
  [
    disapprove,
    'express voice issue draw',
    'condemnation outrage dismay anger disapproval criticism displeasure indignation',
  ],
  [
    investigate,
    'open launch begin start complete conduct order announce initiate finish',
    'investigation inquiry probe enquiry',
  ],
  [
    request,
    'make issue send submit reiterate renew launch repeat present',
    'demand appeal request plea call',
  ],
  [reject, 'express voice declare reiterate', 'opposition rejection refusal'],
  [apologise, 'issue offer make present', 'apology'],
  [
    { plover: 'COERCE', ploverMode: 'curfew', cameo: '1723' },
    'impose declare announce clamp extend',
    'curfew',
  ],
  [
    { plover: 'COERCE', ploverMode: 'martial-law', cameo: '1724' },
    'impose declare proclaim announce extend',
    'martial_law emergency siege',
  ],
  [restrict, 'impose introduce announce tighten', 'restriction ban'],
  [
    { plover: 'CONCEDE', cameo: '081' },
    'lift ease relax remove revoke end',
    'curfew emergency ban restriction martial_law',
  ],
  [{ plover: 'CONCEDE', cameo: '083' }, 'accept meet', 'demand'],
  [{ plover: 'CONCEDE', cameo: '082' }, 'call_off suspend', 'strike protest demonstration'],
  [
    { plover: 'REJECT', ploverMode: 'meet', cameo: '125' },
    'call_off cancel postpone boycott walk_out',
    'meeting visit summit talk talks negotiation conference',
  ],
  [
    { plover: 'COOPERATE', cameo: '064' },
    'share exchange',
    'information intelligence evidence expertise data experience technology',
  ],
  [
    { plover: 'COOPERATE', cameo: '062' },
    'hold launch begin start conduct stage',
    'exercise drill manoeuvre maneuver game',
  ],
  [
    { plover: 'COERCE', ploverMode: 'seize', cameo: '1711' },
    'confiscate seize impound',
    'ship tanker vessel property asset boat land farmland home house cargo passport equipment',
  ],
  [
    { plover: 'COERCE', ploverMode: 'restrict', cameo: '1721' },
    'prevent disperse ban break_up',
    'demonstration rally protest march gathering',
  ],
  [investigate, 'dispatch send deploy', 'inspector investigator'],
  [disapprove, 'summon', 'ambassador diplomat envoy'],
  [
    censor,
    'order suspend close close_down shut shut_down ban block jam raid',
    'newspaper broadcaster channel magazine website radio television daily weekly',
  ],
  [{ plover: 'MOBILIZE', ploverMode: 'police', cameo: '153' }, 'order increase intensify step_up', 'patrol'],
  [
    { plover: 'COOPERATE', cameo: '061' },
    'resume restore begin start expand',
    'trade export flight shipment traffic service commerce',
  ],
  [{ plover: 'AID', cameo: '071' }, 'forgive cancel write_off', 'debt'],
  [
    { plover: 'RETREAT', ploverMode: 'access', cameo: '086' },
    'allow admit permit let accept receive',
    'inspector observer monitor convoy peacekeeper',
  ],
  [
    { plover: 'RETREAT', ploverMode: 'disarm', cameo: '0873' },
    'surrender hand_over turn_in hand_in decommission give_up',
    'weapon arm arms gun rifle',
  ],
  [
    { plover: 'SANCTION', ploverMode: 'withdraw', cameo: '164' },
    'suspend break_off halt cut_off abandon pull_out withdraw',
    'negotiation talk talks dialogue mediation',
  ],
  [
    { plover: 'SANCTION', ploverMode: 'withdraw', cameo: '161' },
    'quit leave',
    'treaty organisation organization pact alliance bloc convention',
  ],
  [
    { plover: 'COERCE', ploverMode: 'withhold', cameo: '172' },
    'cut cut_off shut shut_off block disrupt',
    'power electricity water gas internet',
  ],
  [{ plover: 'AGREE', cameo: '030' }, 'give offer make', 'assurance guarantee pledge promise undertaking'],
  [back, 'throw', 'weight'],
  [sue, 'issue', 'warrant'],
  [investigate, 'examine review study', 'claim allegation accusation complaint'],
  [extradite, 'hand hand_over transfer deliver', 'suspect fugitive bomber terrorist'],
  [
    { plover: 'RETREAT', ploverMode: 'access', cameo: '086' },
    'open reopen re-open',
    'crossing border airport port corridor route',
  ],
  [{ plover: 'AGREE', cameo: '030' }, 'express voice declare signal', 'readiness willingness'],
  [{ plover: 'COOPERATE', cameo: '062' }, 'carry_out', 'exercise drill manoeuvre maneuver'],
  [{ plover: 'AID', cameo: '075' }, 'take_in host shelter', 'refugee'],
  [
    { plover: 'COERCE', ploverMode: 'restrict', cameo: '191' },
    'block close seal_off seal shut',
    'road border crossing corridor airspace highway',
  ],
];

const byNoun = new Map<string, { verbs: ReadonlySet<string>; codes: EventCodes }[]>();
for (const [codes, verbs, list] of nouns)
  for (const noun of list.split(' ')) {
    const known = byNoun.get(noun) ?? [];
    known.push({ verbs: new Set(verbs.split(' ')), codes });
    byNoun.set(noun, known);
  }

/** The act of a verb with a noun of action as its object. */
export function nounActOf(verb: string, noun: string): EventCodes | undefined {
  return byNoun.get(noun)?.find(({ verbs }) => verbs.has(verb))?.codes;
}

const verbs = new Set(
  [
    ...acts.keys(),
    ...[...byNoun.values()].flatMap((known) => known.flatMap((entry) => [...entry.verbs])),
  ].map((verb) => verb.split('_')[0] as string),
);

const phrasal = new Set(
  [
    ...acts.keys(),
    ...[...byNoun.values()].flatMap((known) => known.flatMap((entry) => [...entry.verbs])),
  ].filter((verb) => verb.includes('_')),
);

/** Whether a verb and the word after it are one verb of the lexicon, whatever the tree makes of that word. */
export function isPhrasal(key: string): boolean {
  return phrasal.has(key);
}

/** Whether a verb can make an act of speech at all, with any particle or object: the cheap test before the others. */
export function canAct(lemma: string): boolean {
  return verbs.has(lemma) || verbs.has(`${lemma}e`);
}

/** The type that a deed told by these rules has where it is none of speech: shared intelligence is aid, a drill a deployment. */
export function typeOfAct({ cameo, ploverMode, plover }: EventCodes): EventType {
  if (cameo === '064' || plover === 'AID') return 'aid';
  if (cameo === '062' || plover === 'MOBILIZE') return 'deployment';
  if (cameo === '063') return 'detention';
  if (ploverMode === 'deport') return 'displacement';
  return ploverMode === 'seize' || ploverMode === 'withhold' || ploverMode === 'cyber'
    ? 'sanction'
    : 'statement';
}
