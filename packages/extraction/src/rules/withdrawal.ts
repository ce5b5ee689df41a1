import type { Clause } from '@trucewatch/language';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isForces, someForces } from '../frames/forces.ts';
import { isSomewhere } from '../frames/land.ts';
import { nominalRoles, phrasesOf } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { agentsOf, governedBy, particle, subjectOf } from '../frames/roles.ts';
import { headsOf } from '../frames/sides-of-attack.ts';
import type { Word } from '../frames/word.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const leaving = set('leave depart exit quit vacate evacuate go move');
/** Verbs that may tell a withdrawal: of others nothing more is asked. */
const verbs = new Set([
  ...leaving,
  ...set('withdraw disengage demobilise demobilize disband retreat pull draw fall remove'),
]);
const nouns = set(
  'withdrawal withdrawals pullout pull-out pullback pull-back retreat departure exit drawdown disengagement evacuation demilitarisation demilitarization',
);
/** What is withdrawn from or taken back that is no ground. */
const papers = set(
  `agreement deal talk treaty pact accord candidacy truce ceasefire election race bill support convention council bloc organisation organization
  tournament competition contest championship market route money cash complaint charge lawsuit remark proposal offer application ambassador
  negotiation business life politics fund funding investment statement resolution draft product recognition permit licence license accreditation`,
);

