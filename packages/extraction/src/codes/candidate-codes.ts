import type { EventCodes } from '@trucewatch/schema';
import type { Candidate } from '../candidate.ts';
import { codesOf } from '../codes.ts';
import { wordsOf } from '../document.ts';

/** Attacks, detentions and displacements by verb, where the general code of the type is wrong. */
const byVerb: readonly (readonly [EventCodes, string])[] = [
  [{ ploverMode: 'targeted', cameo: '186' }, 'assassinate execute behead massacre slaughter'],
  [{ ploverMode: 'torture', cameo: '1822' }, 'torture'],
  [{ ploverMode: 'beat', cameo: '182' }, 'beat assault'],
  [{ ploverMode: 'sexual', cameo: '1821' }, 'rape abuse molest'],
  [{ ploverMode: 'destroy', cameo: '1712' }, 'demolish raze torch burn destroy bulldoze'],
  [{ ploverMode: 'primitive', cameo: '182' }, 'stab lynch stone'],
  [{ ploverMode: 'abduct', cameo: '181' }, 'kidnap abduct hijack'],
];
const verbCodes = new Map(
  byVerb.flatMap(([codes, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, codes] as const)),
);
/** Verbs by which somebody else drives people out; plain flight has no code. */
const expelling = new Set('deport expel evict displace drive force uproot remove transfer'.split(' '));
const convicting = new Set('convict sentence jail imprison condemn'.split(' '));
/** Verbs by which land is given rather than taken. */
const ceding = new Set('cede hand return receive regain surrender relinquish give'.split(' '));
/** What is cooperation once it is done is a promise before. */
const promised = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);

/** The codes of a candidate: those that its rule gave, else by type, step, mode and verb; what lies ahead is AGREE or THREATEN. */
export function candidateCodes(candidate: Candidate): EventCodes {
  const own = candidate.codes ?? actCodes(candidate);
  if (candidate.reality !== 'future') return own;
  const { plover = '' } = own;
  if (promised.has(plover)) return { plover: 'AGREE', cameo: agreeing[plover] ?? '030' };
  if ((plover === 'SANCTION' || plover === 'COERCE') && !isDecided(candidate))
    return {
      plover: 'THREATEN',
      ploverMode: own.ploverMode === 'expel' ? 'expel' : 'restrict',
      cameo: '131',
    };
  if (plover === 'RETREAT')
    return { plover: candidate.type === 'ceasefire' ? 'CONCEDE' : 'AGREE', cameo: '035' };
  return own;
}

/** "announced that it would cut all aid": decided, not threatened. */
function isDecided({ clause, line }: Candidate): boolean {
  const above = clause?.parent == null ? undefined : line.clauses[clause.parent]?.verb.lemma;
  return above === 'announce' || above === 'decide' || above === 'order';
}

const agreeing: Readonly<Record<string, string>> = {
  CONSULT: '036',
  SUPPORT: '032',
  COOPERATE: '031',
  AID: '033',
};

function actCodes(candidate: Candidate): EventCodes {
  const general = codesOf(candidate.type, candidate.step, candidate.mode);
  const lemma = candidate.nominal ? '' : (candidate.clause?.verb.lemma ?? '');
  switch (candidate.type) {
    case 'attack':
      return candidate.mode ? general : { ...general, ...verbCodes.get(lemma) };
    case 'detention':
      if (verbCodes.get(lemma)?.ploverMode === 'abduct')
        return {
          plover: 'ASSAULT',
          ploverMode: 'abduct',
          cameo: '181',
          acled: 'Abduction/forced disappearance',
        };
      return convicting.has(lemma) ? { ...general, plover: 'SANCTION', ploverMode: 'convict' } : general;
    case 'displacement':
      return expelling.has(lemma) ? general : { acled: 'Other' };
    case 'capture':
      return ceding.has(lemma)
        ? {
            plover: 'RETREAT',
            ploverMode: 'withdraw',
            cameo: '0874',
            acled: 'Non-violent transfer of territory',
          }
        : general;
    case 'deployment':
      return deploymentCodes(candidate, general);
    default:
      return general;
  }
}

/** Peacekeepers and relief troops are aid, inspectors investigate, police are police. */
function deploymentCodes(candidate: Candidate, general: EventCodes): EventCodes {
  const { clause, line } = candidate;
  const words =
    clause && !candidate.nominal
      ? [...clause.agents, ...clause.patients]
          .map(({ first, extent }) => wordsOf(line, { first, last: extent }))
          .join(' ')
      : line.source.slice(candidate.start, Math.min(line.end, candidate.end + 60)).toLowerCase();
  if (/\bpeace-?(?:keep|\s?forces?|\s?troops?)/u.test(words))
    return { ...general, plover: 'AID', cameo: '074', ploverMode: undefined };
  if (/\b(?:exercises?|drills?|manoeuvres|maneuvers|war games?)\b|\bjoint patrols?\b/u.test(words))
    return { plover: 'COOPERATE', cameo: '062' };
  if (/\b(?:inspectors?|investigators?|fact-finding)\b/u.test(words))
    return { ...general, plover: 'ACCUSE', ploverMode: 'investigate', cameo: '090' };
  if (/\bpolice\b/u.test(words)) return { ...general, ploverMode: 'police', cameo: '153' };
  return general;
}
