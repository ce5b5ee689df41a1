import type { Clause, Phrase } from '@trucewatch/language';
import type { CeasefireStep } from '@trucewatch/schema';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { ownForces } from '../ceasefires/fighting-words.ts';
import { haltsFighting } from '../ceasefires/halts-fighting.ts';
import { dealNouns, offering } from '../ceasefires/offer-nouns.ts';
import { answerOf, isNobodys } from '../ceasefires/truce-adjust.ts';
import { makersOf } from '../ceasefires/truce-roles.ts';
import { asking } from '../ceasefires/truce-verbs.ts';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, governor, undergoer } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const promising = new Set(['promise', 'pledge', 'vow', 'commit', 'undertake', 'swear', 'give']);
const announcing = new Set(['announce', 'declare', 'say', 'confirm', 'state']);
const offeringVerbs = new Set(['propose', 'offer', 'suggest']);
const agreeing = new Set(['agree', 'sign', 'decide', 'accept', 'consent']);
const refusing = new Set(['refuse', 'decline', 'reject']);

/** "agreed to halt the fighting", "ordered their forces to cease fire", "urged both sides to stop the war", "all hostilities are stopped". */
export const fightingHalted: Rule = {
  name: 'fighting-halted',
  find: (line, story) => {
    let found: Candidate[] | null = null;
    for (const clause of line.clauses) {
      const made = haltsFighting(clause, line) ? read(clause, line, story) : peaceMade(clause, line, story);
      if (made) {
        found ??= [];
        found.push(made);
      }
    }
    return found ?? [];
  },
};

/** "the government and the rebels have made peace": the two of them, or one with the other. */
function peaceMade(clause: Clause, line: Line, story: Story): Candidate | null {
  if (!/^(?:make|conclude|seal)$/u.test(clause.verb.lemma)) return null;
  if (!clause.patients.some(({ head }) => line.tokens[head]?.lower === 'peace')) return null;
  const parties = [...doers(clause, line, story), ...actorsOf(governedBy(clause, 'with'), line, story)];
  if (parties.length < 2) return null;
  return candidate({
    rule: fightingHalted.name,
    line,
    ...rangeOf(line, clause.verb),
    type: 'ceasefire',
    step: 'agreed',
    clause,
    parties,
    reality: isNobodys(clause, line) ? 'negated' : realityOf(clause, line),
  });
}

function read(clause: Clause, line: Line, story: Story): Candidate | null {
  const { verb } = clause;
  const above = governor(clause, line);
  const seed = {
    rule: fightingHalted.name,
    line,
    ...rangeOf(line, verb),
    type: 'ceasefire' as const,
    clause,
  };
  const make = (step: CeasefireStep, teller: Clause | null, more: Partial<Candidate> = {}): Candidate =>
    candidate({
      ...seed,
      step,
      clause: teller ?? clause,
      ...more,
      reality:
        teller && isNobodys(teller, line)
          ? 'negated'
          : (more.reality ?? (teller ? realityOf(teller, line) : 'actual')),
    });
  const dependent =
    verb.form === 'infinitive' ||
    verb.form === 'gerund' ||
    clause.marker === 'that' ||
    clause.link === 'complement';
  const noun = line.tree.headOf(line.tree.tokens[verb.head] as Line['tree']['tokens'][number]);
  if (verb.form === 'infinitive' && noun?.upos === 'NOUN') {
    const kind = offering.get(noun.lemma);
    const answer = kind && above ? answerOf(above, noun, line) : null;
    if (answer && above) {
      const by = doers(above, line, story);
      return make(answer, above, answer === 'agreed' ? { parties: by } : { initiators: by });
    }
    if (kind) {
      const makers = makersOf(noun, line, story);
      const by = above ? doers(above, line, story) : [];
      return make(kind, above, { reality: 'actual', initiators: makers.length > 0 ? makers : by });
    }
    if (dealNouns.has(noun.lemma) || noun.lemma === 'truce' || noun.lemma === 'ceasefire')
      return make('agreed', above, { parties: above ? doers(above, line, story) : [] });
    if (/^(?:effort|attempt|way|bid|talk|pressure|need)$/u.test(noun.lemma)) return null;
  }
  if (above && dependent) {
    const { lemma } = above.verb;
    const by = doers(above, line, story);
    if (agreeing.has(lemma)) return make('agreed', above, { parties: by });
    // "talked the two into breaking off their fire", "persuaded both to hold fire".
    if (
      /^(?:talk|persuade|convince|cajole|induce|coax|prevail)$/u.test(lemma) &&
      !above.verb.negated &&
      above.verb.tense === 'past'
    )
      return make('agreed', above, {
        parties: actorsOf([...above.objects, ...governedBy(above, 'on', 'upon')], line, story),
        mediators: by,
      });
    if (refusing.has(lemma) && verb.form !== 'finite')
      return make('rejected', above, { initiators: by, reality: 'actual' });
    if (offeringVerbs.has(lemma)) return make('proposed', above, { initiators: by });
    if (isWilling(above, clause, line)) return make('proposed', above, { initiators: by, reality: 'actual' });
    if (promising.has(lemma) && (lemma !== 'give' || hasWord(above, line)))
      return by.length === 1
        ? make('declared', above, { initiators: by })
        : make('agreed', above, { parties: by });
    if (announcing.has(lemma) && isAnnounced(clause, line)) {
      const named = isPronoun(clause, line) ? [] : doers(clause, line, story);
      const stopping = named.length > 0 ? named : by;
      return stopping.length > 1
        ? make('agreed', above, { parties: stopping })
        : make('declared', above, { initiators: stopping });
    }
    if (asking.has(lemma) && (verb.form === 'infinitive' || clause.marker === 'that'))
      return ordersOwn(above, line)
        ? make('declared', above, { initiators: above.verb.passive ? [] : by })
        : make('called_for', above, { initiators: by, recipients: recipientsOf(above, line, story) });
  }
  const between = above ? line.tokens.slice(above.verb.last + 1, verb.first) : [];
  if (between.some(({ lower }) => /^(?:calls?|appeals?|demands?)$/u.test(lower)))
    return make('called_for', null);
  if (verb.modal && /^(?:must|should)$/u.test(verb.modal)) return make('called_for', null);
  if (line.tokens.slice(verb.first, verb.last + 1).some(({ lower }) => lower === 'shall'))
    return make('agreed', null, { parties: doers(clause, line, story) });
  // "Israel and Hezbollah will stop shooting on Saturday".
  if (!above && verb.tense === 'future' && !verb.negated && !verb.passive && clause.marker !== 'if') {
    const both = doers(clause, line, story);
    if (both.length > 1) return make('agreed', null, { parties: both });
  }
  if (verb.passive && verb.form === 'finite') return verb.negated ? null : make('took_effect', clause);
  return ownHalt(clause, line, story)
    ? make('declared', clause, {
        initiators: doers(clause, line, story),
        reality: verb.negated ? 'negated' : 'actual',
      })
    : null;
}

