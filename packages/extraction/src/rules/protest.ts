import type { Clause, Phrase, Token } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf, reference, trimmed } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { actorsMeant, others, verbKey } from '../frames/content.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { violenceOf } from '../frames/nominal-words.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { governedBy } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const protesting = set('protest rally demonstrate riot picket');
const crowdNouns = set(
  'protester protestor demonstrator crowd activist marcher rioter striker youth student villager resident farmer worker union mob supporter prisoner thousand hundred people monk mourner teacher trader driver miner nurse lawyer pilot doctor truckers',
);
const staging = set(
  'stage hold organise organize begin launch call mount join lead attend continue plan resort start go declare observe enforce',
);
const gatherings = set('protest rally demonstration march sit-in vigil riot walkout picket stoppage strike');
const ways = set(
  'road street bridge highway roadway railway motorway crossing entrance border traffic route square rail',
);
const nouns = set('protest protester protestor demonstration demonstrator rally riot');

const modeOf: Readonly<Record<string, EventCodes>> = {
  demo: { plover: 'PROTEST', ploverMode: 'demo', cameo: '141', acled: 'Peaceful protest' },
  hunger: { plover: 'PROTEST', ploverMode: 'hunger', cameo: '142', acled: 'Peaceful protest' },
  strike: { plover: 'PROTEST', ploverMode: 'strike', cameo: '143', acled: 'Peaceful protest' },
  obstruct: { plover: 'PROTEST', ploverMode: 'obstruct', cameo: '144', acled: 'Protest with intervention' },
  riot: { plover: 'PROTEST', ploverMode: 'riot', cameo: '145', acled: 'Violent demonstration' },
};

/** "demonstrators rallied", "began a hunger strike", "blocked roads", "took to the streets", "riots in the capital". */
export const protest: Rule = {
  name: 'protest',
  find: (line, story) => {
    const found = line.clauses.flatMap((clause) => fromClause(clause, line, story));
    return found.length > 0 ? found : fromNoun(line, story);
  },
};

function fromClause(clause: Clause, line: Line, story: Story): Candidate[] {
  const mode = modeOfClause(clause, line);
  if (!mode) return [];
  const initiators = whoProtests(clause, line, story);
  const infinitive = clause.verb.form === 'infinitive' && clause.parent !== null && !clause.verb.negated;
  return [
    candidate({
      rule: protest.name,
      line,
      ...rangeOf(line, clause.verb),
      type: 'protest',
      clause,
      initiators,
      recipients: others(against(clause, line, story), initiators),
      reality: infinitive && protesting.has(clause.verb.lemma) ? 'actual' : realityOf(clause, line),
      codes: modeOf[mode] as EventCodes,
    }),
  ];
}

function modeOfClause(clause: Clause, line: Line): keyof typeof modeOf | undefined {
  const { lemma } = clause.verb;
  const byCrowd = () => crowds(clause, line);
  if (protesting.has(lemma)) {
    if (
      lemma === 'demonstrate' &&
      (clause.patients.length > 0 || shown(clause) || crowd(clause, line).length === 0)
    )
      return undefined;
    if (lemma === 'protest' && isVoiced(clause, line)) return undefined;
    if (lemma === 'rally' && clause.objects.length > 0) return undefined;
    return lemma === 'riot' ? 'riot' : 'demo';
  }
  if (lemma === 'take' && /^\w+ to the streets\b/u.test(textAfter(clause, line, 24))) return 'demo';
  if (lemma === 'pour' || lemma === 'flood' || lemma === 'throng' || lemma === 'fill')
    return /^\w+ (?:\w+ )?(?:on|onto|into|in|out)? ?(?:the )?(?:streets|squares?)\b/u.test(
      textAfter(clause, line, 40),
    ) &&
      byCrowd() &&
      !merry.test(line.source.slice(line.start, line.end))
      ? 'demo'
      : undefined;
  if (lemma === 'march') return byCrowd() ? 'demo' : undefined;
  if (lemma === 'strike') return clause.objects.length === 0 && byCrowd() ? 'strike' : undefined;
  if (lemma === 'stop' || lemma === 'down')
    return headIn(clause, line, workWords) && byCrowd() ? 'strike' : undefined;
  if (lemma === 'walk')
    return /^\S+ (?:out|off the job)\b/u.test(textAfter(clause, line, 24)) && byCrowd()
      ? 'strike'
      : undefined;
  if (lemma === 'block' || lemma === 'blockade' || lemma === 'obstruct' || lemma === 'barricade')
    return headIn(clause, line, ways) && isCivilian(clause, line) ? 'obstruct' : undefined;
  if (burning.has(lemma)) return crowds(clause, line, true) && burned(clause, line) ? 'riot' : undefined;
  if (lemma === 'storm' || lemma === 'throw' || lemma === 'hurl' || lemma === 'pelt')
    return crowds(clause, line, true) &&
      /\b(?:stones?|embassy|parliament|rocks?|bottles?|consulate)\b/u.test(
        textAfter(clause, line, 60).toLowerCase(),
      )
      ? 'riot'
      : undefined;
  if (lemma === 'collect' && headIn(clause, line, signatures)) return 'demo';
  return staging.has(lemma) && verbKey(clause, line) !== 'call_off' ? staged(clause, line) : undefined;
}

