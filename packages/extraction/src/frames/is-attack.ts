import type { Clause, Phrase } from '@trucewatch/language';
import { roleInWords } from '../actors/role-words.ts';
import { type Line, wordsOf } from '../document.ts';
import { isSocialIll, isWordy } from './abstract.ts';
import { idiomVerbs, isAttackIdiom } from './attack-idioms.ts';
import {
  isAnimal,
  isAttackObject,
  isCrowd,
  isHarmlessAgent,
  isHarmlessPatient,
  isTarget,
  isWeapon,
  phrasalVerbs,
  plainAttackVerbs,
  targetedVerbs,
  weaponVerbs,
} from './attack-words.ts';
import { isIntangible, isRetort } from './figurative.ts';
import { isForces, isPeople } from './forces.ts';
import { isAgainstNothing } from './general.ts';
import { isMineStruck } from './mines.ts';
import { governedBy, particle, subjectOf } from './roles.ts';
import { headsOf, isNamed } from './sides-of-attack.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const people = set(
  'people person man men woman women child children boy girl civilian someone others two three dozens',
);
/** Verbs that need somebody for whom it is done to be meant in earnest. */
const onPeople = set(
  'gun hack stab rape gang-rape molest torture behead lynch execute gas maim slaughter neutralise neutralize eliminate liquidate',
);
const towards = set('at on onto upon into toward towards against across over near in');
const aircraft = set(
  'drone uav aircraft plane jet helicopter warplane airliner missile rocket fighter bomber balloon bridge',
);
const bursting = set(
  'bomb device grenade mine landmine shell rocket missile explosive drone car truck lorry vehicle bomber van motorcycle warhead charge bus',
);
const shaking = set(
  'explosion blast strike airstrike shelling attack bombing bombardment shell rocket missile detonation bomb raid',
);
const military = set(
  'tank troop troops soldier army column force forces unit armour armor vehicle fighter rebel militia convoy',
);
const fronts = set('river border line front frontier canal strait buffer zone');
const fixed: ReadonlyMap<string, string> = new Map([
  ['hit', 'back'],
  ['strike', 'back'],
  ['fire', 'back'],
]);

/** Whether any clause with this verb may tell an attack: the cheap test. */
export function mayAttack(lemma: string): boolean {
  return (
    plainAttackVerbs.has(lemma) ||
    targetedVerbs.has(lemma) ||
    weaponVerbs.has(lemma) ||
    phrasalVerbs.has(lemma) ||
    idiomVerbs.has(lemma)
  );
}

/** Whether a clause tells an attack: by its verb, and by who does it to what. */
export function isAttack(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const agents = headsOf(clause.agents, line);
  const patients = headsOf(clause.patients, line);
  if (
    agents.some((token) => isHarmlessAgent(token) || isSocialIll(token)) ||
    patients.some(isHarmlessPatient)
  )
    return false;
  if (headsOf(governedBy(clause, 'by'), line).some(isHarmlessAgent)) return false;
  if (patients.length > 0 && (patients.every(isIntangible) || patients.every(isAnimal))) return false;
  if (isOfWords(clause, line) || isWindingUp(clause, line)) return false;
  if (idiomVerbs.has(lemma) && isAttackIdiom(clause, line)) return true;
  if (plainAttackVerbs.has(lemma)) {
    if (lemma === 'shoot' && isIntoAir(clause, line)) return false;
    if (onPeople.has(lemma)) return clause.patients.some((phrase) => isPerson(phrase, line));
    return true;
  }
  if (fixed.get(lemma) === particle(clause, line)) return !isRetort(clause, line);
  if (targetedVerbs.has(lemma) && isAimed(clause, line)) return !agents.some(isCrowd);
  return weaponVerbs.has(lemma) ? isWeaponUsed(clause, line) : isPhrase(clause, line);
}

const texts = set(
  'terms words speech article interview editorial column statement letter tone tweet essay book sermon homily',
);