/** "announced that they would stop all firing", with no condition to it. */
function isAnnounced({ verb, index, parent }: Clause, line: Line): boolean {
  // "announced that they suspend their offensive actions", "said that it had halted all attacks".
  const now =
    !verb.modal &&
    !verb.passive &&
    (verb.tense === 'present' || verb.perfect || line.tokens[verb.head]?.xpos === 'VBG') &&
    /^(?:suspend|halt|pause|freeze|cease)$/u.test(verb.lemma);
  const will = now || verb.tense === 'future' || verb.modal === 'would' || verb.modal === 'will';
  const onCondition = line.clauses.some(
    (other) =>
      (other.parent === index || other.parent === parent) &&
      /^(?:if|unless|once|when)$/u.test(other.marker ?? ''),
  );
  return will && !verb.negated && !onCondition;
}

function isPronoun({ subject }: Clause, line: Line): boolean {
  return subject.every(({ head }) => line.tokens[head]?.upos === 'PRON');
}

/** "gave their word that they would stop fighting". */
function hasWord(above: Clause, line: Line): boolean {
  return above.objects.some((phrase) =>
    /^(?:word|promise|pledge|assurance|assurances|guarantee|guarantees)$/u.test(
      line.tokens[phrase.head]?.lower ?? '',
    ),
  );
}

/** "was willing to stop all attacks", "ready to cease fire". */
function isWilling(above: Clause, clause: Clause, line: Line): boolean {
  return line.tokens
    .slice(above.verb.head, clause.verb.first)
    .some(({ lower }) => /^(?:willing|ready|prepared|readiness|willingness)$/u.test(lower));
}

/** "ordered its fighters to stop", "soldiers were told to hold fire": a command to one's own, not a call on others. */
function ordersOwn(above: Clause, line: Line): boolean {
  if (!/^(?:order|tell|instruct|command|direct|ask)$/u.test(above.verb.lemma)) return false;
  const told = above.verb.passive ? above.subject : [...above.objects, ...governedBy(above, 'to')];
  const isOwn = (phrase: Phrase): boolean => {
    const head = line.tokens[phrase.head];
    const first = line.tokens[phrase.first]?.lower ?? '';
    if (!head || !ownForces.has(head.lower)) return false;
    return above.verb.passive
      ? above.agents.length === 0
      : /^(?:its|his|her|their|all|our|the)$/u.test(first) || phrase.first === phrase.head;
  };
  return told.some(isOwn);
}

function recipientsOf(above: Clause, line: Line, story: Story): Candidate['recipients'] {
  return actorsOf([...above.objects, ...governedBy(above, 'on', 'upon')], line, story);
}

/** "halted its offensives for two weeks", "will stop all attacks until Sunday": a side that stops for a stated time, or altogether. */
function ownHalt(clause: Clause, line: Line, story: Story): boolean {
  const { verb } = clause;
  if (verb.form !== 'finite' || verb.passive || verb.modal || clause.marker === 'if') return false;
  if (clause.agents.length === 0 || doers(clause, line, story).length === 0) return false;
  const [object] = undergoer(clause);
  const first = object ? (line.tokens[object.first]?.lower ?? '') : '';
  const bounded = clause.obliques.some(
    ({ preposition, phrases }) =>
      /^(?:for|from|until|till)$/u.test(preposition) && phrases.some((phrase) => isTime(phrase, line)),
  );
  if (verb.lemma === 'end') return false;
  // "ceased fire", "put their campaign on hold".
  const altogether =
    (verb.lemma === 'cease' && line.tokens[verb.last + 1]?.lower === 'fire') || verb.lemma === 'put';
  return (
    bounded ||
    altogether ||
    (/^(?:all|its|their|his)$/u.test(first) &&
      line.tokens.some(({ lower }) => lower === 'unilaterally' || lower === 'unilateral'))
  );
}

function isTime(phrase: Phrase, line: Line): boolean {
  const start = line.tokens[phrase.first]?.start ?? 0;
  const end = line.tokens[phrase.last]?.end ?? 0;
  return (
    line.times.some((time) => time.start < end && start < time.end) ||
    /^(?:hour|day|week|month|fortnight|year|night)$/u.test(line.tokens[phrase.head]?.lemma ?? '')
  );
}