/** Crowds that celebrate or run. */
const merry =
  /\b(?:marathon|race|carnival|parade|festival|concert|celebrat\w+|victory|title|fireworks|pilgrimage)\b/iu;

const burning = set('burn set torch');
const workWords = set('work tool');
const signatures = set('signature');

function burned(clause: Clause, line: Line): boolean {
  return (
    clause.verb.lemma !== 'set' || /^\S+ (?:\S+ )?(?:fire|ablaze|alight)\b/u.test(textAfter(clause, line, 30))
  );
}

/** "staged a walkout", "began a hunger strike", "called a general strike". */
function staged(clause: Clause, line: Line): keyof typeof modeOf | undefined {
  for (const phrase of [...clause.patients, ...governedBy(clause, 'on')]) {
    const head = line.tree.tokens[phrase.head];
    const lemma = head?.lemma.toLowerCase() ?? '';
    if (/\bsit ?- ?in\b/u.test(wordsTo(phrase.extent + 2, phrase.first, line))) return 'demo';
    if (!head || !gatherings.has(lemma)) continue;
    const before = line.tree.children(head, 'compound', 'amod').map((token) => token.lower);
    if (lemma === 'strike') {
      if (before.includes('hunger')) return 'hunger';
      if (before.includes('air') || before.includes('missile') || before.includes('drone')) return undefined;
      return before.includes('general') || before.includes('day') || crowds(clause, line)
        ? 'strike'
        : undefined;
    }
    if (
      lemma === 'march' &&
      clause.verb.lemma !== 'stage' &&
      clause.verb.lemma !== 'organise' &&
      !crowds(clause, line)
    )
      continue;
    if (lemma === 'walkout' || lemma === 'stoppage') return 'strike';
    return lemma === 'riot' ? 'riot' : 'demo';
  }
  return undefined;
}

function headIn(clause: Clause, line: Line, words: ReadonlySet<string>): boolean {
  return clause.patients.some((phrase) => words.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? ''));
}

function textAfter(clause: Clause, line: Line, length: number): string {
  const start = line.tokens[clause.verb.head]?.start ?? line.start;
  return line.source.slice(start, Math.min(line.end, start + length));
}

/** Whether a crowd does it; `named`: only a word for people who protest will do. */
function crowds(clause: Clause, line: Line, named = false): boolean {
  return clause.agents.some((phrase) => {
    const head = line.tokens[phrase.head] as Token;
    if (crowdNouns.has(head.lemma.toLowerCase())) return true;
    return (
      !named &&
      /\b(?:thousands|hundreds|workers|strikers|supporters|unions?|pilots|people|protesters)\b/u.test(
        wordsTo(phrase.extent, phrase.first, line),
      )
    );
  });
}

function wordsTo(last: number, first: number, line: Line): string {
  return line.tokens
    .slice(first, last + 1)
    .map((token) => token.lower)
    .join(' ');
}

const armed =
  /\b(?:troops|army|forces?|soldiers|police|rebels|militants|government|military|tanks|fighters|guerrillas|security)\b/u;

/** "Azerbaijan blocked the road": a state closes it. */
function isStateAt(clause: Clause, line: Line): boolean {
  return clause.agents.some((phrase) => {
    const head = line.tokens[phrase.head] as Token;
    return line.places.some(
      ({ start, end, place }) => start <= head.start && head.end <= end && place.level === 'country',
    );
  });
}

/** What blocks roads and has no demands. */
const natural = set(
  'snow ice landslide mudslide flood floodwater avalanche debris rock tree storm fog water mud accident crash collision lorry truck wreck boulder fire lava rockfall',
);

function isCivilian(clause: Clause, line: Line): boolean {
  return (
    clause.agents.length > 0 &&
    !isStateAt(clause, line) &&
    !clause.agents.some((phrase) => natural.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? '')) &&
    !clause.agents.some((phrase) => armed.test(wordsTo(phrase.extent, phrase.first, line)))
  );
}

