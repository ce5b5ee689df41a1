import type { Clause } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { actorsMeant, headLemmas, others } from '../frames/content.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const diplomats = set('diplomat ambassador envoy consul attache attaché');
const envoys = set(
  'diplomat ambassador envoy consul attache attaché inspector observer peacekeeper monitor mission',
);
const exchanges = set(
  'tie relation trade export import link aid assistance sale shipment cooperation contact supply flight funding fund delivery membership support partnership visa subsidy investment',
);
const measures = set('sanction embargo tariff boycott');

/** Verb and object make the measure: "imposed sanctions", "recalled its ambassador", "cut ties". Codes: PLOVER SANCTION, CAMEO 16x; a blockade is COERCE, CAMEO 191. */
const frames: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>, EventCodes])[] = [
  [
    set(
      'impose announce introduce adopt tighten slap approve expand extend renew reimpose reimpos re-impose enact levy place order declare toughen',
    ),
    measures,
    { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '163' },
  ],
  [
    set('impose reimpose reimpos re-impose maintain tighten announce enforce lay mount'),
    set('blockade siege closure'),
    { plover: 'COERCE', ploverMode: 'restrict', cameo: '191' },
  ],
  [set('recall withdraw pull'), diplomats, { plover: 'SANCTION', ploverMode: 'expel', cameo: '166' }],
  [set('expel eject oust kick throw'), envoys, { plover: 'SANCTION', ploverMode: 'expel', cameo: '166' }],
  [
    set(
      'cut sever break suspend halt downgrade abandon stop freeze withhold pause cancel block discontinue curtail reduce prohibit terminate scale ban bar',
    ),
    exchanges,
    { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '160' },
  ],
  [
    set('freeze block'),
    set('asset account'),
    { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '163' },
  ],
  [set('announce order'), set('suspension'), { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '160' }],
  [
    set('lift ease remove relax waive end'),
    set('sanction embargo blockade tariff'),
    { plover: 'RETREAT', cameo: '085' },
  ],
];
const verbs = new Map<string, EventCodes>([
  ['sanction', { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '163' }],
  ['blacklist', { plover: 'SANCTION', ploverMode: 'discontinue', cameo: '163' }],
  ['blockade', { plover: 'COERCE', ploverMode: 'restrict', cameo: '191' }],
]);
const candidates = new Set([...verbs.keys(), ...frames.flatMap(([lemmas]) => [...lemmas])]);

/** "imposed sanctions on", "expelled diplomats", "cut ties with", "recalled its ambassador". */
export const sanction: Rule = {
  name: 'sanction',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      if (!candidates.has(lemma)) return [];
      const codes = verbs.get(lemma) ?? frameCodes(clause, line);
      if (!codes || stopsOwnTravel(clause, line)) return [];
      const initiators = doers(clause, line, story);
      const targets = actorsOf(
        governedBy(clause, 'on', 'against', 'with', 'from', 'to', 'of', 'in'),
        line,
        story,
      );
      const owners = actorsMeant(clause.patients, line, story);
      const recipients = others(targets.length > 0 ? targets : owners, initiators);
      if (initiators.length + recipients.length === 0) return [];
      return [
        candidate({
          rule: sanction.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'sanction',
          clause,
          initiators,
          recipients,
          reality: realityOf(clause, line),
          codes,
        }),
      ];
    }),
};

/** "suspended its flights": an airline or an agency that flies no more punishes nobody. */
function stopsOwnTravel(clause: Clause, line: Line): boolean {
  return clause.patients.some(
    ({ first, head }) =>
      line.tokens[head]?.lemma === 'flight' &&
      /^(?:its|their|his|her)$/u.test(line.tokens[first]?.lower ?? ''),
  );
}

function frameCodes(clause: Clause, line: Line): EventCodes | undefined {
  // "broke off relations": the particle is read as a preposition.
  const heads = headLemmas([...clause.patients, ...governedBy(clause, 'off')], line);
  return frames.find(
    ([lemmas, nouns]) => lemmas.has(clause.verb.lemma) && heads.some((head) => nouns.has(head)),
  )?.[2];
}
