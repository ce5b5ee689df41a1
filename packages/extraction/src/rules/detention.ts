import type { Clause } from '@trucewatch/language';
import { participantsOf } from '../actors/participants.ts';
import { roleInWords } from '../actors/role-words.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf, wordsOf } from '../document.ts';
import { isHarmlessAgent, isTarget } from '../frames/attack-words.ts';
import { areCriminals } from '../frames/crime.ts';
import { isForces, isPeople } from '../frames/forces.ts';
import { isHabit } from '../frames/habit.ts';
import { isLand } from '../frames/land.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nounReality, realityOf } from '../frames/reality.ts';
import { governedBy } from '../frames/roles.ts';
import { headsOf, hitBy } from '../frames/sides-of-attack.ts';
import { isAnchored, tellingOf } from '../frames/told.ts';
import type { Word } from '../frames/word.ts';
import { isTakenPlace } from '../places/unlisted-places.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const jailing = set('arrest detain imprison jail abduct kidnap apprehend intern incarcerate nab hostage');
const holding = set('capture take hold seize round carry snatch keep put place remand pick');
const captive = set('prisoner prisoners hostage hostages captive captives');
const nouns = set(
  'arrest arrests detention detentions kidnapping kidnappings abduction abductions imprisonment',
);
const byForce = set('kidnapping kidnappings abduction abductions');

/** "arrested dozens of protesters", "was taken prisoner", "the kidnapping of". */
export const detention: Rule = {
  name: 'detention',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const { lemma } = clause.verb;
      if (!jailing.has(lemma) && !(holding.has(lemma) && isHeld(clause, line))) continue;
      if (
        headsOf(clause.agents, line).some(isHarmlessAgent) ||
        areCriminals(clause.patients, line) ||
        isHabit(clause, line)
      )
        continue;
      const initiators = participantsOf(clause.agents, line, story);
      const { recipients, victims } = hitBy(clause.patients, initiators, line, story);
      found.push(
        candidate({
          rule: detention.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'detention',
          clause,
          initiators,
          recipients,
          victims,
          reality: realityOf(clause, line),
        }),
      );
    }
    for (const token of line.tokens) {
      if (token.upos !== 'NOUN' || !nouns.has(token.lower)) continue;
      const made = fromNoun(token, line, story);
      if (made) found.push(made);
    }
    return found;
  },
};

/** "captured two soldiers", "took her hostage", "was seized by gunmen". */
function isHeld(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const next = line.tokens.slice(clause.verb.last + 1, (clause.objects.at(-1)?.last ?? clause.verb.last) + 4);
  if (next.some(({ lower }) => captive.has(lower)))
    return lemma !== 'keep' && lemma !== 'put' && lemma !== 'place';
  // "two UN staff are being held by the Houthis".
  if (lemma === 'hold')
    return (
      clause.verb.passive &&
      clause.agents.length > 0 &&
      clause.patients.length > 0 &&
      clause.patients.every((phrase) => isSomebody(phrase, line))
    );
  if (lemma === 'pick')
    return (
      line.tokens[clause.verb.last + 1]?.lower === 'up' &&
      headsOf(clause.agents, line).some(
        (token) => isForces(token) || /^(?:agents?|police|security|officers?)$/u.test(token.lower),
      ) &&
      clause.patients.some((phrase) => isSomebody(phrase, line))
    );
  const custody = governedBy(clause, 'into', 'in', 'under').some(({ head }) =>
    /^(?:custody|detention|arrest|jail|captivity|prison)$/u.test(line.tokens[head]?.lower ?? ''),
  );
  if (custody) return true;
  if (lemma === 'round' || lemma === 'carry')
    return (
      line.tokens[clause.verb.last + 1]?.lower === (lemma === 'round' ? 'up' : 'off') &&
      clause.patients.some((phrase) => isSomebody(phrase, line))
    );
  if (lemma === 'capture' && line.tokens[clause.verb.last + 1]?.lower === 'alive') return true;
  return (
    (lemma === 'capture' || lemma === 'seize' || lemma === 'snatch') &&
    clause.patients.length > 0 &&
    clause.patients.every((phrase) => isSomebody(phrase, line))
  );
}

function isSomebody(phrase: Clause['patients'][number], line: Line): boolean {
  const head = line.tokens[phrase.head];
  if (!head) return false;
  if (line.actors.some(({ start, end, kind }) => kind === 'person' && start < head.end && head.start < end))
    return true;
  if (isTarget(head) || isLand(phrase, line) || (head.upos === 'PROPN' && isTakenPlace(head, line)))
    return false;
  const role = roleInWords(wordsOf(line, { first: phrase.first, last: phrase.head }).split(' '));
  if (line.times.some(({ start, end }) => start < head.end && head.start < end)) return false;
  if (head.upos === 'PROPN' && role === undefined) return /^\p{Lu}\p{Ll}/u.test(head.text);
  const thing =
    /^(?:tank|artillery|gun|vehicle|weapon|missile|aircraft|drone|base|position|unit|convoy)s?$/u.test(
      head.lower,
    );
  return !thing && (role !== undefined || isPeople(head) || isForces(head));
}

/** "ordered the arrest of". */
function clauseOrder(token: Word, line: Line): boolean {
  return token.relation === 'obj' && line.tree.headOf(token)?.lemma === 'order';
}

function fromNoun(token: Word, line: Line, story: Story): Candidate | null {
  const roles = nominalRoles(line, token.start, token.end, story);
  const hit = hitBy(roles.aimed, roles.agents, line, story);
  if (
    hit.recipients.length + hit.victims.length === 0 &&
    !(byForce.has(token.lower) && roles.agents.length > 0)
  )
    return null;
  if (
    roles.agents.length === 0 &&
    tellingOf(token, line) !== 'told' &&
    !isAnchored(token, line) &&
    clauseOrder(token, line) === false
  )
    return null;
  const clause = line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? null;
  const ordered = clauseOrder(token, line);
  return candidate({
    rule: detention.name,
    line,
    start: roles.start,
    end: roles.end,
    type: 'detention',
    clause,
    nominal: true,
    initiators: roles.agents,
    ...hit,
    reality: ordered ? 'future' : nounReality(token, line, roles.start, clause),
  });
}
