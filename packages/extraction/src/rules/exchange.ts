import type { Clause } from '@trucewatch/language';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { headLemmas, verbKey } from '../frames/content.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { doers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const held = set(
  'prisoner captive hostage detainee body remains remain pow serviceman internee inmate abductee corpse',
);
/** Whoever is freed was held: no word for captives is needed. */
const people = set(
  'woman man girl boy child schoolgirl schoolboy student journalist reporter soldier pilot civilian activist worker priest nun tourist politician national citizen militant fighter crew sailor fisherman teacher aid-worker person people villager suspect peacekeeper officer israeli american palestinian briton figure dissident foreigner resident migrant teenager seafarer sailor aid fisherman convict rebel',
);
const swapping = set('exchange swap trade');
const handing = set('hand hand_over return repatriate deliver transfer turn_over give_back fly');
const freeing = set('release free liberate set let');
const verbs = new Set([...swapping, ...handing, ...freeing, 'hand', 'turn', 'give', 'send', 'come', 'bring']);
const swaps = set('exchange exchanges swap swaps release releases');
const nominal =
  /\b(?:(?:prisoner|hostage|body|captive|pow|detainee)s?(?: of war)?[- ](?:exchanges?|swaps?|releases?)|(?:exchanges?|swaps?) of (?:[\w-]{1,20} ){0,3}(?:prisoners|captives|hostages|bodies|detainees|remains))\b/giu;

/** "exchanged the bodies of soldiers", "a prisoner swap", "12 captured pilots were set free". */
export const exchange: Rule = {
  name: 'exchange',
  find: (line, story) => {
    const found: Candidate[] = line.clauses
      .filter((clause) => verbs.has(clause.verb.lemma) && isExchange(clause, line))
      .map((clause) =>
        candidate({
          rule: exchange.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'exchange',
          clause,
          parties: doers(clause, line, story),
          reality: realityOf(clause, line),
        }),
      );
    if (!line.tokens.some((token) => swaps.has(token.lower))) return found;
    const text = line.source.slice(line.start, line.end);
    for (const match of text.matchAll(nominal)) {
      const at = line.start + match.index;
      const clause = line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1);
      found.push(
        candidate({
          rule: exchange.name,
          line,
          start: at,
          end: at + match[0].length,
          type: 'exchange',
          clause: clause ?? null,
          nominal: true,
          reality: nominalReality(line, at, clause ?? null),
        }),
      );
    }
    return found;
  },
};

function isExchange(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const heads = headLemmas(clause.patients, line);
  const captives = heads.some((head) => held.has(head));
  if (swapping.has(lemma))
    return (
      captives ||
      clause.patients.some(({ first, head }) =>
        line.tokens
          .slice(first, head)
          .some(({ lower }) => /^(?:captured|captive|imprisoned|jailed|detained|held)$/u.test(lower)),
      )
    );
  const key = verbKey(clause, line);
  if (handing.has(lemma) || handing.has(key))
    return captives && (lemma !== 'fly' || heads.includes('prisoner'));
  // "sent home 175 prisoners", "the remains came home".
  if (lemma === 'send' || lemma === 'come' || lemma === 'bring') {
    const home = line.tokens.slice(clause.verb.head + 1).some(({ lower }, i) => lower === 'home' && i < 8);
    const who = lemma === 'come' ? headLemmas(clause.subject, line) : heads;
    return home && who.some((head) => held.has(head));
  }
  if (lemma === 'set' || lemma === 'let') {
    const after = line.tokens.slice(clause.verb.head + 1).map((token) => token.lower);
    const free = lemma === 'set' ? after.includes('free') : after.includes('go');
    return (
      free && (lemma === 'set' ? heads.length > 0 : heads.some((head) => held.has(head) || people.has(head)))
    );
  }
  return (
    freeing.has(lemma) && heads.some((head) => held.has(head) || (people.has(head) && lemma !== 'liberate'))
  );
}
