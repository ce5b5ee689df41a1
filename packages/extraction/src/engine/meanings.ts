import type { CeasefireStep, EventType, Reality } from '@trucewatch/schema';

/** What each type means, for a model that reads: the contract's own definitions. */
export const typeMeanings: Readonly<Record<EventType, string>> = {
  ceasefire:
    'an end or pause of fighting, whatever it is called: called for, agreed, kept, broken or ended; needs a step',
  attack: 'one side hits a target: civilians, troops, a town',
  clash: "armed fighting between two sides; a war's whole toll hangs on one",
  capture:
    'territory changes hands, by force or by a negotiated hand-over; the initiator is the side that gains',
  talks: 'a meeting, call or negotiation',
  agreement: 'a deal that is not a ceasefire',
  exchange: 'prisoners, hostages or bodies are exchanged or handed over',
  deployment: 'peacekeepers, observers or troops are sent; mobilisation',
  withdrawal: 'forces leave a place',
  displacement: 'people flee or return',
  detention: 'people are arrested or taken captive',
  protest: 'a demonstration or strike',
  sanction: 'sanctions are set or lifted, relations cut',
  aid: 'help, military or humanitarian, is given or promised',
  threat: 'one side threatens another',
  statement: 'a speech act between actors that no other type carries: condemns, demands, refuses, supports',
};

export const stepMeanings: Readonly<Record<CeasefireStep, string>> = {
  called_for:
    'someone asks for a ceasefire, an end to the fighting, or that a truce be kept; the caller is initiator',
  proposed: 'a side or mediator offers terms',
  rejected: 'a side refuses it',
  agreed:
    'by two or more sides, or announced as agreed by a mediator; also an earlier truce that is only named',
  declared: 'by one side alone',
  took_effect: 'it began, or is to begin, at a time that is told',
  observed: 'reported as holding, or a side says that it keeps it or will',
  extended: 'it is prolonged',
  violated: 'a breach is alleged or reported: one event for each accused side, the accused being initiator',
  suspended: 'a side stops keeping it for a time',
  collapsed: 'reported as having failed',
  expired: 'it ran out at its stated end',
  terminated: 'formally ended by a side',
};

export const realityMeanings: Readonly<Record<Reality, string>> = {
  actual: 'told as having happened or happening',
  future: 'announced or promised, not yet so at publication',
  hypothetical: "conditional, feared, or a demand's content",
  negated: 'told as not having happened',
  historical: 'background from an earlier conflict or period',
};
