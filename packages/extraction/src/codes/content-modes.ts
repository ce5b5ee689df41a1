import type { EventCodes } from '@trucewatch/schema';

const set = (words: string) => new Set(words.split(' '));
const meeting = set(
  'meet meeting talk talks negotiate negotiation dialogue summit visit mediate mediation conference attend invitation table discuss settlement peace agreement',
);
const yielding = set(
  'release free end stop cease halt withdraw withdrawal pull lift ease return surrender drop ceasefire cease-fire truce disarm lay hand renounce restraint refrain cancel access allow halt attack stop-fire demobilize',
);
const assisting = set(
  'help aid assist assistance support send provide give contribute protect protection protecting security troops weapon arms money fund loan refuge asylum presence peacekeeper information cooperate cooperation trade match allocate ensure',
);
const changing = set(
  'election reform democracy democratic resign resignation constitution constitutional policy law independence autonomy right referendum government step change barrier',
);

type Content = 'meet' | 'yield' | 'assist' | 'change';

const codeOf: Readonly<Record<'REQUEST' | 'REJECT', Readonly<Record<Content, string>>>> = {
  REQUEST: { assist: '103', change: '104', yield: '105', meet: '106' },
  REJECT: { assist: '122', change: '123', yield: '124', meet: '125' },
};

/** A request or refusal with its mode by what is asked: the first word of content decides. Other acts stay as they are. */
export function withContent(codes: EventCodes, lemmas: readonly string[]): EventCodes {
  const { plover } = codes;
  if ((plover !== 'REQUEST' && plover !== 'REJECT') || codes.ploverMode) return codes;
  const content = contentOf(lemmas);
  return {
    ...codes,
    ploverMode: content ?? 'change',
    ...(content ? { cameo: codeOf[plover][content] } : {}),
  };
}

function contentOf(lemmas: readonly string[]): Content | undefined {
  for (const lemma of lemmas) {
    if (meeting.has(lemma)) return 'meet';
    if (yielding.has(lemma)) return 'yield';
    if (changing.has(lemma)) return 'change';
    if (assisting.has(lemma)) return 'assist';
  }
  return undefined;
}

const restricting = set(
  'boycott ban bar blockade embargo strike restrict restriction sanction curfew martial impose close block shut prohibit outlaw tariff',
);
const relating = set(
  'relation tie negotiation talk talks mediation negotiate aid assistance cooperation contact link ultimatum recognition',
);
const expelling = set('expel ambassador diplomat inspector observer peacekeeper worker envoy');
const taking = set('annex occupy seize capture');

/** The threat's mode and code by the words of what is threatened. */
export function threatCodes(lemmas: readonly string[]): EventCodes {
  for (const lemma of lemmas) {
    if (lemma === 'arrest' || lemma === 'jail' || lemma === 'detain')
      return { plover: 'THREATEN', ploverMode: 'arrest', cameo: '132' };
    if (expelling.has(lemma)) return { plover: 'THREATEN', ploverMode: 'expel', cameo: '136' };
    if (relating.has(lemma)) return { plover: 'THREATEN', ploverMode: 'relations', cameo: '131' };
    if (restricting.has(lemma)) return { plover: 'THREATEN', ploverMode: 'restrict', cameo: '1312' };
    if (taking.has(lemma)) return { plover: 'THREATEN', ploverMode: 'territory', cameo: '1382' };
  }
  return { plover: 'THREATEN', ploverMode: 'violence', cameo: '138' };
}
