import type { Clause, Phrase } from '@trucewatch/language';
import { ownersOf } from '../actors/owners-of.ts';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isCrowd, isHarmlessAgent } from '../frames/attack-words.ts';
import { isForces, isPeacekeeping } from '../frames/forces.ts';
import { isLand } from '../frames/land.ts';
import { nominalRoles, phrasesOf } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { agentsOf, governedBy, particle } from '../frames/roles.ts';
import { headsOf } from '../frames/sides-of-attack.ts';
import type { Word } from '../frames/word.ts';
import { isTakenPlace } from '../places/unlisted-places.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const taking = set(
  'capture seize liberate recapture retake occupy conquer overrun regain reclaim reconquer free annex secure wrest take storm',
);
const giving = set('cede surrender hand return transfer relinquish yield lose give abandon');
const entering = set('enter march roll sweep push move pour break penetrate punch');
const driving = set('dislodge oust drive push flush expel force eject chase clear');
const gaining = set(
  'recover take gain seize establish wrest assume regain retake reassert tighten consolidate win have lose cede',
);
const hoisting = set('hoist raise plant fly');
/** Verbs that may tell a capture: of others nothing more is asked. */
const verbs = new Set([...taking, ...giving, ...entering, ...driving, ...gaining, ...hoisting]);
const nouns = set(
  'capture fall seizure liberation occupation takeover recapture loss handover annexation conquest',
);

/** "captured the town", "took control of", "ceded seven districts to": territory changes hands; who gains is the initiator. */
export const capture: Rule = {
  name: 'capture',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const sides = change(clause, line, story);
      if (sides)
        found.push(
          candidate({
            rule: capture.name,
            line,
            ...rangeOf(line, clause.verb),
            type: 'capture',
            clause,
            initiators: sides.gain,
            recipients: sides.lose,
            reality: realityOf(clause, line),
          }),
        );
    }
    for (const token of line.tokens) {
      if (token.upos !== 'NOUN' || !nouns.has(token.lower)) continue;
      const made = nounOfCapture(token, line, story);
      if (made) found.push(made);
    }
    return found;
  },
};

/** "Rebels seize Nyabiondo": a name that no table has. */
function isTakenName({ head }: Phrase, line: Line): boolean {
  const token = line.tokens[head];
  return token?.upos === 'PROPN' && isTakenPlace(token, line) && !isActor(token, line);
}

function isActor(token: Word, line: Line): boolean {
  return line.actors.some(({ start, end }) => start < token.end && token.start < end);
}

type Sides = { gain: Candidate['initiators']; lose: Candidate['recipients'] };

function change(clause: Clause, line: Line, story: Story): Sides | null {
  const { lemma } = clause.verb;
  if (!verbs.has(lemma)) return null;
  if (headsOf(agentsOf(clause, line), line).some((token) => isHarmlessAgent(token) || isCrowd(token)))
    return null;
  const doers = () => participantsOf(agentsOf(clause, line), line, story);
  if (gaining.has(lemma) && headsOf(clause.objects, line).some(({ lower }) => lower === 'control')) {
    const of = governedBy(clause, 'of', 'over');
    if (!of.some((phrase) => isLand(phrase, line))) return null;
    return lemma === 'lose' || lemma === 'cede'
      ? { gain: participantsOf(governedBy(clause, 'to'), line, story), lose: doers() }
      : { gain: doers(), lose: ownersOf(governedBy(clause, 'from'), line) };
  }
  const thing = clause.patients.filter(
    (phrase) =>
      (isLand(phrase, line) || isTakenName(phrase, line)) &&
      !(lemma === 'take' && line.tokens[phrase.head]?.lower === 'part'),
  );
  if (taking.has(lemma)) {
    if (thing.length === 0 || !takes(clause, line)) return null;
    return { gain: doers(), lose: losers(clause, thing, line) };
  }
  if (lemma === 'win' && particle(clause, line) === 'back' && thing.length > 0)
    return { gain: doers(), lose: losers(clause, thing, line) };
  if (giving.has(lemma) && thing.length > 0) {
    const to = participantsOf(governedBy(clause, 'to'), line, story);
    if (
      lemma === 'return' || lemma === 'transfer'
        ? to.length === 0
        : lemma === 'give' && particle(clause, line) !== 'up' && to.length === 0
    )
      return null;
    if (lemma === 'hand' && !/^(?:over|back)$/u.test(particle(clause, line)) && !handed(clause, line))
      return null;
    if (lemma === 'abandon' && !headsOf(agentsOf(clause, line), line).some(isForces)) return null;
    return { gain: to, lose: doers() };
  }
  if (hoisting.has(lemma) && raisesFlag(clause, line)) return { gain: doers(), lose: [] };
  if (entering.has(lemma) && enters(clause, line)) return { gain: doers(), lose: [] };
  if (driving.has(lemma)) {
    const from = governedBy(clause, 'from', 'of', 'out');
    const out = participantsOf(clause.patients, line, story);
    if (
      out.length === 0 ||
      !headsOf(clause.patients, line).some((token) => isForces(token)) ||
      !from.some((phrase) => isLand(phrase, line))
    )
      return null;
    return { gain: doers(), lose: out };
  }
  return null;
}

