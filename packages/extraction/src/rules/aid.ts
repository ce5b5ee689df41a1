import type { Clause } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import { reference } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { actorsMeant, headLemmas, others, speakersIn, verbKey } from '../frames/content.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const giving = set(
  'send provide deliver supply donate give dispatch offer grant distribute allocate sell ship contribute airlift drop unload fly_in fly fund extend lend disburse approve earmark release pledge promise transfer truck hand vote pre-position preposition hand_out invest equip furnish arm',
);
const verbs = new Set(
  [...giving].map((verb) => verb.split('_')[0] as string).concat('assist', 'evacuate', 'rescue'),
);
const economic = set(
  'dollar euro pound yuan ruble rouble franc mark yen loan credit grant money fund million billion',
);
const military = set(
  'weapon arms arm ammunition missile tank rifle munition intelligence photograph equipment training howitzer jet helicopter warship gunboat vehicle battery',
);
const relief = set(
  'aid assistance help relief supply food medicine shelter tent rice bread grain flour fuel water blanket parcel vaccine convoy cargo ration wheat backing kit',
);
/** "supplied Ukraine with howitzers". */
const equipping = set('supply provide equip furnish');
const sums = set('million billion');
const people = set('people person refugee child soldier troop dose');
const asylum = set('asylum refuge');

function goodsCodes(clause: Clause, line: Line): EventCodes | undefined {
  // "was given 20 vehicles": what is given is the object even in the passive.
  const goods = [
    ...(clause.verb.passive ? [...clause.patients, ...clause.objects] : clause.patients),
    ...(equipping.has(clause.verb.lemma) ? governedBy(clause, 'with') : []),
  ];
  // "flew in 34 tonnes of rice": the particle is read as a preposition.
  const flown = clause.verb.lemma === 'fly' && clause.patients.length === 0;
  const heads = headLemmas(flown ? governedBy(clause, 'in') : goods, line);
  if (
    goods.some(({ first, head }) => line.tokens.slice(first, head).some(({ lower }) => sums.has(lower))) &&
    heads.some((head) => !people.has(head)) &&
    clause.verb.lemma !== 'send'
  )
    return { plover: 'AID', cameo: '071' };
  if (goods.some((phrase) => isLaden(phrase, line))) return { plover: 'AID', cameo: '073' };
  const has = (goods: ReadonlySet<string>) => heads.some((head) => goods.has(head));
  if (has(asylum)) return { plover: 'AID', cameo: '075' };
  const text = clause.patients
    .flatMap((phrase) => line.tokens.slice(phrase.first, phrase.last + 1))
    .map((token) => token.lemma);
  if (has(relief)) return { plover: 'AID', cameo: text.includes('military') ? '072' : '073' };
  if (has(military)) return { plover: 'AID', cameo: '072' };
  return has(economic) ? { plover: 'AID', cameo: '071' } : undefined;
}

const carriers = set(
  'truck lorry convoy ship vessel boat plane aircraft flight helicopter barge trainload truckload',
);

/** "12 trucks carrying food", "a plane loaded with medicines". */
function isLaden(phrase: Clause['patients'][number], line: Line): boolean {
  const head = line.tokens[phrase.head];
  if (!head || !carriers.has(head.lemma)) return false;
  const load = line.tokens[head.index + 1];
  return (
    load !== undefined &&
    /^(?:carrying|loaded|laden|filled|with|of|bearing)$/u.test(load.lower) &&
    line.tokens.slice(load.index + 1, load.index + 7).some(({ lemma }) => relief.has(lemma))
  );
}

/** "sent humanitarian aid to", "supplied arms to both", "gave the island 5 million dollars", "evacuated the wounded". */
export const aid: Rule = {
  name: 'aid',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      if (arriving.has(lemma) && arrives(clause, line)) return [arrival(clause, line)];
      if (!verbs.has(lemma)) return [];
      const rescued =
        (lemma === 'evacuate' || lemma === 'airlift' || lemma === 'rescue' || lemma === 'fly') &&
        headLemmas(clause.patients, line).some((head) =>
          (lemma === 'fly' || lemma === 'airlift' ? hurt : casualties).has(head),
        );
      const assisted = lemma === 'assist' || rescued;
      if (!assisted && !giving.has(lemma) && !giving.has(verbKey(clause, line))) return [];
      const codes = assisted ? { plover: 'AID', cameo: rescued ? '073' : '070' } : goodsCodes(clause, line);
      if (!codes) return [];
      const givers = speakersIn(clause, line, story);
      const verb = line.tree.tokens[clause.verb.head];
      const indirect = clause.objects.filter(
        (phrase) => verb && line.tree.tokens[phrase.head]?.relation === 'iobj',
      );
      // "gave Lebanon 300 million dollars" is read as one phrase.
      const within = line.actors
        .filter(
          (actor) =>
            !actor.qualifies &&
            clause.patients.some(
              ({ first, head }) =>
                actor.start >= (line.tokens[first]?.start ?? 0) &&
                actor.end < (line.tokens[head]?.start ?? 0),
            ),
        )
        .map((actor) => ({ ...reference(line, actor), id: actor.id }));
      const receivers = others(
        [
          ...(givesMoney(clause, line) ? within : []),
          ...(lemma === 'assist'
            ? []
            : actorsMeant([...indirect, ...governedBy(clause, 'to', 'for', 'in')], line, story)),
          ...undergoers(clause, line, story),
        ],
        givers,
      );
      if (lemma === 'assist' && receivers.length === 0) return [];
      // "sells arms to both" tells a habit, not a delivery.
      if (lemma === 'sell' && clause.verb.tense === 'present' && clause.verb.form === 'finite') return [];
      if (givers.length === 0 && !(clause.verb.passive && receivers.length > 0)) return [];
      if (!rescued && receivers.length === 0 && !givers.some((giver) => giver.id !== undefined)) return [];
      return [
        candidate({
          rule: aid.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'aid',
          clause,
          initiators: givers,
          recipients: receivers,
          reality: promising.has(lemma) ? 'future' : realityOf(clause, line),
          codes,
        }),
      ];
    }),
};

const arriving = set('arrive enter reach dock land roll cross pull come leave set');

/** "a ship carrying flour docked in Gaza", "the first relief trucks rolled into Tigray". */
function arrives({ subject, verb, obliques, patients }: Clause, line: Line): boolean {
  if (verb.passive || (obliques.length === 0 && patients.length === 0)) return false;
  return subject.some((phrase) => {
    const head = line.tokens[phrase.head];
    if (!head || !carriers.has(head.lemma)) return false;
    const before = line.tokens.slice(phrase.first, phrase.head);
    return (
      isLaden(phrase, line) ||
      before.some(({ lower }) => lower === 'aid' || lower === 'relief' || lower === 'humanitarian')
    );
  });
}

function arrival(clause: Clause, line: Line): Candidate {
  return candidate({
    rule: aid.name,
    line,
    ...rangeOf(line, clause.verb),
    type: 'aid',
    clause,
    reality: realityOf(clause, line),
    codes: { plover: 'AID', cameo: '073' },
  });
}

function givesMoney(clause: Clause, line: Line): boolean {
  return clause.patients.some((phrase) =>
    line.tokens.slice(phrase.first, phrase.head).some((token) => token.upos === 'NUM'),
  );
}

/** Whom one flies out for treatment; others who are flown out flee. */
const hurt = set('wounded injured patient casualty survivor');
const casualties = set('wounded injured patient casualty civilian refugee survivor victim');
const promising = set('pledge promise offer');
