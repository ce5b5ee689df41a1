import type { Clause } from '@trucewatch/language';
import { ownersOf } from '../actors/owners-of.ts';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isNatural, isWeapon, singular } from '../frames/attack-words.ts';
import { isForces, isPeacekeeping, someForces } from '../frames/forces.ts';
import { isSomewhere } from '../frames/land.ts';
import { nominalRoles, phrasesOf } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { governedBy, particle, subjectOf } from '../frames/roles.ts';
import { headsOf } from '../frames/sides-of-attack.ts';
import type { Word } from '../frames/word.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Verbs whose object is sent. */
const sending = set(
  `deploy redeploy send dispatch mobilise mobilize station position mass amass bring recruit transfer rush scramble airlift concentrate conscript
  draft enlist reinforce contribute provide garrison raise muster assemble activate commit call put host move base ferry fly land pour lead keep strengthen bolster beef boost promise pledge invite form compose field`,
);
/** Verbs whose subject comes or stands guard. */
const coming = set(
  'deploy arrive guard patrol land move come gather mass assemble enter roll cross watch monitor supervise observe oversee stay remain follow reach',
);
const nouns = set(
  'deployment deployments mobilisation mobilization presence build-up buildup call-up reinforcement conscription',
);
const exercises = set('exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargames');
const general = set(
  'bring transfer call put host move base fly lead keep raise provide commit activate land pour strengthen bolster boost beef invite',
);

