import type { Clause } from '@trucewatch/language';
import type { ActorRef } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { threatCodes } from '../codes/content-modes.ts';
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
import { governedBy, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What one side can do to another by force. */
const violent = set(
  'retaliate respond fight avenge strike destroy crush attack punish shell bomb invade kill execute shoot annihilate hit resume wage annex seize obliterate eliminate intervene revenge pay hunt target defeat teach smash wipe escalate react occupy retake recapture disarm',
);
const violence = set(
  'attack fighting operation strike fire violence war hostility shelling bombing offensive shooting',
);
/** What one side can do to another short of force. */
const restrictive = set(
  'boycott blockade ban bar prohibit impose expel break sever cut suspend stop halt block close recall arrest sanction withhold freeze blacklist deny disallow outlaw',
);
const vowing = set('vow swear pledge promise');
const planning = set('plan intend decide prepare announce');
const hostileNouns = set(
  'retaliation revenge payback vengeance retribution reprisal consequence war response attack strike force action punishment sanction tariff boycott',
);

/** "threatened to strike", "warned of retaliation", "vowed to fight on", "will respond if", "said they would boycott". */
export const threat: Rule = {
  name: 'threat',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      if (!threatens(clause, line)) return [];
      const makers = clause.verb.passive
        ? actorsOf(clause.subject, line, story)
        : speakersIn(clause, line, story);
      if (makers.length === 0) return [];
      const content = complementOf(clause, line);
      const targets = [
        ...actorsMeant(clause.patients, line, story),
        ...actorsOf(governedBy(clause, 'against', 'on', 'with', 'to', 'in'), line, story),
        ...(content ? contentTargets(content, line, story) : []),
      ];
      return [
        candidate({
          rule: threat.name,
          line,
          ...rangeOf(line, clause.verb),
          ...(content && content.verb.first - clause.verb.last < 4
            ? { end: line.tokens[content.verb.last]?.end ?? line.end }
            : {}),
          type: 'threat',
          clause,
          initiators: makers,
          recipients: others(targets.length > 0 ? targets : conditioned(clause, line, story), makers),
          reality: clause.verb.negated && !refusing(clause) ? 'negated' : 'actual',
          codes: threatCodes([clause.verb.lemma, ...lemmasAfter(clause, line)]),
        }),
      ];
    }),
};

/** "will stop the talks if the United States goes ahead": whose act would bring it about. */
function conditioned(clause: Clause, line: Line, story: Story): ActorRef[] {
  const condition = line.clauses.find(
    ({ marker, index }) => index > clause.index && (marker === 'if' || marker === 'unless'),
  );
  return condition ? actorsOf(condition.subject, line, story) : [];
}

function refusing(clause: Clause): boolean {
  return clause.verb.lemma === 'hesitate' || clause.verb.lemma === 'allow';
}

function threatens(clause: Clause, line: Line): boolean {
  const { lemma, form, tense, modal, negated } = clause.verb;
  if (clause.marker === 'if' || clause.marker === 'unless') return false;
  if (lemma === 'threaten')
    return (
      form !== 'participle' && (complementOf(clause, line)?.link === 'infinitive' || named(clause, line))
    );
  if (lemma === 'warn')
    return (
      !negated &&
      (lemmasAfter(clause, line).some((word) => violent.has(word) || hostileNouns.has(word)) ||
        goesAfter(clause, line))
    );
  // "gave Hamas until Sunday to accept or face all hell".
  if (lemma === 'give' && /\buntil\b[^.;]{1,60}\bor (?:face|else|risk|suffer)\b/u.test(after(clause, line)))
    return true;
  if (lemma === 'answer' && (tense === 'future' || modal === 'would'))
    return headLemmas(clause.patients, line).some((head) =>
      /^(?:bullet|attack|shot|aggression|strike|provocation|violation|rocket)$/u.test(head),
    );
  if (lemma === 'issue' || lemma === 'give' || lemma === 'set')
    return headLemmas(clause.patients, line).some(
      (head) => head === 'ultimatum' || (head === 'threat' && lemma === 'issue'),
    );
  if (lemma === 'hesitate') return negated && (tense === 'future' || modal === 'would');
  if (vowing.has(lemma) && !negated) {
    const act = complementOf(clause, line)?.verb;
    if (act) return (violent.has(act.lemma) || restrictive.has(act.lemma)) && !act.negated;
    return [...headLemmas(clause.patients, line), ...lemmasAfter(clause, line).slice(0, 2)].some((head) =>
      hostileNouns.has(head),
    );
  }
  if (planning.has(lemma) && !negated && form !== 'gerund') {
    const act = complementOf(clause, line)?.verb;
    return act?.form === 'infinitive' && restrictive.has(act.lemma) && !appeases(clause, line);
  }
  if (lemma === 'be') {
    const act = complementOf(clause, line)?.verb;
    return (
      isReady(clause, line) &&
      act?.form === 'infinitive' &&
      restrictive.has(act.lemma) &&
      !appeases(clause, line)
    );
  }
  const ahead = tense === 'future' || modal === 'would' || modal === 'must' || modal === 'may';
  if (!ahead || negated || clause.verb.passive) return false;
  const conditional = line.clauses.some(
    (other) => other.parent === clause.index && (other.marker === 'if' || other.marker === 'unless'),
  );
  const above = governor(clause, line)?.verb.lemma;
  if (lemma === 'respond' || lemma === 'retaliate') return modal !== 'may' && above !== 'urge';
  if (lemma === 'boycott' || lemma === 'blockade') return modal !== 'must';
  if (lemma === 'use') return conditional && headLemmas(clause.patients, line).includes('force');
  return conditional && modal !== 'must' && (violent.has(lemma) || restrictive.has(lemma));
}

/** The words from the verb on, over other clauses. */
function after(clause: Clause, line: Line): string {
  const start = line.tokens[clause.verb.last]?.end ?? line.end;
  return line.source.slice(start, Math.min(line.end, start + 120)).toLowerCase();
}

/** "warned that the army would go after any rebel". */
function goesAfter(clause: Clause, line: Line): boolean {
  return line.tokens
    .slice(clause.verb.last + 1, clause.verb.last + 10)
    .some(
      ({ lower, index }) => lower === 'go' && /^(?:after|in)$/u.test(line.tokens[index + 1]?.lower ?? ''),
    );
}

/** "threatened retaliation", "threatened both countries with tariffs"; what only "threatens the peace" is no threat. */
function named(clause: Clause, line: Line): boolean {
  return (
    [...headLemmas(clause.patients, line), ...headLemmas(governedBy(clause, 'with'), line)].some((head) =>
      hostileNouns.has(head),
    ) || governedBy(clause, 'with').length > 0
  );
}

/** "is willing to stop all attacks": what would end is violence. */
function appeases(clause: Clause, line: Line): boolean {
  return lemmasAfter(clause, line).some((word) => violence.has(word));
}

export function isReady(clause: Clause, line: Line): boolean {
  const verb = line.tree.tokens[clause.verb.head];
  const predicate =
    verb && (verb.relation === 'cop' || verb.relation === 'aux:pass') ? line.tree.headOf(verb) : verb;
  return (
    predicate !== undefined &&
    (predicate.lower === 'willing' || predicate.lower === 'ready' || predicate.lower === 'prepared')
  );
}
