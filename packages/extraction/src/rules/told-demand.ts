import type { Clause } from '@trucewatch/language';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { withContent } from '../codes/content-modes.ts';
import { type Line, rangeOf } from '../document.ts';
import { actorsMeant, lemmasAfter, objectsOf, others, verbKey } from '../frames/content.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';

/** The rule that these finds count for. */
const rule = 'statement';

const telling = new Set(
  'say declare reiterate announce insist conclude stress tell state note maintain argue repeat emphasise emphasize underline agree add warn write'.split(
    ' ',
  ),
);

/** "Russia said that Sudan must return the helicopter": a demand on him who must. */
export function duty(clause: Clause, line: Line, story: Story): Candidate[] {
  const above = governor(clause, line);
  if (!above || !telling.has(above.verb.lemma) || above.verb.negated || clause.verb.passive) return [];
  const speakers = doers(above, line, story);
  // Government and rebels of one country are two: only the speaker itself is not addressed.
  const named = actorsOf(clause.agents, line, story).filter(
    (actor) => !actor.resolvedBy && !speakers.some(({ name }) => name === actor.name),
  );
  const addressed =
    named.length > 0 ? named : others(actorsOf(objectsOf(above, line), line, story), speakers);
  if (speakers.length === 0 || addressed.length === 0) return [];
  if (realityOf(above, line) !== 'actual') return [];
  return [
    candidate({
      rule,
      line,
      ...rangeOf(line, clause.verb),
      type: 'statement',
      clause: above,
      initiators: speakers,
      recipients: addressed,
      reality: 'actual',
      codes: withContent({ plover: 'REQUEST', cameo: '100' }, [
        clause.verb.lemma,
        ...lemmasAfter(clause, line),
      ]),
    }),
  ];
}

/** What one is asked for and can refuse: "would not meet the demands", "will not recognise the vote". */
const refusable = new Set(
  'meet accept allow negotiate talk withdraw release recognise recognize sign attend take_part back_down yield give surrender agree join lift return participate step_down bow compromise tolerate permit hand_over concede discuss support back'.split(
    ' ',
  ),
);

/** "said it would not meet the demands", "will not negotiate": a refusal told or given. */
export function refusal(clause: Clause, line: Line, story: Story): Candidate[] {
  const { verb } = clause;
  const ahead = verb.tense === 'future' || verb.modal === 'would';
  if (!ahead || verb.passive || clause.marker === 'if' || clause.marker === 'unless') return [];
  if (!refusable.has(verbKey(clause, line)) && !refusable.has(verb.lemma)) return [];
  const speakers = doers(clause, line, story);
  if (speakers.length === 0) return [];
  return [
    candidate({
      rule,
      line,
      ...rangeOf(line, clause.verb),
      type: 'statement',
      clause,
      initiators: speakers,
      recipients: others(actorsMeant(clause.patients, line, story), speakers),
      reality: 'actual',
      codes: withContent({ plover: 'REJECT', cameo: '120' }, [verb.lemma, ...lemmasAfter(clause, line)]),
    }),
  ];
}
