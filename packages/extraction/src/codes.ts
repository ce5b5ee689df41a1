import type { AttackMode, CeasefireStep, EventCodes, EventType } from '@trucewatch/schema';

/** PLOVER 2.0 categories and modes, CAMEO codes and ACLED sub-events for each type. Lossy: an absent code means they have none. */
const byType: Readonly<Record<Exclude<EventType, 'ceasefire' | 'attack'>, EventCodes>> = {
  clash: { plover: 'ASSAULT', ploverMode: 'firearms', cameo: '190', acled: 'Armed clash' },
  capture: {
    plover: 'ASSAULT',
    ploverMode: 'heavy-weapons',
    cameo: '192',
    acled: 'Government regains territory',
  },
  talks: { plover: 'CONSULT', cameo: '040' },
  agreement: { plover: 'AGREE', cameo: '057', acled: 'Agreement' },
  exchange: { plover: 'RETREAT', ploverMode: 'release', cameo: '0841', acled: 'Agreement' },
  deployment: { plover: 'MOBILIZE', ploverMode: 'troops', cameo: '154', acled: 'Change to group/activity' },
  withdrawal: {
    plover: 'RETREAT',
    ploverMode: 'withdraw',
    cameo: '0874',
    acled: 'Non-violent transfer of territory',
  },
  displacement: { plover: 'COERCE', ploverMode: 'deport', cameo: '174', acled: 'Other' },
  detention: { plover: 'COERCE', ploverMode: 'arrest', cameo: '173', acled: 'Arrests' },
  protest: { plover: 'PROTEST', ploverMode: 'demo', cameo: '141', acled: 'Peaceful protest' },
  sanction: { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '163' },
  aid: { plover: 'AID', cameo: '070' },
  threat: { plover: 'THREATEN', ploverMode: 'violence', cameo: '138' },
  statement: { plover: 'ACCUSE', ploverMode: 'disapprove', cameo: '111' },
};

const byStep: Readonly<Record<CeasefireStep, EventCodes>> = {
  called_for: { plover: 'REQUEST', ploverMode: 'yield', cameo: '0256' },
  proposed: { plover: 'AGREE', cameo: '0356' },
  rejected: { plover: 'REJECT', ploverMode: 'yield', cameo: '1246' },
  agreed: { plover: 'AGREE', cameo: '0356', acled: 'Agreement' },
  declared: { plover: 'RETREAT', ploverMode: 'ceasefire', cameo: '0871', acled: 'Agreement' },
  took_effect: { plover: 'RETREAT', ploverMode: 'ceasefire', cameo: '0871', acled: 'Agreement' },
  observed: { plover: 'RETREAT', ploverMode: 'ceasefire', cameo: '0871' },
  extended: { plover: 'AGREE', cameo: '0356', acled: 'Agreement' },
  violated: { plover: 'ASSAULT', cameo: '196' },
  suspended: { plover: 'REJECT', ploverMode: 'yield', cameo: '1246' },
  collapsed: {},
  expired: {},
  terminated: { plover: 'REJECT', ploverMode: 'yield', cameo: '1246' },
};

const byMode: Readonly<Record<AttackMode, EventCodes>> = {
  shelling: { ploverMode: 'heavy-weapons', cameo: '194', acled: 'Shelling/artillery/missile attack' },
  missile: { ploverMode: 'heavy-weapons', cameo: '194', acled: 'Shelling/artillery/missile attack' },
  airstrike: { ploverMode: 'aerial', cameo: '195', acled: 'Air/drone strike' },
  drone: { ploverMode: 'drone', cameo: '195', acled: 'Air/drone strike' },
  bombing: { ploverMode: 'explosives', cameo: '183', acled: 'Remote explosive/landmine/IED' },
  landmine: { ploverMode: 'explosives', cameo: '183', acled: 'Remote explosive/landmine/IED' },
  suicide_bombing: { ploverMode: 'suicide-attack', cameo: '1831', acled: 'Suicide bomb' },
  shooting: { ploverMode: 'firearms', cameo: '193', acled: 'Attack' },
  ground_assault: { ploverMode: 'heavy-weapons', cameo: '190', acled: 'Armed clash' },
  other: { cameo: '190' },
};

/** The codes of an event in PLOVER, CAMEO and ACLED by what every event has; `candidateCodes` knows more. */
export function codesOf(
  type: EventType,
  step: CeasefireStep | undefined,
  mode: AttackMode | undefined,
): EventCodes {
  if (type === 'ceasefire') return { ...(step ? byStep[step] : {}) };
  if (type === 'attack')
    return { plover: 'ASSAULT', cameo: '190', acled: 'Attack', ...(mode ? byMode[mode] : {}) };
  if (type === 'clash')
    return {
      ...byType.clash,
      ...(mode && byMode[mode].ploverMode ? { ploverMode: byMode[mode].ploverMode } : {}),
    };
  return { ...byType[type] };
}