/** "harshly attacked the minister", "attacked him for raising taxes". */
function isOfWords(clause: Clause, line: Line): boolean {
  const { verb } = clause;
  if (verb.lemma !== 'attack' && verb.lemma !== 'assault') return false;
  const token = line.tokens[verb.head];
  if (!token) return false;
  return (
    line.tree.children(token, 'advmod').some(isWordy) ||
    headsOf(governedBy(clause, 'in'), line).some(({ lower }) => texts.has(lower)) ||
    line.tree
      .children(token, 'advcl')
      .some((child) => child.xpos === 'VBG' && line.tree.child(child, 'mark')?.lower === 'for')
  );
}

/** "the talks wound up": a form of "wind"; "shelled out three million". */
function isWindingUp(clause: Clause, line: Line): boolean {
  if (clause.verb.lemma === 'shell') return particle(clause, line) === 'out';
  return (
    clause.verb.lemma === 'wound' &&
    /^(?:up|down|through)$/u.test(particle(clause, line)) &&
    line.tokens[clause.verb.head]?.lower === 'wound'
  );
}

/** "set fire to the offices", "set a bus ablaze". */
function setsAlight(clause: Clause, line: Line): boolean {
  if (headsOf(clause.agents, line).some((token) => isCrowd(token) || token.lower === 'debris')) return false;
  const alight = /^(?:ablaze|alight|afire)$/u.test(wordAfterObject(clause, line));
  const fire = headsOf(clause.objects, line).some(({ lower }) => lower === 'fire');
  const onFire = clause.obliques.some(
    ({ preposition, phrases }) =>
      preposition === 'on' && headsOf(phrases, line).some(({ lower }) => lower === 'fire'),
  );
  return alight || fire || onFire;
}

/** "beat up detainees", "sexually abused": harm to persons by verbs that mean less elsewhere. */
function isMaltreatment(clause: Clause, line: Line): boolean {
  const { lemma, head } = clause.verb;
  if (!clause.patients.some((phrase) => isPerson(phrase, line))) return false;
  if (lemma === 'abuse')
    return line.tokens.slice(Math.max(0, head - 2), head).some(({ lower }) => lower === 'sexually');
  return particle(clause, line) === 'up' || headsOf(clause.agents, line).some(isForces);
}

function isPerson(phrase: Phrase, line: Line): boolean {
  const head = line.tokens[phrase.head];
  return (
    head !== undefined &&
    (people.has(head.lower) ||
      isNumberOf(phrase, head, line) ||
      line.actors.some(({ start, end }) => start < head.end && head.start < end) ||
      roleInWords(wordsOf(line, { first: phrase.first, last: phrase.head }).split(' ')) !== undefined)
  );
}

/** "executed a dozen of them", "slaughtered hundreds of villagers": people by their number. */
function isNumberOf({ head, extent }: Phrase, { lower, upos }: Word, line: Line): boolean {
  if (upos !== 'NUM' && !/^(?:dozens?|scores?|hundreds?|thousands?)$/u.test(lower)) return false;
  const [of, ...rest] = line.tokens.slice(head + 1, Math.max(extent, head + 3) + 1);
  return (
    of?.lower === 'of' &&
    rest.some((token) => token.lower === 'them' || isPeople(token) || token.upos === 'PROPN')
  );
}

function isAircraft(clause: Clause, line: Line): boolean {
  return clause.patients.some(({ first, last, extent }) =>
    line.tokens.slice(first, Math.max(last, extent) + 1).some(({ lemma }) => aircraft.has(lemma)),
  );
}

