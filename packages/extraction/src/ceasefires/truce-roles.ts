import { type Clause, nominalArguments, type Phrase } from '@trucewatch/language';
import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import { doers, governedBy, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import { slotsOf, type Token } from './truce-slots.ts';

/** Steps that one side takes. */
const oneSided = new Set(['called_for', 'proposed', 'violated', 'rejected', 'declared', 'terminated']);
/** Verbs of agreement whose doers are its parties, unlike those who "announced" or "secured" it. */
const partiesVerbs = new Set(
  'agree sign reach conclude accept strike seal finalize finalise approve ratify ink come enter arrive initial commit consent settle adopt restore work extend decide clinch achieve hammer thrash cut forge negotiate secure put set affix append attach lend add give say turn convert transform'.split(
    ' ',
  ),
);
const brokers = new Set(
  'broker mediate negotiate secure arrange facilitate engineer orchestrate help host sponsor obtain'.split(
    ' ',
  ),
);
/** "issued a call", "renewed its appeal": who does it calls. */
const voicing = new Set(
  'issue make renew repeat reiterate echo join back support release voice launch add submit present put send submit'.split(
    ' ',
  ),
);

const committing = new Set(
  'accuse blame suspect commit perpetrate carry continue cause repeat make'.split(' '),
);

/** Puts the doers of a truce's verb, and those of the noun that governs it, into the roles of the step. */
export function giveRoles(
  made: Candidate,
  line: Line,
  story: Story,
  truce?: Token,
  noun?: Token | null,
): void {
  const { step, clause } = made;
  // "reported a violation": who reports it did not commit it.
  const isTold = step === 'violated' && noun && clause && !committing.has(clause.verb.lemma);
  if (clause && !isTold) verbRoles(made, line, story);
  if (noun) nounRoles(made, noun, line, story);
  if (truce) betweenRoles(made, truce, line, story);
  if (clause && step === 'called_for')
    made.recipients = actorsOf([...clause.objects, ...governedBy(clause, 'on', 'upon')], line, story).filter(
      (actor) => !made.initiators.some((other) => other.id === actor.id),
    );
}

function verbRoles(made: Candidate, line: Line, story: Story): void {
  const { step, clause } = made;
  if (!clause || !step) return;
  const { lemma, passive } = clause.verb;
  const accuses = step === 'violated' && /^(?:accuse|blame|suspect)$/u.test(lemma);
  const actors = accuses
    ? actorsOf(passive ? clause.subject : clause.objects, line, story)
    : doersOf(clause, line, story);
  // "said that a truce was out of the question": who says so turns it down.
  const above =
    (step === 'rejected' || step === 'terminated') && lemma === 'be' ? governor(clause, line) : null;
  if (above) {
    made.initiators = doersOf(above, line, story);
    return;
  }
  if (oneSided.has(step) || (step === 'suspended' && !passive && actors.length === 1)) {
    made.initiators = actors;
    return;
  }
  const either = lemma === 'negotiate' || lemma === 'secure';
  const oneIsSide = actors.some(
    ({ id }) => id?.startsWith('group:') || story.pair?.some((side) => side.id === id),
  );
  const isBroker = step === 'agreed' && brokers.has(lemma) && !(either && oneIsSide);
  const areSides =
    actors.length > 1 && actors.every((actor) => story.pair?.some((side) => sameActor(side, actor)));
  if (isBroker && !areSides) {
    made.mediators = actors;
    return;
  }
  if (step !== 'agreed' || areSides || partiesVerbs.has(lemma))
    made.parties = actors.filter((actor) => !actor.id?.startsWith('org:'));
  const between = actorsOf(governedBy(clause, 'between'), line, story);
  if (between.length > 1) union(made.parties, between);
  if (step === 'agreed' && partiesVerbs.has(lemma) && actors.length > 0)
    union(
      made.parties,
      actorsOf(governedBy(clause, 'with'), line, story).filter((actor) => !actor.id?.startsWith('org:')),
    );
}

/** Who does it; of "showed it by brokering a truce" whoever showed it. */
function doersOf(clause: Clause, line: Line, story: Story): ActorRef[] {
  const own = doers(clause, line, story);
  if (own.length > 0 || clause.verb.form !== 'gerund' || line.tokens[clause.verb.first - 1]?.lower !== 'by')
    return own;
  const above = governor(clause, line);
  return above && !above.verb.passive ? doers(above, line, story) : own;
}

/** "Russia's violations of the truce", "a proposal by Egypt", "an American proposal". */
function nounRoles(made: Candidate, noun: Token, line: Line, story: Story): void {
  if (made.step === 'agreed') {
    const makers = makersOf(noun, line, story, false);
    made.mediators = makers.filter(({ id }) => id && !made.parties.some((party) => party.id === id));
    return;
  }
  if (!made.step || !oneSided.has(made.step) || made.step === 'rejected') return;
  const voiced = made.clause !== null && voicing.has(made.clause.verb.lemma);
  const named = makersOf(noun, line, story);
  if (named.length > 0) made.initiators = named;
  else if (made.step === 'called_for' && !voiced && hasSubject(noun, line)) made.initiators = [];
}

/** "a proposal by Egypt", "a proposal put forward by Egypt", "an Egyptian proposal". */
export function makersOf(noun: Token, line: Line, story: Story, byAdjective = true): ActorRef[] {
  const makers = actorsOf(
    nominalArguments(line.tree, noun).agents.map((token) => phraseAt(line, token)),
    line,
    story,
  );
  if (makers.length > 0) return makers;
  const made = line.clauses.find(
    ({ verb, link, patients }) =>
      link === 'participle' &&
      verb.passive &&
      patients.some(({ first, last }) => first <= noun.index && noun.index <= last),
  );
  const doersOfIt = made ? doers(made, line, story) : [];
  if (doersOfIt.length > 0) return doersOfIt;
  return byAdjective ? adjectiveOf(noun, line) : [];
}

function hasSubject(noun: Token, line: Line): boolean {
  return slotsOf(noun, line).some(({ as, clause }) => as === 'subject' && clause !== null);
}

/** "an American proposal", "Syrian government violations". */
function adjectiveOf(noun: Token, line: Line): ActorRef[] {
  return line.tree.children(noun, 'amod', 'compound', 'nmod:poss', 'nmod:desc').flatMap((word) => {
    const actor = line.actors.find(
      ({ start, end, qualifies }) => start <= word.start && word.end <= end && !qualifies,
    );
    if (!actor) return [];
    const { id, start, end } = actor;
    return [{ id, name: line.source.slice(start, end), part: line.part, start, end }];
  });
}

/** "a truce between X and Y", "its ceasefire with Z": the sides of the truce itself. */
function betweenRoles(made: Candidate, truce: Token, line: Line, story: Story): void {
  const shared = !made.step || !oneSided.has(made.step);
  const { tree } = line;
  for (const child of tree.children(truce, 'nmod', 'obl')) {
    // In "between the Ambulin and Sikin tribes" the preposition may hang on the first name.
    const preposition = [child, ...tree.children(child, 'compound')].flatMap(
      (token) => tree.child(token, 'case')?.lower ?? [],
    )[0];
    if (
      child.index < truce.index ||
      (preposition !== 'between' && preposition !== 'with' && preposition !== 'among')
    )
      continue;
    const heads = [child, ...tree.children(child, 'conj').filter(({ upos }) => upos !== 'VERB')];
    const sides = actorsOf(
      heads.map((head) => phraseAt(line, head)),
      line,
      story,
    ).filter((actor) => !actor.id?.startsWith('org:'));
    if (sides.length === 0) continue;
    if (shared) union(made.parties, sides);
    else if (made.step === 'called_for' && made.recipients.length === 0) made.recipients = sides;
    else if (made.step === 'declared' && preposition === 'between') {
      made.parties = sides;
      made.mediators = made.initiators;
      made.initiators = [];
      made.step = 'agreed';
    } else if (made.step === 'declared') union(made.recipients, sides);
  }
}

/** The phrase that a token heads, as far as the chunks know it. */
export function phraseAt(line: Line, token: Token): Phrase {
  const chunk = line.chunks.find(
    ({ kind, first, last }) => kind === 'noun' && first <= token.index && token.index <= last,
  );
  const first = chunk?.first ?? token.index;
  const last = chunk?.last ?? token.index;
  return { first, last, head: token.index, extent: last };
}
