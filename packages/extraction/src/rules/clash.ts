import type { Clause } from '@trucewatch/language';
import { type ActorRef, union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { type Line, rangeOf } from '../document.ts';
import { isAbstract, isIll } from '../frames/abstract.ts';
import { isHarmlessAgent } from '../frames/attack-words.ts';
import { areCriminals } from '../frames/crime.ts';
import { isEnded } from '../frames/ended.ts';
import { isForces } from '../frames/forces.ts';
import { isPlaced } from '../frames/general.ts';
import { isSomewhere } from '../frames/land.ts';
import { modeOf } from '../frames/modes.ts';
import { type NominalRoles, nominalRoles, phrasesOf } from '../frames/nominal.ts';
import { violenceOf } from '../frames/nominal-words.ts';
import { nounReality, realityOf } from '../frames/reality.ts';
import { governedBy } from '../frames/roles.ts';
import { headsOf, isNamed } from '../frames/sides-of-attack.ts';
import { isAnchored, isDated, isOutbreak, tellingOf } from '../frames/told.ts';
import type { Word } from '../frames/word.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const exchanged = new Set([
  'fire',
  'gunfire',
  'shelling',
  'strikes',
  'attacks',
  'blows',
  'shots',
  'salvos',
  'bombardments',
  'artillery',
  'rockets',
]);

/** "fierce clashes between X and Y", "fighting erupted", "a war that killed 30,000". */
export const clashNoun: Rule = {
  name: 'clash-noun',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const token of line.tokens) {
      if (token.upos !== 'NOUN' && token.upos !== 'PROPN' && token.lower !== 'fighting') continue;
      const made = readNoun(token, line, story);
      if (made) found.push(made);
    }
    return found;
  },
};

function readNoun(token: Word, line: Line, story: Story): Candidate | null {
  const swap = isExchange(token, line);
  const violence = swap ? { kind: 'clash', weak: false } : violenceOf(token, line);
  if (violence?.kind !== 'clash') return null;
  // "entered the town without a fight".
  if (line.tree.child(token, 'case')?.lower === 'without') return null;
  if (isHalted(token, line)) return null;
  const roles = nominalRoles(line, token.start, token.end, story);
  const parties = sidesOf(roles, token, line, story);
  const telling = tellingOf(token, line);
  if (telling === 'ended' && parties.length < 2) return null;
  const isEvent = violence.weak
    ? (telling === 'told' && (isOutbreak(token, line) || parties.length >= 2 || line.times.length > 0)) ||
      (parties.length >= 2 && isDated(token, line))
    : telling === 'told' || parties.length > 0 || isAnchored(token, line);
  if (!swap && (!isEvent || !isSetIn(line, parties.length, violence.weak))) return null;
  const clause = line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? null;
  const mode = swap ? modeOf(line.tokens, token.index, token.index + 4) : undefined;
  return candidate({
    rule: clashNoun.name,
    line,
    start: token.start,
    end: token.end,
    type: 'clash',
    ...(mode ? { mode } : {}),
    clause,
    nominal: true,
    parties,
    reality: goesOn(token, line) ? 'actual' : nounReality(token, line, roles.start, clause),
  });
}

const growing = new Set('escalate spread worsen intensify spill spiral continue widen drag'.split(' '));

/** "fears the fighting could escalate": what may grow is there. */
function goesOn(token: Word, line: Line): boolean {
  const verb = line.tree.headOf(token);
  return (
    token.relation === 'nsubj' &&
    verb !== undefined &&
    growing.has(verb.lemma) &&
    line.tree.child(token, 'det')?.lower === 'the'
  );
}

/** A fight needs a setting: sides, a time, a place or the dead. */
function isSetIn(line: Line, parties: number, weak: boolean): boolean {
  return (
    parties > 0 ||
    line.times.length > 0 ||
    line.counts.length > 0 ||
    line.places.length > 0 ||
    (!weak && line.actors.length > 0)
  );
}

const between = new Set([
  'be',
  'occur',
  'happen',
  'erupt',
  'break',
  'rage',
  'take',
  'continue',
  'resume',
  'begin',
  'start',
]);

function sidesOf(roles: NominalRoles, token: Word, line: Line, story: Story): Candidate['parties'] {
  if (roles.between.length > 0)
    return union(union([...roles.agents], fallenOf(token, line, story)), roles.between);
  const head = line.tree.headOf(token);
  const copula = line.clauses.find(
    ({ verb, obliques }) =>
      between.has(verb.lemma) &&
      (verb.head === head?.index || (verb.first < token.index && token.index - verb.first < 8)) &&
      obliques.some(({ preposition }) => preposition === 'between'),
  );
  if (copula) return participantsOf(governedBy(copula, 'between'), line, story);
  return union(
    [...roles.agents],
    roles.patients.filter(({ id }) => id !== undefined),
  );
}

const falling = new Set(['die', 'perish', 'fall', 'kill', 'wound', 'injure']);

/** "Fourteen members of the front died in a gun battle with soldiers": the side of those who fall in it fights too. */
function fallenOf(token: Word, line: Line, story: Story): ActorRef[] {
  const clause = line.clauses.find(({ verb }) => verb.head === token.head && falling.has(verb.lemma));
  if (!clause || (clause.objects.length > 0 && !clause.verb.passive)) return [];
  if (line.tree.child(token, 'case')?.lower !== 'in') return [];
  return clause.subject.flatMap((phrase) => {
    const head = line.tree.tokens[phrase.head];
    if (!head) return [];
    const whole = /^members?$/u.test(head.lower) ? line.tree.child(head, 'nmod') : undefined;
    const sides = participantsOf(whole ? phrasesOf(line, [whole]) : [phrase], line, story);
    return sides.filter(({ id }) => whole !== undefined || (id !== undefined && isForces(head)));
  });
}