/** "struck a bridge", "was hit by rockets", "rockets hit". */
function isAimed(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const agents = headsOf(clause.agents, line);
  if (lemma === 'blow' || lemma === 'rip' || lemma === 'wipe' || lemma === 'mow')
    return lemma === 'blow' &&
      particle(clause, line) !== 'up' &&
      !/^up|apart$/u.test(wordAfterObject(clause, line))
      ? false
      : clause.patients.length > 0 || agents.some((token) => bursting.has(token.lemma));
  if (lemma === 'rock' || lemma === 'shake' || lemma === 'shatter')
    return (
      agents.some((token) => shaking.has(token.lemma)) &&
      clause.patients.some((phrase) => isHit(phrase, line))
    );
  if (agents.some((token) => isWeapon(token) || isAttackObject(token))) return true;
  // "it was the militia who had struck first".
  if (lemma === 'strike' && particle(clause, line) === 'first')
    return clause.agents.length > 0 && clause.patients.length === 0;
  // "warplanes pounded Arbin": what forces hit may be a town that no list has.
  const byForces = agents.some(isForces);
  return clause.patients.some(
    (phrase) =>
      isHit(phrase, line) ||
      (byForces && (line.tokens[phrase.head]?.upos === 'PROPN' || isOwnWay(phrase, clause, line))),
  );
}

/** "burned and looted their way through the town". */
function isOwnWay(phrase: Phrase, clause: Clause, line: Line): boolean {
  return (
    line.tokens[phrase.head]?.lower === 'way' &&
    clause.obliques.some(({ preposition }) => /^(?:through|across|into|along)$/u.test(preposition))
  );
}

function isHit(phrase: Phrase, line: Line): boolean {
  return isTarget(line.tokens[phrase.head]) || isPerson(phrase, line) || isNamed(phrase, line);
}

/** "blew the bridge up": the particle after the object. */
function wordAfterObject(clause: Clause, line: Line): string {
  const last = clause.objects.at(-1)?.last ?? clause.verb.last;
  return line.tokens[last + 1]?.lower ?? '';
}

function isWeaponUsed(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const patients = headsOf(clause.patients, line);
  const subjects = headsOf(clause.subject, line);
  const goesTo = clause.obliques.some(({ preposition }) => towards.has(preposition));
  const weapon = clause.patients.some(({ first, last, extent }) =>
    line.tokens.slice(first, Math.max(last, extent) + 1).some(isWeapon),
  );
  switch (lemma) {
    case 'open':
      return (
        patients.some(({ lower }) => lower === 'fire') ||
        (isAttackMade(clause, line) && clause.agents.length > 0)
      );
    case 'return':
      return patients.some(({ lower }) => lower === 'fire');
    case 'launch':
    case 'mount':
    case 'stage':
    case 'unleash':
      return weapon || isAttackMade(clause, line);
    case 'fire':
      // "fired a warning shot over its use of data".
      if (
        clause.patients.some(({ first, head }) =>
          line.tokens.slice(first, head).some(({ lower }) => lower === 'warning'),
        )
      )
        return headsOf(clause.agents, line).some(isForces);
      return (
        !isIntoAir(clause, line) &&
        (weapon ||
          subjects.some(isWeapon) ||
          isFiredUpon(clause, line) ||
          clause.obliques.some(
            ({ preposition, phrases }) =>
              /^(?:at|on|upon|into|towards?|across)$/u.test(preposition) && !areTimes(phrases, line),
          ))
      );
    case 'send':
    case 'use':
    case 'direct':
    case 'aim':
    case 'trade':
      return (
        weapon &&
        clause.obliques.some(({ preposition }) => /^(?:at|on|into|against|towards?|over)$/u.test(preposition))
      );
    case 'detonate':
    case 'explode':
      return (
        [...patients, ...subjects].some((token) => bursting.has(token.lemma)) ||
        headsOf(subjectOf(clause, line), line).some(
          (token) => bursting.has(token.lemma) || bursting.has(token.lower),
        )
      );
    case 'go':
      return particle(clause, line) === 'off' && subjects.some((token) => bursting.has(token.lemma));
    case 'set':
      return (
        ((particle(clause, line) === 'off' || wordAfterObject(clause, line) === 'off') && weapon) ||
        setsAlight(clause, line)
      );
    case 'rain':
    case 'pour':
    case 'pump':
      return (weapon || subjects.some(isWeapon)) && goesTo;
    case 'drop':
    case 'throw':
    case 'hurl':
    case 'lob':
    case 'plant':
    case 'toss':
      return weapon;
    case 'shower':
      return false;
    default:
      return (
        subjects.some((token) => isWeapon(token) && token.lemma !== 'charge' && token.lemma !== 'device') &&
        goesTo
      );
  }
}

