const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** By which a text goes on about a truce: "the deal provides for …", "under the agreement". */
export const truceWords = words(
  'truce ceasefire cease-fire armistice agreement deal accord pact pause halt lull arrangement cessation moratorium text document plan understanding',
);

/** Those who are held, and the dead who are given back. */
export const captives = words(
  'prisoner hostage captive detainee pow body remains abductee internee corpse captured abducted detained',
);
export const giving = words('exchange swap release free hand return transfer repatriate');
export const givings = words('exchange swap release return handover repatriation transfer');

/** What watches, and what is watched. */
export const watching = words('monitor verify supervise oversee');
export const watchers = words('monitor observer verification monitoring supervision');
export const watched = words(
  'truce ceasefire cease-fire agreement deal accord pact pause compliance implementation observance violation breach line withdrawal pullback halt cessation it which that its this',
);

/** Ways out: of the word itself and of what stands before it. */
export const waysOut = words('corridor route passage exit');
export const ofWaysOut = words('humanitarian safe evacuation escape aid green relief');
export const fleeing = words(
  'civilian resident wounded family people woman child inhabitant patient injured refugee population sick person',
);

export const aid = words('aid relief food medicine supplies humanitarian assistance foodstuff medicines');
export const vehicles = words(
  'truck convoy lorry shipment delivery supply ship worker agency organisation organization',
);
export const admitting = words(
  'let allow permit enable admit deliver bring distribute reach enter get facilitate ease resume receive pass',
);
export const admissions = words('delivery access entry flow passage distribution entrance');

export const leaving = words('withdraw redeploy disengage');
export const departures = words('withdrawal pullback pull-back pullout pull-out redeployment disengagement');
/** From or of which one withdraws without moving a soldier. */
export const noGround = words(
  'talk talks negotiation agreement deal truce ceasefire accord treaty pact proposal offer candidacy statement request support recognition ambassador complaint report',
);

/** "covers", "applies to", "is limited to". */
export const covering = words('cover include encompass');
export const applying = words('apply extend limit confine restrict');

/** Verbs by which something is provided for, also told as past: "agreed to …", "the deal called for …", "said". */
export const providing = words(
  'agree accept sign declare announce include provide call require stipulate foresee envisage allow commit pledge cover apply promise undertake oblige bind mean intend aim design say tell report add confirm state propose offer extend reach conclude contain set approve order publish read involve demand see entail prescribe let permit envision limit',
);

/** Behind them stands what happened at another time, or what is not. */
export const otherTimes = words(
  'after since before when while as because although though despite amid following during without until if unless whereas once',
);

/** Every lemma from which a term may be read: a sentence without one has none. */
export const openers: ReadonlySet<string> = new Set(
  [
    giving,
    givings,
    watching,
    watchers,
    waysOut,
    admitting,
    admissions,
    leaving,
    departures,
    covering,
    applying,
  ].flatMap((list) => [...list]),
);