/** "withdrew its troops from", "pulled back", "a pull-out of forces", "the last soldiers left the country". */
export const withdrawal: Rule = {
  name: 'withdrawal',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      if (!verbs.has(clause.verb.lemma) || !isWithdrawal(clause, line)) continue;
      found.push(
        candidate({
          rule: withdrawal.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'withdrawal',
          clause,
          initiators: whoGoes(clause, line, story),
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

function isWithdrawal(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const after = [
    particle(clause, line),
    ...clause.objects
      .slice(-1)
      .flatMap(({ last, extent }) => [
        line.tokens[last + 1]?.lower ?? '',
        line.tokens[extent + 1]?.lower ?? '',
      ]),
  ];
  const concerned = [...clause.patients, ...governedBy(clause, 'from', 'of', 'out')];
  if (headsOf(concerned, line).some((token) => papers.has(token.lemma) || token.lemma === 'wing'))
    return false;
  if (governedBy(clause, 'from').some((phrase) => isBody(phrase, line))) return false;
  switch (lemma) {
    case 'withdraw':
    case 'disengage':
    case 'demobilise':
    case 'demobilize':
    case 'disband':
      return (
        someForces(clause.patients, line) ||
        clause.patients.some(({ first, head }) =>
          line.tokens.slice(first, head).some(({ lower }) => /^(?:army|military|troop)$/u.test(lower)),
        ) ||
        someForces(subjectOf(clause, line), line) ||
        isSide(subjectOf(clause, line), line)
      );
    case 'retreat':
      return (
        subjectOf(clause, line).length === 0 ||
        someForces(subjectOf(clause, line), line) ||
        isSide(subjectOf(clause, line), line)
      );
    case 'pull':
      return (
        (after.includes('out') || after.includes('back')) &&
        (someForces([...clause.patients, ...subjectOf(clause, line)], line) ||
          isSide(subjectOf(clause, line), line))
      );
    case 'draw':
      return (
        (after[0] === 'down' || after[0] === 'back') &&
        [...clause.patients, ...subjectOf(clause, line)].some(({ head }) => isForces(line.tokens[head]))
      );
    case 'fall':
      return (
        after[0] === 'back' &&
        (someForces(subjectOf(clause, line), line) || isSide(subjectOf(clause, line), line))
      );
    case 'remove':
      return (
        governedBy(clause, 'from').some((phrase) => isSomewhere(phrase, line)) &&
        someForces(clause.patients.length > 0 ? clause.patients : subjectOf(clause, line), line)
      );
    default:
      return leaving.has(lemma) && leaves(clause, line);
  }
}

/** "withdrew from NATO". */
function isBody({ first, last, extent }: Clause['patients'][number], line: Line): boolean {
  const start = line.tokens[first]?.start ?? 0;
  const end = line.tokens[Math.max(last, extent)]?.end ?? 0;
  return line.actors.some((actor) => actor.id.startsWith('org:') && actor.start >= start && actor.end <= end);
}

/** "the last troops left the country": leaving is withdrawal when forces do it, or an armed group leaves ground. */
function leaves(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  if (clause.verb.passive && lemma !== 'evacuate' && lemma !== 'move') return false;
  if (lemma === 'evacuate')
    return (
      someForces(clause.patients, line) &&
      clause.patients.every(
        ({ first, head }) =>
          isForces(line.tokens[head]) &&
          !line.tokens
            .slice(Math.max(clause.verb.last, Math.min(first, head - 1)), head)
            .some(({ lower }) => /^(?:wounded|injured|sick|dead|ill)$/u.test(lower)),
      )
    );
  const ground = [...clause.patients, ...governedBy(clause, 'from')].some((phrase) =>
    isSomewhere(phrase, line),
  );
  if (lemma === 'go')
    return line.tokens[clause.verb.last + 1]?.lower === 'home' && someForces(subjectOf(clause, line), line);
  if (lemma === 'move')
    return (
      someForces(clause.patients.length > 0 ? clause.patients : subjectOf(clause, line), line) &&
      governedBy(clause, 'from').some((phrase) => isSomewhere(phrase, line))
    );
  if (someForces(subjectOf(clause, line), line))
    return ground || clause.patients.length === 0 || isTimeOnly(clause, line);
  return ground && isArmedGroup(clause, line);
}

function isTimeOnly(clause: Clause, line: Line): boolean {
  return clause.patients.every(({ head }) =>
    line.times.some(
      ({ start, end }) => start <= (line.tokens[head]?.start ?? 0) && (line.tokens[head]?.end ?? 0) <= end,
    ),
  );
}

function isArmedGroup(clause: Clause, line: Line): boolean {
  return subjectOf(clause, line).some(({ head }) => {
    const token = line.tokens[head];
    return (
      token !== undefined &&
      line.actors.some(
        ({ id, kind, start, end }) =>
          kind !== 'person' && id.startsWith('group:') && start < token.end && token.start < end,
      )
    );
  });
}

function isSide(phrases: Clause['subject'], line: Line): boolean {
  return phrases.some(({ head }) => {
    const token = line.tokens[head];
    return (
      token !== undefined &&
      (/^(?:they|it|sides|parties|both|party|side|who|which)$/u.test(token.lower) ||
        line.actors.some(
          ({ start, end, kind }) => kind !== 'person' && start < token.end && token.start < end,
        ))
    );
  });
}

/** Whose forces go: who withdraws them, else theirs. */
function whoGoes(clause: Clause, line: Line, story: Story): Candidate['initiators'] {
  const agents = participantsOf(agentsOf(clause, line), line, story);
  if (agents.some(({ id }) => id !== undefined)) return agents;
  const moved = participantsOf(clause.patients, line, story);
  return moved.some(({ id }) => id !== undefined) ? moved : [...agents, ...moved].slice(0, 1);
}

function fromNoun(token: Word, line: Line, story: Story): Candidate | null {
  const roles = nominalRoles(line, token.start, token.end, story);
  const of = line.tree
    .children(token, 'nmod')
    .filter((child) => line.tree.child(child, 'case')?.lower === 'of');
  const phrases = phrasesOf(line, of);
  const compound = line.tree.children(token, 'compound').some(isForces);
  const governs = line.tree.headOf(token);
  const clause = line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? null;
  const own = [...roles.agents, ...participantsOf(phrases, line, story)].filter(({ id }) => id !== undefined);
  const made =
    own.length === 0 && clause && token.relation === 'obj' && governs?.index === clause.verb.head
      ? participantsOf(clause.agents, line, story)
      : [];
  const from = line.tree
    .children(token, 'nmod', 'obl')
    .some((child) => line.tree.child(child, 'case')?.lower === 'from');
  const ofForces = someForces(phrases, line) || compound;
  const strong =
    token.lower.startsWith('withdraw') ||
    token.lower.startsWith('pull') ||
    token.lower === 'retreat' ||
    token.lower === 'drawdown';
  if (!ofForces && !(strong && (own.length > 0 || made.length > 0 || from))) return null;
  const about = [...of, ...line.tree.children(token, 'nmod', 'obl', 'compound')];
  if (about.some(({ lemma }) => papers.has(lemma))) return null;
  return candidate({
    rule: withdrawal.name,
    line,
    start: token.start,
    end: token.end,
    type: 'withdrawal',
    clause,
    nominal: true,
    initiators: own.length > 0 ? own : made,
    reality: nominalReality(line, token.start, clause),
  });
}
