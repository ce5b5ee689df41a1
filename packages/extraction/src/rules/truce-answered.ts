import type { Clause } from '@trucewatch/language';
import type { CeasefireStep } from '@trucewatch/schema';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { speaksOfTruce } from '../ceasefires/speaks-of-truce.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { asking } from '../ceasefires/truce-verbs.ts';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { agentsOf, doers, governedBy, governor, tail } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

/** So many sentences back the truce may be named to which somebody answers. */
const reach = 4;
/** What binds by its text is a truce or a treaty however far back it was named. */
const farReach = 12;
const keeping = /^(?:honou?r|respect|fulfill?|abide|meet|uphold|observe|keep|implement|live|stick|comply)$/u;
const duties = /^(?:commitments?|obligations?|undertakings?|pledges?|promises?|word)$/u;
const papers = /^(?:text|document|terms?|accord|pact|agreement|armistice|deal|understanding|protocol)$/u;

/** "urged Bangkok to reciprocate", "called on both to honour their commitments", "no longer bound by the text": what one does about a truce named before. */
export const truceAnswered: Rule = {
  name: 'truce-answered',
  find: (line, story) => {
    let found: Candidate[] | null = null;
    for (const clause of line.clauses) {
      const answers = inKind(clause, line) || keepsWord(clause, line);
      const made = answers
        ? answer(clause, line, story)
        : line.tokens[clause.verb.head]?.lower === 'bound' ||
            line.tokens[clause.verb.last + 2]?.lower === 'bound'
          ? unbound(clause, line, story)
          : null;
      if (!made || !speaksOfTruce(line, story, answers ? reach : farReach)) continue;
      found ??= [];
      found.push(made);
    }
    return found ?? [];
  },
};

/** "reciprocate", "follow suit", "do the same", "respond in kind". */
function inKind(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  const rest = tail(clause, line);
  return (
    lemma === 'reciprocate' ||
    (lemma === 'follow' && /^suit\b/u.test(rest)) ||
    (lemma === 'do' && /^(?:the same|likewise)\b/u.test(rest)) ||
    (lemma === 'respond' && /^(?:in kind|positively)\b/u.test(rest))
  );
}

function keepsWord(clause: Clause, line: Line): boolean {
  return (
    keeping.test(clause.verb.lemma) &&
    truceMentions(line).length === 0 &&
    [...clause.patients, ...governedBy(clause, 'by', 'to', 'with')].some(({ head }) =>
      duties.test(line.tokens[head]?.lower ?? ''),
    )
  );
}

/** What is asked of others is called for; who says that he will does so of his own. */
function answer(clause: Clause, line: Line, story: Story): Candidate | null {
  const above = governor(clause, line);
  if (!above || clause.verb.first < above.verb.first) return null;
  const { lemma } = above.verb;
  const by = actorsOf(agentsOf(above, line), line, story);
  if (asking.has(lemma) && clause.verb.form === 'infinitive' && !above.verb.negated)
    return made('called_for', above, line, {
      reality: 'actual',
      initiators: by,
      recipients: actorsOf([...above.objects, ...governedBy(above, 'on', 'upon')], line, story),
    });
  if (!inKind(clause, line)) return null;
  if (
    /^(?:refuse|decline)$/u.test(lemma) ||
    (clause.verb.negated && by.length > 0 && clause.verb.tense === 'future')
  )
    return made('rejected', above, line, { initiators: by, reality: 'actual' });
  const pledges = /^(?:say|announce|declare|promise|pledge|vow|agree|decide)$/u.test(lemma);
  const will =
    clause.verb.form === 'infinitive' || clause.verb.tense === 'future' || clause.verb.modal === 'would';
  const isCondition =
    clause.marker === 'if' ||
    line.clauses.some(({ parent, marker }) => parent === clause.index && marker === 'if');
  if (pledges && will && !clause.verb.negated && !isCondition)
    return made('declared', above, line, { initiators: by });
  return null;
}

/** "no longer considers itself bound by the text". */
function unbound(clause: Clause, line: Line, story: Story): Candidate | null {
  const { verb } = clause;
  const at = line.tokens.findIndex(
    ({ lower }, index) => lower === 'bound' && index >= verb.first && index <= verb.last + 2,
  );
  if (at < 0 || line.tokens[at + 1]?.lower !== 'by') return null;
  const object = line.tokens.slice(at + 2, at + 6).some(({ lower }) => papers.test(lower));
  if (!object || truceMentions(line).some(({ first }) => first > at)) return null;
  const before = line.tokens.slice(Math.max(0, verb.first - 3), at).map(({ lower }) => lower);
  const no =
    before.includes('longer') || before.includes('not') || before.includes("n't") || before.includes('never');
  if (!no) return null;
  const reality = realityOf(clause, line);
  return made('terminated', clause, line, {
    initiators: doers(clause, line, story),
    reality: reality === 'negated' ? 'actual' : reality,
  });
}

function made(step: CeasefireStep, clause: Clause, line: Line, more: Partial<Candidate>): Candidate {
  return candidate({
    rule: truceAnswered.name,
    line,
    ...rangeOf(line, clause.verb),
    type: 'ceasefire',
    step,
    clause,
    reality: realityOf(clause, line),
    ...more,
  });
}
