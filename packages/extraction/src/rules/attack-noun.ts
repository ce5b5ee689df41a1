import type { Clause } from '@trucewatch/language';
import type { ActorRef } from '../actors/actor-ref.ts';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, tokenAt } from '../document.ts';
import { isNatural } from '../frames/attack-words.ts';
import { areCriminals } from '../frames/crime.ts';
import { isBurstOfNothing } from '../frames/figurative.ts';
import { isAgainstNothing, isBackground, isJudgement, isKindOfAct } from '../frames/general.ts';
import { isOfKind } from '../frames/habit.ts';
import { modeOf } from '../frames/modes.ts';
import { type NominalRoles, nominalRoles } from '../frames/nominal.ts';
import { isFirearm, violenceOf } from '../frames/nominal-words.ts';
import { nounReality } from '../frames/reality.ts';
import { attackersOf, hitBy } from '../frames/sides-of-attack.ts';
import { isAnchored, tellingOf } from '../frames/told.ts';
import type { Word } from '../frames/word.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

/** Verbs whose subject makes the attack that is their object: "carried out an attack". */
const light = new Set(
  'carry conduct launch continue begin start make stage resume intensify step mount perpetrate commit undertake repel prevent wage open unleash escalate execute order lead direct claim trigger detonate inflict deliver'.split(
    ' ',
  ),
);
/** Verbs whose subject fends it off. */
const fending = new Set([
  'repel',
  'repulse',
  'foil',
  'thwart',
  'prevent',
  'survive',
  'withstand',
  'suffer',
  'face',
  'condemn',
  'denounce',
]);
const answering = new Set([
  'retaliation',
  'response',
  'revenge',
  'reprisal',
  'answer',
  'retribution',
  'reply',
]);
const pointing = new Set(['the', 'this', 'that', 'these', 'those']);

/** "a rocket attack on X", "Armenian shelling of Y", "the strike killed 13". */
export const attackNoun: Rule = {
  name: 'attack-noun',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const token of line.tokens) {
      if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
      const violence = violenceOf(token, line);
      if (!violence || violence.kind === 'clash') continue;
      const made = readNoun(token, violence.kind, violence.weak, line, story);
      if (made) found.push(made);
    }
    return found;
  },
};

function readNoun(
  token: Word,
  kind: 'attack' | 'fire',
  weak: boolean,
  line: Line,
  story: Story,
): Candidate | null {
  const parts = line.tree.children(token, 'compound', 'amod', 'nmod:poss');
  const above = line.tree.headOf(token);
  // "artillery attack" is told by its head; "opened fire" by its verb.
  if (token.relation === 'compound' && above && above.index > token.index && above.upos !== 'VERB')
    return null;
  const roles = nominalRoles(line, token.start, token.end, story);
  if (kind === 'fire' && !isArmed(token, parts, roles, line)) return null;
  const clause = clauseOf(token, line);
  const governed = governedBy(token, clause, line, story);
  const agents = roles.agents.length > 0 ? roles.agents : governed;
  const hit = hitBy([...roles.aimed, ...struck(token, clause)], agents, line, story);
  // "heard fewer blasts than usual": how many, and not that there was one.
  if (parts.some(({ lower }) => lower === 'fewer' || lower === 'fewest')) return null;
  if (areCriminals(roles.aimed, line) || (/^(?:explosion|blast)s?$/u.test(token.lower) && isNatural(line)))
    return null;
  const first = tokenAt(line, roles.start);
  const last = tokenAt(line, roles.end - 1);
  const mode = modeFor(token, first, last, agents, line);
  const telling = tellingOf(token, line);
  if (
    telling === 'ended' ||
    isAgainstNothing(token, roles.aimed, line) ||
    isBurstOfNothing(token, line) ||
    isJudgement(token, line)
  )
    return null;
  if (clause && token.head === clause.verb.head && token.relation === 'obj' && isOfKind(clause, line))
    return null;
  if (telling === 'named' && agents.length === 0 && isKindOfAct(token, roles.aimed, line)) return null;
  const known =
    agents.length + hit.recipients.length + hit.victims.length > 0 ||
    (telling === 'told' && (!weak || mode !== undefined || line.counts.length > 0)) ||
    isAnchored(token, line) ||
    (!weak && line.counts.length > 0);
  const back = line.tree.children(token, 'det').some(({ lower }) => pointing.has(lower));
  if (!known && !back) return null;
  return candidate({
    rule: attackNoun.name,
    line,
    start: roles.start,
    end: roles.end,
    type: 'attack',
    ...(mode ? { mode } : {}),
    clause,
    nominal: true,
    ...(known && !(back && telling === 'named' && isBackground(token, line)) ? {} : { anaphor: true }),
    initiators: agents,
    recipients: hit.recipients,
    victims: hit.victims,
    reality: nounReality(token, line, roles.start, clause),
  });
}