/** "an exchange of fire". */
function isExchange(token: Word, line: Line): boolean {
  return (
    (token.lower === 'exchange' || token.lower === 'exchanges') &&
    line.tokens[token.index + 1]?.lower === 'of' &&
    line.tokens.slice(token.index + 2, token.index + 5).some(({ lower }) => exchanged.has(lower))
  );
}

/** "a halt to the fighting" is a truce. */
function isHalted(token: Word, line: Line): boolean {
  return truceMentions(line).some(
    (mention) => mention.kind === 'halt' && mention.nounStart <= token.start && token.start < mention.end,
  );
}

/** "trade blows over the budget", "traded attacks on each other's record": two who are no armed sides, or a matter to dispute. */
function isQuarrel({ subject, obliques, objects }: Clause, line: Line): boolean {
  if (!headsOf(objects, line).some(({ lower }) => lower === 'blows' || lower === 'attacks')) return false;
  const over = obliques.filter(({ preposition }) => preposition === 'over');
  if (over.some(({ phrases }) => phrases.every((phrase) => !isSomewhere(phrase, line)))) return true;
  return !subject.some((phrase) => isForces(line.tokens[phrase.head]) || isNamed(phrase, line));
}

/** "killed in fighting along with five others": the noun, read as a verb; those killed stand for their side, if for any. */
function isNounInDisguise({ verb, objects }: Clause, line: Line): boolean {
  const before = line.tokens[verb.first - 1]?.lower ?? '';
  return verb.form === 'gerund' && objects.length === 0 && /^(?:in|during|amid)$/u.test(before);
}

/** "along with five others": beside them, not against them. */
function isBesides(first: number, line: Line): boolean {
  return line.tokens
    .slice(Math.max(0, first - 3), first)
    .some(({ lower }) => lower === 'along' || lower === 'together');
}

/** "locked in battle with", "came to blows": armed sides, by their names or as forces. */
function isIdiom(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  if (lemma !== 'lock' && lemma !== 'come' && lemma !== 'engage') return false;
  const [preposition, nouns] =
    lemma === 'come' ? ['to', /^blows$/u] : ['in', /^(?:battles?|combat|fighting|firefights?)$/u];
  return (
    governedBy(clause, preposition as string).some(({ head }) =>
      (nouns as RegExp).test(line.tokens[head]?.lower ?? ''),
    ) && clause.subject.some((phrase) => isForces(line.tokens[phrase.head]) || isNamed(phrase, line))
  );
}

const verbs = new Set(['clash', 'fight', 'battle', 'skirmish', 'duel']);
/** "the government is fighting guerrillas", "troops fighting for the king": what they are at, told of no day and no place. */
function isOngoing({ verb }: Clause): boolean {
  return verb.form !== 'finite' || (verb.tense === 'present' && !verb.perfect);
}

/** "troops clashed", "the two sides fought", "exchanged fire". */
export const clashVerb: Rule = {
  name: 'clash-verb',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const { lemma, form, head } = clause.verb;
      const traded =
        (lemma === 'exchange' || lemma === 'trade') &&
        headsOf(clause.objects, line).some(({ lower }) => exchanged.has(lower)) &&
        !isQuarrel(clause, line);
      if (!traded && !verbs.has(lemma) && !isIdiom(clause, line)) continue;
      if (line.tokens[head]?.lower === 'fighting' && form === 'gerund' && clause.subject.length === 0)
        continue;
      const isNoun = isNounInDisguise(clause, line);
      if (lemma === 'fight' && !isPlaced(line) && isOngoing(clause)) continue;
      if (isEnded(clause, line) || areCriminals(clause.subject, line)) continue;
      const against = [...clause.objects, ...governedBy(clause, 'with', 'against')].filter(
        ({ first }) => !isBesides(first, line),
      );
      const aims = headsOf([...(traded ? [] : against), ...governedBy(clause, 'for', 'over', 'on')], line);
      if (aims.some((token) => isIll(token) || isAbstract(token))) continue;
      if (lemma !== 'clash' && !traded && areCriminals(against, line)) continue;
      if (headsOf(clause.subject, line).some(isHarmlessAgent)) continue;
      const parties = union(
        participantsOf(clause.subject, line, story).filter(({ id }) => !isNoun || id !== undefined),
        traded
          ? participantsOf(governedBy(clause, 'with'), line, story)
          : participantsOf(against, line, story),
      );
      if (
        (parties.length === 0 && !isNoun) ||
        (!isNoun &&
          lemma !== 'clash' &&
          !traded &&
          !parties.some(({ id }) => id) &&
          actorsOf(clause.subject, line, story).length === 0)
      )
        continue;
      const mode = traded ? modeOf(line.tokens, clause.verb.last + 1, clause.verb.last + 8) : undefined;
      found.push(
        candidate({
          rule: clashVerb.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'clash',
          ...(mode ? { mode } : {}),
          clause,
          parties,
          reality: realityOf(clause, line),
        }),
      );
    }
    return found;
  },
};
