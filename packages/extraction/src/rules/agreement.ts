import type { Clause } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import { actorNouns } from '../actors/actor-nouns.ts';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { type Line, rangeOf } from '../document.ts';
import {
  actorsMeant,
  complementOf,
  contentTargets,
  headLemmas,
  lemmasAfter,
  others,
  speakersIn,
} from '../frames/content.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const papers = set(
  'agreement deal memorandum treaty pact accord protocol declaration statement roadmap understanding consensus compromise contract charter convention communique communiqué',
);
const plans = set('plan roadmap framework timetable programme program protocol');
const approving = set('approve adopt finalise finalize');
const ending = set('cease-fire ceasefire truce armistice peace hostility fighting war');
const signing = set(
  'sign reach conclude strike ink seal approve ratify adopt initial clinch hammer finalise finalize',
);
const tying = set(
  'restore establish re-establish reestablish resume renew normalise normalize upgrade improve forge strengthen open expand deepen mend repair boost reopen',
);
const ties = set('tie relation link cooperation partnership embassy');
const verbs = new Set([...signing, ...tying, 'agree', 'come', 'put']);

/** "signed a memorandum", "agreed to exchange", "restored diplomatic ties": a deal that is not a ceasefire. */
export const agreement: Rule = {
  name: 'agreement',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      if (!verbs.has(clause.verb.lemma) || clause.verb.modal === 'must') return [];
      const codes = dealCodes(clause, line);
      return codes ? deal(clause, line, story, codes) : [];
    }),
};

/** CAMEO 057 for what is signed, 03x for what is agreed, 050 for ties. */
function dealCodes(clause: Clause, line: Line): EventCodes | undefined {
  const { lemma, form } = clause.verb;
  const heads = headLemmas(clause.patients, line);
  if (tying.has(lemma) && heads.some((head) => ties.has(head))) return { plover: 'SUPPORT', cameo: '050' };
  const paper =
    heads.some((head) => papers.has(head)) || (approving.has(lemma) && heads.some((head) => plans.has(head)));
  if (signing.has(lemma) && paper) {
    const signed = lemma === 'sign' || lemma === 'ratify' || lemma === 'initial' || lemma === 'ink';
    return signed
      ? { plover: 'SUPPORT', cameo: '057', acled: 'Agreement' }
      : { plover: 'AGREE', cameo: '030', acled: 'Agreement' };
  }
  if (
    lemma === 'come' &&
    headLemmas(governedBy(clause, 'to'), line).some((head) =>
      /^(?:agreement|understanding|compromise|arrangement|accord)$/u.test(head),
    )
  )
    return { plover: 'AGREE', cameo: '030', acled: 'Agreement' };
  // "put pen to paper"; "Garang and Taha signed in Naivasha".
  if (lemma === 'put' && heads.includes('pen'))
    return { plover: 'SUPPORT', cameo: '057', acled: 'Agreement' };
  if (lemma === 'sign' && heads.length === 0 && clause.subject.length > 1 && !clause.verb.passive)
    return { plover: 'SUPPORT', cameo: '057', acled: 'Agreement' };
  const to =
    lemma === 'agree' &&
    (form === 'finite' || (form === 'gerund' && clause.subject.length > 0)) &&
    (complementOf(clause, line) !== null || governedBy(clause, 'to', 'on', 'upon').length > 0);
  return to ? { plover: 'AGREE', cameo: '030', acled: 'Agreement' } : undefined;
}