const purposes = set('protest demand call denounce condemn demanding press show oppose');

/** Against whom: "against Sweden's decision", "to demand the release … by the government". */
function against(clause: Clause, line: Line, story: Story): ActorRef[] {
  const own = actorsMeant(governedBy(clause, 'against', 'of'), line, story);
  if (own.length > 0) return own;
  const purpose = line.clauses.find(
    (other) => other.parent === clause.index && other.index > clause.index && purposes.has(other.verb.lemma),
  );
  if (!purpose) return [];
  return actorsMeant(
    [...purpose.patients, ...governedBy(purpose, 'against', 'for', 'from', 'on')],
    line,
    story,
  );
}

const offices = set(
  'government ministry minister embassy ambassador official spokesman president authority committee',
);

/** "Japan protested", "…, a rights group protested": a state or a body speaks, nobody gathers. */
export function isVoiced(clause: Clause, line: Line): boolean {
  const verb = line.tree.tokens[clause.verb.head];
  if (verb && line.tree.child(verb, 'ccomp') && !crowds(clause, line)) return true;
  if (isStateAt(clause, line)) return true;
  return clause.agents.some((phrase) => {
    const head = line.tokens[phrase.head] as Token;
    return offices.has(head.lemma.toLowerCase());
  });
}

/** The phrases of those who gather; where the tree gives none, the nearest word for a crowd before the verb. */
function crowd(clause: Clause, line: Line): readonly Phrase[] {
  if (clause.agents.length > 0) return clause.agents;
  for (let at = clause.verb.first - 1; at >= Math.max(0, clause.verb.first - 8); at--)
    if (crowdNouns.has(line.tokens[at]?.lemma.toLowerCase() ?? '')) {
      const chunk = line.chunks.find(({ first, last }) => first <= at && at <= last);
      return chunk ? [{ first: chunk.first, last: chunk.last, head: at, extent: chunk.last }] : [];
    }
  return [];
}

/** "demonstrated to the world its disrespect": something is shown, nobody gathers. */
function shown(clause: Clause): boolean {
  return clause.obliques.some(({ preposition, at }) => preposition === 'to' && at > clause.verb.head);
}

/** Whoever protests takes part, known or not. */
function whoProtests(clause: Clause, line: Line, story: Story): ActorRef[] {
  const who = crowd(clause, line);
  const known = actorsOf(who, line, story);
  if (known.length > 0) return known;
  return who
    .filter((phrase) => line.tokens[phrase.head]?.upos !== 'PRON')
    .map((phrase) => reference(line, trimmed(line, phrase)));
}

/** "The protests in the capital"; a diplomat's note and a minister who goes "in protest" are none. */
function fromNoun(line: Line, story: Story): Candidate[] {
  for (const token of line.tokens) {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
    const before = line.tokens[token.index - 1]?.lower;
    const walkout = token.lower === 'strike' && (before === 'general' || before === 'hunger');
    if (!walkout && !nouns.has(token.lemma.toLowerCase())) continue;
    // "the rally blasts": what is told is what struck it.
    const whole = token.relation === 'compound' ? line.tree.headOf(token) : undefined;
    if (whole && violenceOf(whole, line)) continue;
    if (
      token.lower === 'protest' &&
      (before === 'in' || before === 'official' || before === 'formal' || before === 'diplomatic')
    )
      continue;
    const clause =
      line.clauses.filter((other) => other.verb.first < token.index).at(-1) ?? line.clauses[0] ?? null;
    if (clause && speaking.has(clause.verb.lemma) && headIn(clause, line, nouns)) continue;
    const roles = nominalRoles(line, token.start, token.end, story);
    const crowd = token.lemma.endsWith('er') || token.lemma.endsWith('or');
    return [
      candidate({
        rule: protest.name,
        line,
        start: token.start,
        end: token.end,
        type: 'protest',
        clause,
        nominal: true,
        initiators: crowd ? [reference(line, token)] : roles.agents,
        recipients: roles.patients,
        reality: nominalReality(line, token.start, clause),
        codes: modeOf[modeOfNoun(token, before)] as EventCodes,
      }),
    ];
  }
  return [];
}

function modeOfNoun(token: Token, before: string | undefined): string {
  if (token.lower === 'strike') return before === 'hunger' ? 'hunger' : 'strike';
  return token.lemma === 'riot' ? 'riot' : 'demo';
}

const speaking = set('lodge file deliver submit send ban prevent');