/** "fire", "shots", "killing": an attack when the weapon, the shooter or who is hit stands with it. */
function isArmed(token: Word, parts: readonly Word[], roles: NominalRoles, line: Line): boolean {
  const before = line.tokens[token.index - 1]?.lower ?? '';
  if (token.lower === 'fire' || token.lower === 'fires')
    return token.lower === 'fire' && before !== 'under' && (parts.some(isFirearm) || isMade(token, roles));
  if (token.lower.startsWith('operation'))
    return (
      roles.agents.length > 0 &&
      roles.agents.some(({ id }) => id !== undefined) &&
      parts.some(({ lower }) => lower === 'military' || lower === 'ground')
    );
  if (token.lower.startsWith('shot')) return token.lower === 'shots' || parts.some(isFirearm);
  if (token.lower.startsWith('shooting') || token.lower.startsWith('detonation')) return true;
  return roles.aimed.length > 0 || roles.agents.length > 0;
}

/** "Indian fire": whose fire it is stands before it. */
function isMade(token: Word, { agents, start }: NominalRoles): boolean {
  return agents.some((agent) => agent.start >= start && agent.end <= token.start);
}

/** The clause whose verb governs the noun, else the nearest before it. */
function clauseOf(token: Word, line: Line): Clause | null {
  let at: Word | undefined = token;
  for (let depth = 0; at && depth < 6; depth++) {
    at = line.tree.headOf(at);
    const index = at?.index;
    const clause = index === undefined ? undefined : line.clauses.find(({ verb }) => verb.head === index);
    if (clause) return clause;
  }
  return line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? line.clauses[0] ?? null;
}

/** Who makes the attack by the verb it hangs on: "launched an offensive", "claimed responsibility for the attack". */
function governedBy(token: Word, clause: Clause | null, line: Line, story: Story): ActorRef[] {
  const by = line.tree
    .children(token, 'acl', 'acl:relcl')
    .map(({ index }) => line.clauses.find(({ verb }) => verb.head === index))
    .find(
      (other) =>
        other !== undefined &&
        (light.has(other.verb.lemma) || other.verb.lemma === 'blame') &&
        other.verb.passive,
    );
  if (by) return attackersOf(by.agents, line, story);
  const owner = line.clauses.find((other) => ownsUpTo(token, other, line));
  if (owner) return participantsOf(owner.agents, line, story);
  if (!clause) return [];
  const { lemma } = clause.verb;
  // "bombarded the city in retaliation for attacks on": who is bombarded now attacked before.
  if (answering.has(line.tree.headOf(token)?.lemma ?? ''))
    return hitBy(clause.patients, attackersOf(clause.agents, line, story), line, story).recipients;
  if (fending.has(lemma)) return [];
  const isObject =
    token.head === clause.verb.head &&
    (token.relation === 'obj' || (clause.verb.passive && token.relation.startsWith('nsubj')));
  if (isObject && light.has(lemma)) return attackersOf(clause.agents, line, story);
  const head = line.tree.headOf(token);
  const ownsUp =
    head?.lemma === 'responsibility' ||
    (token.relation === 'obl' && /^(?:for|of)$/u.test(line.tree.child(token, 'case')?.lower ?? ''));
  if (!ownsUp) return [];
  if (head?.lemma === 'responsibility' && /^(?:claim|take|accept|assume|admit|deny)$/u.test(lemma))
    return participantsOf(clause.agents, line, story);
  return /^(?:blame|accuse|suspect|condemn|hold)$/u.test(lemma)
    ? participantsOf(clause.patients, line, story)
    : [];
}

/** "the attack, for which the group claimed responsibility". */
function ownsUpTo(token: Word, { verb, objects }: Clause, line: Line): boolean {
  if (!/^(?:claim|take|accept|assume|admit)$/u.test(verb.lemma) || verb.negated) return false;
  if (!objects.some(({ head }) => line.tokens[head]?.lower === 'responsibility')) return false;
  const at = line.tokens.findIndex(
    ({ lower }, index) => index > token.index && index < verb.first && lower === 'which',
  );
  return at > 0 && line.tokens[at - 1]?.lower === 'for' && at - token.index < 14;
}

/** "the strike killed three workers": who is hit is the object of the verb. */
function struck(token: Word, clause: Clause | null): Clause['patients'] {
  if (!clause || token.head !== clause.verb.head || token.relation !== 'nsubj') return [];
  return /^(?:kill|wound|injure|hit|destroy|damage|strike|target)$/u.test(clause.verb.lemma)
    ? clause.patients
    : [];
}

function modeFor(
  token: Word,
  first: number,
  last: number,
  agents: readonly ActorRef[],
  line: Line,
): Candidate['mode'] {
  const own = modeOf(line.tokens, first, Math.max(last, token.index));
  if (own) return own;
  const byState = agents.some(({ id }) => id?.startsWith('country:'));
  return byState && (token.lower === 'strikes' || token.lower === 'strike') ? 'airstrike' : undefined;
}