/** "handed the district back": the particle behind the object. */
function handed(clause: Clause, line: Line): boolean {
  const end = clause.objects.at(-1);
  return line.tokens
    .slice(clause.verb.last + 1, (end ? Math.max(end.last, end.extent) : clause.verb.last) + 3)
    .some(({ lower }) => lower === 'over' || lower === 'back');
}

/** "took the town" only by somebody who fights; "take over", "take back" too. */
function takes(clause: Clause, line: Line): boolean {
  if (clause.verb.lemma === 'storm') return false;
  // "took up positions": nobody had them before.
  if (clause.verb.lemma === 'take' && particle(clause, line) === 'up') return false;
  if (clause.verb.lemma !== 'take' && clause.verb.lemma !== 'free' && clause.verb.lemma !== 'secure')
    return true;
  return agentsOf(clause, line).some(
    (phrase) =>
      isForces(line.tokens[phrase.head]) ||
      line.tokens[phrase.head]?.upos === 'PRON' ||
      line.actors.some(
        ({ start, end }) =>
          start <= (line.tokens[phrase.head]?.start ?? 0) && (line.tokens[phrase.head]?.end ?? 0) <= end,
      ),
  );
}

/** From whom it is taken: "from the army", "the army base", "Ukrainian positions". */
function losers(clause: Clause, thing: readonly Phrase[], line: Line): Candidate['recipients'] {
  const from = ownersOf(governedBy(clause, 'from'), line);
  if (from.length > 0) return from;
  return ownersOf(
    thing
      .map((phrase) => ({ ...phrase, extent: phrase.head - 1 }))
      .filter(({ first, extent }) => extent >= first),
    line,
  ).filter((owner) => line.actors.some(({ start, kind }) => start === owner.start && kind === 'demonym'));
}

/** "hoisted its flag in the centre of the town": forces who do hold it. */
function raisesFlag(clause: Clause, line: Line): boolean {
  const armed =
    headsOf(agentsOf(clause, line), line).some((token) => isForces(token) && !isPeacekeeping(token)) ||
    agentsOf(clause, line).some((phrase) => isGroup(phrase, line));
  return (
    armed &&
    headsOf(clause.objects, line).some(({ lower }) => /^(?:flags?|banners?|colou?rs)$/u.test(lower)) &&
    governedBy(clause, 'in', 'over', 'on', 'at', 'above', 'atop').some((phrase) => isLand(phrase, line))
  );
}

/** Ground between two sides: who moves there has deployed. */
const betweenLines = set('zone strip corridor border');

/** "soldiers entered the centre of the city", "rebels marched into the town". */
function enters(clause: Clause, line: Line): boolean {
  const agents = headsOf(agentsOf(clause, line), line);
  const armed =
    agents.some((token) => isForces(token) && !isPeacekeeping(token)) ||
    agentsOf(clause, line).some((phrase) => isGroup(phrase, line));
  if (!armed) return false;
  const where = clause.verb.lemma === 'enter' ? clause.patients : governedBy(clause, 'into');
  return where.some(
    (phrase) => isLand(phrase, line) && !betweenLines.has(line.tokens[phrase.head]?.lower ?? ''),
  );
}

function isGroup(phrase: Phrase, line: Line): boolean {
  const head = line.tokens[phrase.head];
  return (
    head !== undefined &&
    line.actors.some(({ id, start, end }) => id.startsWith('group:') && start < head.end && head.start < end)
  );
}

/** "the fall of the city", "the army's capture of the port". */
function nounOfCapture(token: Word, line: Line, story: Story): Candidate | null {
  const of = line.tree
    .children(token, 'nmod')
    .filter((child) => line.tree.child(child, 'case')?.lower === 'of');
  if (!phrasesOf(line, of).some((phrase) => isLand(phrase, line))) return null;
  const roles = nominalRoles(line, token.start, token.end, story);
  const clause = line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? null;
  return candidate({
    rule: capture.name,
    line,
    start: roles.start,
    end: roles.end,
    type: 'capture',
    clause,
    nominal: true,
    initiators: token.lower === 'loss' ? [] : roles.agents,
    recipients: token.lower === 'loss' ? roles.agents : [],
    reality: nominalReality(line, roles.start, clause),
  });
}