/** "was fired upon by a gunboat"; "had been fired on 28 January" is a dismissal. */
function isFiredUpon(clause: Clause, line: Line): boolean {
  const after = line.tokens[clause.verb.last + 2];
  return (
    clause.verb.passive &&
    /^(?:on|upon|at)$/u.test(particle(clause, line)) &&
    !line.times.some(({ start, end }) => after !== undefined && start < after.end && after.start < end)
  );
}

/** "launched an offensive", but not one "against unemployment", nor "bitter attacks on the ministry". */
function isAttackMade(clause: Clause, line: Line): boolean {
  const aimed = governedBy(clause, 'on', 'against', 'upon');
  return headsOf(clause.patients, line).some(
    (token) => isAttackObject(token) && !isAgainstNothing(token, aimed, line),
  );
}

/** "fired into the air". */
function isIntoAir(clause: Clause, line: Line): boolean {
  return headsOf(governedBy(clause, 'into', 'in'), line).some(({ lower }) => lower === 'air');
}

/** "was fired on 28 January". */
function areTimes(phrases: readonly Phrase[], line: Line): boolean {
  return headsOf(phrases, line).every((head) =>
    line.times.some((time) => time.start <= head.start && head.end <= time.end),
  );
}

function isPhrase(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const agents = headsOf(clause.agents, line);
  switch (lemma) {
    case 'bring':
      return (
        (particle(clause, line) === 'down' || wordAfterObject(clause, line) === 'down') &&
        (isAircraft(clause, line) ||
          (headsOf(clause.agents, line).some(isForces) &&
            clause.patients.some(({ head }) => isTarget(line.tokens[head]))))
      );
    case 'down':
      return isAircraft(clause, line);
    case 'retaliate':
      return clause.agents.length > 0;
    case 'answer':
    case 'respond':
    case 'reply':
      return (
        clause.agents.some((phrase) => isPerson(phrase, line)) &&
        headsOf(governedBy(clause, 'with'), line).some(
          (token) =>
            isWeapon(token) ||
            (isAttackObject(token) && token.lower !== 'operation') ||
            token.lower === 'fire',
        )
      );
    case 'step':
    case 'tread':
    case 'run':
      return isMineStruck(clause, line);
    case 'advance':
    case 'surge':
    case 'charge':
    case 'thrust':
    case 'swarm':
    case 'barge':
    case 'forge':
    case 'push':
      return (
        clause.agents.some((phrase) => isPerson(phrase, line)) &&
        clause.obliques.some(
          ({ preposition, phrases }) =>
            /^(?:into|onto|on|towards?|against|through)$/u.test(preposition) &&
            phrases.some((phrase) => isNamed(phrase, line) || isTarget(line.tokens[phrase.head])),
        )
      );
    case 'cross':
      return (
        agents.some((token) => military.has(token.lemma) || military.has(token.lower)) &&
        clause.patients.some(({ first, last }) =>
          line.tokens.slice(first, last + 1).some((token) => fronts.has(token.lemma)),
        )
      );
    case 'beat':
    case 'abuse':
      return isMaltreatment(clause, line);
    case 'drive':
    case 'burst':
      if (isMineStruck(clause, line)) return true;
      return (
        agents.some((token) => token.lemma === 'bomber') &&
        clause.obliques.some(({ preposition }) => preposition === 'into')
      );
    default:
      return false;
  }
}