function deal(clause: Clause, line: Line, story: Story, codes: EventCodes): Candidate[] {
  const tied = codes.cameo === '050';
  if (!tied && isTruce(clause, line)) return [];
  const doing = speakersIn(clause, line, story);
  const withWhom = actorsOf(governedBy(clause, 'with', 'between'), line, story);
  const parties = [
    ...doing,
    ...others(withWhom.length > 0 || !tied ? withWhom : actorsMeant(clause.patients, line, story), doing),
  ];
  const { lemma } = clause.verb;
  // "the agreements reached" goes back to a deal told elsewhere.
  if (clause.verb.form === 'participle' && parties.length === 0) return [];
  const plan = approving.has(lemma) && !headLemmas(clause.patients, line).some((head) => papers.has(head));
  const known = parties.some(
    (actor) => actor.id !== undefined || (inOffice(actor) && (!plan || ofWar.test(actor.name))),
  );
  // "agreements were reached" tells of no side; a bare "they agreed" is small talk.
  // The other side of "the team signed an agreement" is nobody of politics either.
  if (parties.length === 0 && clause.agents.length > 0) return [];
  if (!known && parties.length < 2 && (lemma === 'agree' || tied || parties.length > 0)) return [];
  return [
    candidate({
      rule: agreement.name,
      line,
      ...rangeOf(line, clause.verb),
      type: 'agreement',
      clause,
      parties,
      recipients: tied ? [] : others(concerned(clause, line, story), parties),
      reality: isNeither(clause, line)
        ? 'negated'
        : tied
          ? tieReality(clause, line)
          : realityOf(clause, line),
      codes,
    }),
  ];
}

/** Bodies whose plans are no park's: "the joint military commission". */
const ofWar = /\b(?:military|joint|peace|security|border|defen[cs]e|monitoring)\b/iu;

/** An unknown name with an office or body in it: "President Askar Akayev", "the Pacific forum". */
function inOffice(actor: ActorRef): boolean {
  return actor.name.split(' ').some((word) => actorNouns.has(word.toLowerCase()));
}

/** Who is not at the table and gets or bears what is agreed: "agreed to lift the embargo on Cuba", "agreed to US mediation". */
function concerned(clause: Clause, line: Line, story: Story): ActorRef[] {
  if (clause.verb.lemma !== 'agree') return [];
  const content = complementOf(clause, line);
  return content
    ? contentTargets(content, line, story)
    : actorsMeant(governedBy(clause, 'to', 'on'), line, story);
}

/** "Neither side has agreed", "no party signed". */
function isNeither(clause: Clause, line: Line): boolean {
  const before = clause.subject[0]
    ? line.tokens.slice(Math.max(0, clause.subject[0].first - 1), clause.subject[0].first + 1)
    : [];
  return before.some(({ lower }) => lower === 'neither' || lower === 'no' || lower === 'none');
}

/** "is about to restore ties": it lies ahead. */
function tieReality(clause: Clause, line: Line) {
  const above = governor(clause, line);
  const about = line.tokens[clause.verb.first - 1]?.lower === 'about';
  return about && above?.verb.lemma === 'be' ? ('future' as const) : realityOf(clause, line);
}

/** What is agreed ends the fighting: the rules of truces tell it. */
function isTruce(clause: Clause, line: Line): boolean {
  const paper = clause.patients.at(-1);
  const opening = Math.min(clause.verb.first, ...clause.patients.map((phrase) => phrase.first));
  const first = line.tokens[opening]?.start ?? line.start;
  // "the ceasefire, reached by means of a declaration signed by both".
  if (clause.verb.form === 'participle' && truceMentions(line).length > 0) return true;
  const last =
    line.tokens[Math.min((paper ?? clause.verb).last + 12, line.tokens.length - 1)]?.end ?? line.end;
  if (truceMentions(line).some((truce) => truce.end > first && truce.start < last)) return true;
  const words = [
    ...clause.patients.flatMap((phrase) =>
      line.tokens.slice(phrase.first, phrase.last + 1).map((token) => token.lower),
    ),
    ...lemmasAfter(clause, line).slice(0, 12),
  ];
  return words.some(
    (word) =>
      ending.has(word) ||
      word === 'firing' ||
      word === 'shooting' ||
      word === 'silent' ||
      word === 'silence' ||
      word === 'offensive',
  );
}