/** "deployed peacekeepers", "sent observers", "troops were mobilised". */
export const deployment: Rule = {
  name: 'deployment',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const moved = whoMoves(clause, line);
      if (!moved || isNatural(line)) continue;
      found.push(
        candidate({
          rule: deployment.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'deployment',
          clause,
          initiators: whose(clause, moved, line, story),
          reality: promising.has(clause.verb.lemma) ? promisedReality(clause, line) : realityOf(clause, line),
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

const promising = set('promise pledge');

/** "promised 600 officers": they are to come. */
function promisedReality(clause: Clause, line: Line): Candidate['reality'] {
  const told = realityOf(clause, line);
  return told === 'actual' ? 'future' : told;
}

/** "deploy EUFOR", "sent reconnaissance planes". */
function isForceByName({ first, head }: Clause['patients'][number], line: Line): boolean {
  const token = line.tokens[head];
  if (!token) return false;
  if (
    /^\p{Lu}{4,}$/u.test(token.text) &&
    /(?:for|mis|misca|mission|som|minus[a-z]*|un[a-z]+)$/iu.test(token.lower)
  )
    return true;
  return (
    /^(?:planes?|aircraft|ships?|vessels?|vehicles?)$/u.test(token.lower) &&
    line.tokens
      .slice(first, head)
      .some(({ lower }) =>
        /^(?:reconnaissance|surveillance|spy|fighter|military|war|naval|patrol)$/u.test(lower),
      )
  );
}

const presences = /^(?:presence|deployment|deployments|garrison|garrisons|contingent)$/u;
const growing = set('reinforce strengthen boost expand bolster increase beef');
const building = set('set establish create build erect construct');
const bases = set('post outpost checkpoint base garrison headquarters point position camp barrack');

/** "a military base", "its eleventh observation point". */
function isBase(line: Line, first: number, head: number): boolean {
  const noun = line.tokens[head];
  if (!noun || !(bases.has(noun.lemma) || bases.has(singular(noun.lower)))) return false;
  const strong = /^(?:outpost|checkpoint|garrison|base|barrack)/u.test(noun.lower);
  return (
    strong ||
    line.tokens
      .slice(first, head)
      .some(({ lower }) => /^(?:military|observation|army|naval|air|defensive|border)$/u.test(lower))
  );
}

function someArmed(clause: Clause, line: Line): boolean {
  return (
    someForces(clause.agents, line) ||
    clause.agents.some(({ head }) => {
      const token = line.tokens[head];
      return (
        token !== undefined &&
        (token.lower === 'military' ||
          line.actors.some(({ start, end }) => start < token.end && token.start < end))
      );
    })
  );
}

/** The phrases of the forces that are sent or come; null when the clause tells no deployment. */
function whoMoves(clause: Clause, line: Line): Clause['patients'] | null {
  const { lemma } = clause.verb;
  const objects = clause.patients;
  if (/^(?:hold|conduct|stage|begin|start|launch)$/u.test(lemma)) {
    const isDrill = clause.objects.some(
      ({ first, last, head }) =>
        exercises.has(line.tokens[head]?.lower ?? '') &&
        line.tokens
          .slice(first, last + 1)
          .some(({ lower }) => /^(?:military|live|fire|naval|joint|combat|war|live-fire)$/u.test(lower)),
    );
    return isDrill ? [] : null;
  }
  if (building.has(lemma)) {
    const base = clause.patients.some(({ first, head }) => isBase(line, first, head));
    return base && someArmed(clause, line) ? [] : null;
  }
  if (presences.test(headsOf(objects, line)[0]?.lower ?? '') && growing.has(lemma))
    return someArmed(clause, line) ? [] : null;
  // "the peacekeeping force would be formed by Moldova": who makes it up sends it.
  if (lemma === 'form' || lemma === 'compose')
    return clause.verb.passive &&
      someForces(objects, line) &&
      governedBy(clause, 'by', 'of', 'from').length > 0 &&
      line.tokens.some((token) => isPeacekeeping(token) || token.lower === 'peacekeeping')
      ? objects
      : null;
  // "2,000 troops could be on the ground within days".
  if (lemma === 'be') {
    const predicate = line.tree.headOf(line.tokens[clause.verb.head] as Word);
    const there =
      predicate && /^(?:ground|place|position)$/u.test(predicate.lower) && line.tree.child(predicate, 'case');
    return there && someForces(subjectOf(clause, line), line) ? subjectOf(clause, line) : null;
  }
  // "is to monitor the line with 1,200 soldiers".
  if (/^(?:monitor|patrol|guard|police|secure|watch)$/u.test(lemma)) {
    const by = governedBy(clause, 'with', 'of').filter((phrase) => someForces([phrase], line));
    if (by.length > 0 && clause.agents.length > 0 && !someForces(clause.agents, line)) return by;
  }
  // "sent in tanks": the tree may take the particle for a preposition.
  if (lemma === 'send' && objects.length === 0) {
    const into = governedBy(clause, 'in').filter((phrase) => someForces([phrase], line));
    return into.length > 0 ? into : null;
  }
  if (lemma === 'mobilise' || lemma === 'mobilize') {
    const isProtest = headsOf([...objects, ...clause.subject], line).some(({ lower }) =>
      /^(?:supporters|voters|demonstrators|protesters|workers|students|efforts|resources|funds|aid|support|opinion)$/u.test(
        lower,
      ),
    );
    return isProtest ? null : objects.length > 0 ? objects : clause.subject;
  }
  if (
    /^(?:deploy|redeploy|dispatch|station|send)$/u.test(lemma) &&
    objects.some((phrase) => isForceByName(phrase, line))
  )
    return objects;
  if (sending.has(lemma) && someForces(objects, line)) {
    if (lemma === 'call' && particle(clause, line) !== 'up') return null;
    if (lemma === 'put')
      return line.tokens.slice(clause.verb.last, clause.verb.last + 9).some(({ lower }) => lower === 'alert')
        ? objects
        : null;
    if (lemma === 'keep' || lemma === 'raise') return null;
    if (lemma === 'lead')
      return clause.link !== 'relative' &&
        headsOf(objects, line).some(({ lemma: noun }) => noun === 'force' || noun === 'mission')
        ? objects
        : null;
    if (
      general.has(lemma) &&
      !clause.obliques.some(
        ({ phrases, preposition }) =>
          preposition !== 'from' && phrases.some((phrase) => isSomewhere(phrase, line)),
      ) &&
      !/^(?:contribute|provide|commit|host)$/u.test(lemma)
    )
      return null;
    return objects;
  }
  // "took up positions along the line".
  if (
    lemma === 'take' &&
    particle(clause, line) === 'up' &&
    headsOf(clause.objects, line).some(({ lower }) => /^(?:positions?|posts?|station)$/u.test(lower))
  )
    return someForces(subjectOf(clause, line), line) ? subjectOf(clause, line) : null;
  if (!coming.has(lemma) || clause.verb.passive) return null;
  const subject = subjectOf(clause, line);
  if (someForces(subject, line)) return comes(clause, subject, line) ? subject : null;
  return null;
}

function comes(clause: Clause, subject: Clause['subject'], line: Line): boolean {
  const { lemma } = clause.verb;
  const heads = headsOf(subject, line);
  if (heads.some(isWeapon)) return false;
  if (lemma === 'come' && line.tokens[clause.verb.last + 1]?.lower === 'under') return false;
  const kept =
    heads.some(isPeacekeeping) ||
    line.tokens
      .slice(subject[0]?.first ?? 0, clause.verb.first)
      .some(({ lower }) => lower === 'un' || lower === 'peacekeeping');
  const somewhere = [
    ...clause.patients,
    ...governedBy(
      clause,
      'in',
      'into',
      'to',
      'toward',
      'towards',
      'at',
      'along',
      'through',
      'near',
      'on',
      'around',
    ),
  ].some((phrase) => isSomewhere(phrase, line));
  switch (lemma) {
    case 'deploy':
    case 'guard':
    case 'patrol':
      return true;
    case 'watch':
    case 'monitor':
    case 'supervise':
    case 'observe':
    case 'oversee':
      return kept;
    case 'stay':
    case 'remain':
    case 'follow':
      if (lemma === 'remain')
        return line.tokens
          .slice(clause.verb.last + 1, clause.verb.last + 6)
          .some(({ lower }) => lower === 'alert');
      return lemma === 'follow' && clause.verb.form === 'infinitive' && clause.patients.length === 0;
    case 'enter':
    case 'reach':
      return kept && somewhere;
    default:
      return somewhere || lemma === 'arrive' || lemma === 'mass';
  }
}

/** Whose forces: who sends them, else theirs. */
function whose(clause: Clause, moved: Clause['patients'], line: Line, story: Story): Candidate['initiators'] {
  const agents = participantsOf(clause.agents, line, story);
  if (agents.some(({ id }) => id !== undefined)) return agents.slice(0, 3);
  const owners = [...participantsOf(moved, line, story), ...ownersOf(moved, line)].filter(
    ({ id }) => id !== undefined,
  );
  const named = owners.length > 0 ? owners : agents.filter(({ name }) => /^\p{Lu}/u.test(name));
  return named
    .filter(
      (actor, index) =>
        named.findIndex(({ id, name }) => (id ?? name) === (actor.id ?? actor.name)) === index,
    )
    .slice(0, 3);
}

/** "the deployment of monitors", "a general mobilisation". */
function fromNoun(token: Word, line: Line, story: Story): Candidate | null {
  const of = line.tree
    .children(token, 'nmod')
    .filter((child) => line.tree.child(child, 'case')?.lower === 'of');
  const phrases = phrasesOf(line, of);
  const parts = line.tree.children(token, 'compound', 'amod');
  const isMobilisation =
    token.lower.startsWith('mobili') &&
    parts.some(({ lower }) => /^(?:general|partial|military|full|mass)$/u.test(lower));
  if (!someForces(phrases, line) && !parts.some(isForces) && !isMobilisation) return null;
  const roles = nominalRoles(line, token.start, token.end, story);
  const clause = line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? null;
  const declared =
    clause && token.head === clause.verb.head && token.relation === 'obj'
      ? participantsOf(clause.agents, line, story)
      : [];
  const owners = [
    ...roles.agents,
    ...participantsOf(phrases, line, story),
    ...ownersOf(phrases, line),
    ...declared,
  ].filter(({ id }) => id !== undefined);
  return candidate({
    rule: deployment.name,
    line,
    start: token.start,
    end: token.end,
    type: 'deployment',
    clause,
    nominal: true,
    initiators: owners
      .filter((actor, index) => owners.findIndex(({ id }) => id === actor.id) === index)
      .slice(0, 2),
    reality: nominalReality(line, token.start, clause),
  });
}
