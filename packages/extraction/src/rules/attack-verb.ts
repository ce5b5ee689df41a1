import type { Clause } from '@trucewatch/language';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf, tokenAt } from '../document.ts';
import { isNatural } from '../frames/attack-words.ts';
import { areCriminals } from '../frames/crime.ts';
import { isEnded } from '../frames/ended.ts';
import { isHabit } from '../frames/habit.ts';
import { isAttack, mayAttack } from '../frames/is-attack.ts';
import { isMineStruck } from '../frames/mines.ts';
import { modeOf } from '../frames/modes.ts';
import { realityOf } from '../frames/reality.ts';
import { agentsOf, governedBy, governor } from '../frames/roles.ts';
import { attackersOf, headsOf, hitBy } from '../frames/sides-of-attack.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { Rule } from './rule.ts';

/** "1,166 soldiers have been killed" is a toll, not an attack. */
const consequence = new Set(['kill', 'wound', 'injure']);
const ofNature = new Set([
  'kill',
  'wound',
  'injure',
  'hit',
  'strike',
  'destroy',
  'damage',
  'rock',
  'shake',
  'batter',
  'pound',
  'flatten',
]);

/** "Armenian forces shelled the town", "the hospital was hit by a missile", "firing rockets at a market". */
export const attackVerb: Rule = {
  name: 'attack-verb',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const { lemma } = clause.verb;
      if (!mayAttack(lemma) || !isAttack(clause, line)) continue;
      if ((ofNature.has(lemma) && isNatural(line)) || isEnded(clause, line) || isThreatened(clause, line))
        continue;
      if (isHabit(clause, line) || areCriminals(clause.patients, line)) continue;
      if (clause.patients.length === 0 && areCriminals(clause.agents, line)) continue;
      if (consequence.has(lemma) && isDoneByWar(clause, line)) continue;
      const mined = isMineStruck(clause, line);
      const agents = mined ? [] : attackersOf(agentsOf(clause, line), line, story);
      const tollOnly =
        consequence.has(lemma) &&
        clause.verb.passive &&
        clause.verb.perfect &&
        clause.agents.length === 0 &&
        line.counts.length > 0 &&
        line.tokens[clause.verb.first]?.lower !== 'had';
      if (tollOnly) continue;
      if (consequence.has(lemma) && clause.verb.first === clause.verb.head && isOfBodies(clause, line))
        continue;
      // "those killed were buried": who they were, not what happened.
      if (
        consequence.has(lemma) &&
        clause.verb.form === 'participle' &&
        clause.agents.length === 0 &&
        !line.counts.some((count) => count.of === 'killed' || count.of === 'wounded')
      )
        continue;
      const aimed = [
        ...(mined ? clause.subject : clause.patients),
        ...governedBy(clause, 'at', 'on', 'against', 'onto', 'upon', 'into', 'towards', 'toward'),
      ];
      const byState = agents.some(({ id }) => id?.startsWith('country:'));
      const mode = mined ? 'landmine' : modeFor(clause, line, byState);
      found.push(
        candidate({
          rule: attackVerb.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'attack',
          ...(mode ? { mode } : {}),
          clause,
          initiators: agents,
          ...hitBy(aimed, agents, line, story),
          reality: realityOf(clause, line),
        }),
      );
    }
    return found;
  },
};

const wars = new Set(
  'war conflict fighting clashes battle battles hostilities violence insurgency'.split(' '),
);

/** "a war that killed some 30,000", "the fighting has killed 700": the toll of a clash. */
function isDoneByWar(clause: Clause, line: Line): boolean {
  const doers = headsOf(clause.agents, line);
  const verb = line.tokens[clause.verb.head];
  if (doers.some(({ lower }) => wars.has(lower))) return true;
  if (verb?.relation !== 'acl:relcl' || clause.verb.passive) return false;
  // "a war in the 1990s that killed …": the tree may hang the clause on another noun than the one it follows.
  for (let i = clause.verb.first - 1; i >= Math.max(0, clause.verb.first - 6); i--) {
    const token = line.tokens[i];
    if (token === undefined || token.upos === 'PUNCT' || token.upos === 'VERB') return false;
    if (wars.has(token.lower)) return true;
  }
  return false;
}

/** "the bodies of the people killed", however many they are and wherever the tree hangs the verb. */
function isOfBodies({ verb }: Clause, line: Line): boolean {
  const before = line.tokens.slice(Math.max(0, verb.first - 5), verb.first).map(({ lower }) => lower);
  const at = before.findLastIndex((word) => whoseDead.has(word));
  return at >= 0 && before[at + 1] === 'of' && !before.some((word) => word === 'was' || word === 'were');
}

const whoseDead = new Set(
  'body bodies remains corpse corpses relatives families family widow widows memory'.split(' '),
);

/** "threatened to shell the town" is a threat. */
function isThreatened(clause: Clause, line: Line): boolean {
  return clause.verb.form === 'infinitive' && governor(clause, line)?.verb.lemma === 'threaten';
}

/** A state that bombs does it from the air unless the text says otherwise. */
function modeFor(clause: Clause, line: Line, byState: boolean): Candidate['mode'] {
  const range = clauseRange(clause, line);
  const first = Math.min(tokenAt(line, range.start), ...clause.agents.map((phrase) => phrase.first));
  const last = Math.max(clause.verb.last, tokenAt(line, range.end - 1));
  const downing = clause.verb.lemma === 'down' || line.tokens[clause.verb.last + 1]?.lower === 'down';
  const mode = modeOf(line.tokens, first, last, downing);
  const { lemma } = clause.verb;
  if (mode === 'bombing' && byState && lemma === 'bomb') return 'airstrike';
  return mode ?? (byState && lemma === 'strike' ? 'airstrike' : undefined);
}
