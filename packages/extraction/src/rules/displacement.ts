import type { Clause } from '@trucewatch/language';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isNatural } from '../frames/attack-words.ts';
import { isForces, someForces, somePeople } from '../frames/forces.ts';
import { isSomewhere } from '../frames/land.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { governedBy, subjectOf } from '../frames/roles.ts';
import { headsOf } from '../frames/sides-of-attack.ts';
import { tellingOf } from '../frames/told.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const moving = set('displace evacuate uproot expel deport relocate resettle shelter fly airlift');
const leaving = set(
  'flee leave escape abandon desert bring return go head seek take drive force cross come stream pour move push find walk',
);
const homes = set('home homes house houses villages dwellings');
const refuge = set('refuge shelter sanctuary safety asylum');
const nouns = set('displacement exodus evacuation flight evacuations expulsion deportation');

/** "thousands fled their homes", "residents were evacuated", "half the population has been displaced", refugees returning. */
export const displacement: Rule = {
  name: 'displacement',
  find: (line) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const { lemma } = clause.verb;
      if (!moving.has(lemma) && !leaving.has(lemma)) continue;
      if (!isDisplacement(clause, line) || isNatural(line)) continue;
      found.push(
        candidate({
          rule: displacement.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'displacement',
          clause,
          reality: realityOf(clause, line),
        }),
      );
    }
    if (found.length > 0) return found;
    return [...fromCount(line), ...fromNoun(line)];
  },
};

function isDisplacement(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const counted = line.counts.some(({ of }) => of === 'displaced');
  const people = somePeople(subjectOf(clause, line), line) || isPeopleBy(clause, line);
  const patients = headsOf(clause.patients, line);
  const fromHomes = governedBy(clause, 'from', 'out', 'of').some((phrase) =>
    homes.has(line.tokens[phrase.head]?.lower ?? ''),
  );
  switch (lemma) {
    case 'flee':
    case 'escape':
      return (
        !someForces(subjectOf(clause, line), line) &&
        (people ||
          counted ||
          (lemma === 'flee' && patients.some(({ lower }) => homes.has(lower) || lower === 'fighting')))
      );
    case 'displace':
    case 'uproot':
      return somePeople(clause.patients, line) || counted || clause.patients.length > 0;
    case 'evacuate':
    case 'expel':
    case 'deport':
    case 'relocate':
    case 'resettle':
      return (
        (somePeople(clause.patients, line) || counted || (lemma === 'evacuate' && people)) &&
        !patients.some(isForces)
      );
    case 'bring':
      return (
        displacedIn(clause.patients, line) &&
        line.tokens
          .slice(clause.verb.last + 1, clause.verb.last + 3)
          .some(({ lower }) => lower === 'home' || lower === 'back')
      );
    case 'leave':
    case 'desert':
    case 'abandon':
      return (
        !someForces(subjectOf(clause, line), line) &&
        (patients.some(({ lower }) => homes.has(lower)) ||
          ((lemma === 'leave' || lemma === 'desert') &&
            people &&
            clause.patients.some((phrase) => isSomewhere(phrase, line))))
      );
    case 'return':
    case 'go':
    case 'come':
      return (
        displaced(clause, line) &&
        (lemma === 'return' ||
          line.tokens
            .slice(clause.verb.last + 1, clause.verb.last + 3)
            .some(({ lower }) => lower === 'home' || lower === 'back'))
      );
    case 'seek':
    case 'take':
    case 'find':
      if (
        lemma === 'take' &&
        counted &&
        governedBy(clause, 'from', 'of').some((phrase) => isSomewhere(phrase, line))
      )
        return true;
      if (
        lemma === 'take' &&
        people &&
        governedBy(clause, 'to').some(({ head }) =>
          /^(?:roads?|hills|bush|forest|mountains)$/u.test(line.tokens[head]?.lower ?? ''),
        )
      )
        return true;
      return people && headsOf(clause.objects, line).some(({ lower }) => refuge.has(lower));
    case 'drive':
    case 'force':
    case 'push':
      return fromHomes && (somePeople(clause.patients, line) || counted);
    case 'fly':
    case 'airlift':
      return (
        somePeople(clause.patients, line) &&
        clause.verb.passive &&
        governedBy(clause, 'to', 'from', 'out').length > 0
      );
    case 'shelter':
      // "30 people sheltering in a church were killed" says where they were.
      return clause.verb.form === 'finite' && (people || counted);
    case 'cross':
    case 'stream':
    case 'pour':
      if (
        isPeopleBy(clause, line) &&
        governedBy(clause, 'into', 'to', 'over').some((phrase) => isSomewhere(phrase, line))
      )
        return true;
      return displaced(clause, line) || (counted && people);
    default:
      return displaced(clause, line) || (counted && people);
  }
}

/** "Sahrawis", "Armenians": a people by its name is people when it flees. */
function isPeopleBy(clause: Clause, line: Line): boolean {
  return subjectOf(clause, line).some(({ head }) => {
    const token = line.tokens[head];
    return (
      token !== undefined &&
      line.actors.some(({ end, kind }) => end === token.end && kind === 'name') &&
      /(?:ans|is|ese|ers|ians)$/u.test(token.lower)
    );
  });
}

function displacedIn(phrases: Clause['patients'], line: Line): boolean {
  return phrases.some(({ head }) =>
    /^(?:refugees?|displaced|idps|evacuees|families)$/u.test(line.tokens[head]?.lower ?? ''),
  );
}

function displaced(clause: Clause, line: Line): boolean {
  const from = subjectOf(clause, line)[0];
  if (!from) return false;
  return line.tokens
    .slice(from.first, Math.max(from.last, from.extent) + 1)
    .some(({ lower }) =>
      /^(?:refugees?|displaced|idps|evacuees|families|residents|civilians|villagers)$/u.test(lower),
    );
}

/** "580,000 are without a home": a number of displaced and no verb that says it. */
function fromCount(line: Line): Candidate[] {
  const count = line.counts.find(({ of }) => of === 'displaced');
  if (!count || isNatural(line)) return [];
  const clause =
    line.clauses.filter(({ verb }) => (line.tokens[verb.first]?.start ?? 0) <= count.end + 40).at(-1) ?? null;
  return [
    candidate({
      rule: displacement.name,
      line,
      start: count.start,
      end: count.end,
      type: 'displacement',
      clause,
      nominal: true,
    }),
  ];
}

function fromNoun(line: Line): Candidate[] {
  const token = line.tokens.find(({ upos, lower }) => upos === 'NOUN' && nouns.has(lower));
  if (!token || isNatural(line)) return [];
  const of = line.tree
    .children(token, 'nmod')
    .filter((child) => line.tree.child(child, 'case')?.lower === 'of');
  const people = somePeople(
    of.map(({ index }) => ({ first: index, last: index, head: index, extent: index + 4 })),
    line,
  );
  if (!people && !(token.lower === 'displacement' && tellingOf(token, line) === 'told')) return [];
  const clause = line.clauses.filter(({ verb }) => verb.first < token.index).at(-1) ?? null;
  return [
    candidate({
      rule: displacement.name,
      line,
      start: token.start,
      end: token.end,
      type: 'displacement',
      clause,
      nominal: true,
      reality: nominalReality(line, token.start, clause),
    }),
  ];
}
